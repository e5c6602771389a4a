package org.mdscheck.checker.mutation;

import java.util.function.Function;

/**
 * A part of a spec with one thing in it changed.
 *
 * @param text what was changed
 * @param result the part after it
 */
record Change<T>(MutationOperator operator, String text, T result) {
  /** The same change, seen in the part around it. */
  <U> Change<U> in(Function<? super T, ? extends U> around) {
    return new Change<>(operator, text, around.apply(result));
  }

  /** The same change, told with the place that it is at. */
  Change<T> at(String place) {
    return new Change<>(operator, place + ": " + text, result);
  }
}
