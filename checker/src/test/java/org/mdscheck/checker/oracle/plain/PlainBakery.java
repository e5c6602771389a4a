package org.mdscheck.checker.oracle.plain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@link org.mdscheck.checker.oracle.classic.Bakery} in plain Java. */
public record PlainBakery(int processes, int maximum) implements PlainModel<PlainBakery.State> {

  enum At {
    OUTSIDE,
    CHOOSE,
    NEXT,
    WAIT,
    CRITICAL
  }

  record Process(At at, boolean choosing, int number, int j, int max) {}

  record State(List<Process> processes) {}

  @Override
  public State initial() {
    return new State(Collections.nCopies(processes, new Process(At.OUTSIDE, false, 0, 0, 0)));
  }

  @Override
  public List<State> successors(State state) {
    List<State> next = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      Process after = step(i, state.processes);
      if (after != null) next.add(new State(PlainModel.with(state.processes, i, after)));
    }
    return next;
  }

  /** The process after its step, or null when it waits. */
  private Process step(int i, List<Process> all) {
    Process p = all.get(i);
    Process other = p.j < processes ? all.get(p.j) : null;
    return switch (p.at) {
      case OUTSIDE -> new Process(At.CHOOSE, true, p.number, 0, 0);
      case CHOOSE -> {
        if (other != null)
          yield new Process(At.CHOOSE, true, p.number, p.j + 1, Math.max(p.max, other.number));
        yield p.max < maximum ? new Process(At.NEXT, false, p.max + 1, 0, p.max) : null;
      }
      case NEXT -> {
        if (other == null) yield new Process(At.CRITICAL, false, p.number, p.j, p.max);
        yield other.choosing ? null : new Process(At.WAIT, false, p.number, p.j, p.max);
      }
      case WAIT ->
          isBefore(other, p.j, p, i) ? null : new Process(At.NEXT, false, p.number, p.j + 1, p.max);
      case CRITICAL -> new Process(At.OUTSIDE, false, 0, p.j, p.max);
    };
  }

  private static boolean isBefore(Process a, int indexA, Process b, int indexB) {
    return a.number != 0 && (a.number < b.number || a.number == b.number && indexA < indexB);
  }
}
