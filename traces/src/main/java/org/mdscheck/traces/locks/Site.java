package org.mdscheck.traces.locks;

import java.util.List;
import org.mdscheck.checker.system.Action;

/** Where in the source an action is, as reports name it. */
final class Site {
  private Site() {}

  /** The innermost function. */
  static String function(Action action) {
    return action.functions().get(action.functions().size() - 1);
  }

  /** The innermost function and the one that calls it, if there is one. */
  static String withCaller(Action action) {
    final List<String> functions = action.functions();
    return functions.size() < 2
        ? function(action)
        : function(action) + " <- " + functions.get(functions.size() - 2);
  }
}
