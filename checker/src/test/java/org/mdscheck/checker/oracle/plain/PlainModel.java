package org.mdscheck.checker.oracle.plain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as a function from states to states.
 *
 * @param <S> the states, with {@code equals} and {@code hashCode}
 */
public interface PlainModel<S> {
  /** What a search of the whole model finds, counted as {@code ReferenceChecker} does. */
  record Counts(long distinct, long generated, int depth) {}

  S initial();

  /** One entry for each step, so the same state can be there twice. */
  List<S> successors(S state);

  /** Searches everything. */
  default Counts count() {
    Map<S, Integer> depths = new HashMap<>(Map.of(initial(), 0));
    Deque<S> queue = new ArrayDeque<>(List.of(initial()));
    long generated = 1;
    int depth = 0;
    while (!queue.isEmpty()) {
      S state = queue.remove();
      depth = depths.get(state);
      for (S next : successors(state)) {
        generated++;
        if (depths.putIfAbsent(next, depth + 1) == null) queue.add(next);
      }
    }
    return new Counts(depths.size(), generated, depth);
  }

  /** A copy of a list with one element changed. */
  static <E> List<E> with(List<E> list, int index, E element) {
    List<E> copy = new java.util.ArrayList<>(list);
    copy.set(index, element);
    return List.copyOf(copy);
  }
}
