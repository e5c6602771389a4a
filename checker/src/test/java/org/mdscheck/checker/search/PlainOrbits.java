package org.mdscheck.checker.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.symmetry.Clients;

/**
 * Counts orbits the plain way: all reachable states, struck off together with all their renamings.
 */
final class PlainOrbits {
  private PlainOrbits() {}

  static long count(Clients system) {
    final Set<StateVector> states = reachable(system);
    long orbits = 0;
    while (!states.isEmpty()) {
      orbits++;
      final long[] state = states.iterator().next().words();
      for (int[] image : permutations(system.count()))
        states.remove(new StateVector(system.renamed(state, image)));
    }
    return orbits;
  }

  private static Set<StateVector> reachable(Clients system) {
    final Set<StateVector> seen = new HashSet<>();
    final Deque<StateVector> queue = new ArrayDeque<>();
    for (Trace.Step step : Steps.initial(system, system.newExplorer()).taken()) {
      if (seen.add(step.state())) queue.add(step.state());
    }
    while (!queue.isEmpty()) {
      for (Trace.Step step : Steps.from(system, system.newExplorer(), queue.remove(), "").taken()) {
        if (seen.add(step.state())) queue.add(step.state());
      }
    }
    return seen;
  }

  /** All maps of {@code 0 .. count-1} to itself that are one to one. */
  private static Set<int[]> permutations(int count) {
    final Set<int[]> result = new HashSet<>();
    for (int code = 0; code < Math.pow(count, count); code++) {
      final int[] image = new int[count];
      final Set<Integer> values = new HashSet<>();
      for (int i = 0, rest = code; i < count; i++, rest /= count) {
        image[i] = rest % count;
        values.add(image[i]);
      }
      if (values.size() == count) result.add(image);
    }
    return result;
  }
}
