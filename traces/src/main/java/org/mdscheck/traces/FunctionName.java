package org.mdscheck.traces;

/** Functions as reports name them. */
final class FunctionName {
  private FunctionName() {}

  /** Parentheses after a plain name; {@code handle_session[CLOSE]} stays as it is. */
  static String of(String function) {
    return function.matches("\\w+") ? function + "()" : function;
  }
}
