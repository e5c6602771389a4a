package org.mdscheck.checker.oracle.plain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@link org.mdscheck.checker.oracle.classic.Kern} in plain Java. */
public record PlainKern(int threads, int maxRestarts) implements PlainModel<PlainKern.State> {
  private static final int FREE = -1;

  record Thread(int label, int seen, boolean flag) {}

  record Shared(
      int mutexA, int mutexB, int session, boolean registered, int environment, int restarts) {
    Shared withA(int owner) {
      return new Shared(owner, mutexB, session, registered, environment, restarts);
    }

    Shared withB(int owner) {
      return new Shared(mutexA, owner, session, registered, environment, restarts);
    }

    Shared withSession(int value) {
      return new Shared(mutexA, mutexB, value, registered, environment, restarts);
    }

    Shared withRegistered(boolean value) {
      return new Shared(mutexA, mutexB, session, value, environment, restarts);
    }

    Shared withEnvironment(int value) {
      return new Shared(mutexA, mutexB, session, registered, value, restarts);
    }
  }

  record State(List<Thread> threads, Shared shared) {}

  @Override
  public State initial() {
    return new State(
        Collections.nCopies(threads, new Thread(0, 0, false)),
        new Shared(FREE, FREE, 0, false, 0, 0));
  }

  @Override
  public List<State> successors(State state) {
    List<State> next = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      Thread now = state.threads.get(t);
      Thread then = thread(now, state.shared);
      Shared shared = shared(t, now, state.shared);
      if (then != null) next.add(new State(PlainModel.with(state.threads, t, then), shared));
    }
    environment(state.shared).forEach(shared -> next.add(new State(state.threads, shared)));
    return next;
  }

  /** The thread after its step, or null when it waits. */
  private static Thread thread(Thread t, Shared s) {
    int half = s.session / 2;
    return switch (t.label) {
      case 0 -> new Thread(1, half, t.flag);
      case 1 -> new Thread(2, t.seen, s.registered);
      case 2 -> s.mutexA == FREE ? new Thread(3, t.seen, t.flag) : null;
      case 3 -> new Thread(half == t.seen ? 4 : 5, 0, t.flag);
      case 4 -> new Thread(5, t.seen, false);
      case 5 -> s.mutexB == FREE ? new Thread(6, t.seen, t.flag) : null;
      case 6 -> new Thread(7, half, t.flag);
      case 7 -> new Thread(8, t.seen, t.flag);
      case 8 -> new Thread(9, t.seen, s.environment >= 3);
      case 9 -> new Thread(10, t.seen, t.flag);
      case 10 -> new Thread(11, t.seen, t.flag);
      case 11 -> new Thread(t.seen == half ? 14 : 12, 0, t.flag);
      case 12 -> s.mutexA == FREE ? new Thread(13, t.seen, t.flag) : null;
      case 13 -> new Thread(14, t.seen, false);
      default -> new Thread(0, t.seen, false);
    };
  }

  /** What is shared after the step of thread {@code id}, if it takes one. */
  private static Shared shared(int id, Thread t, Shared s) {
    return switch (t.label) {
      case 2, 12 -> s.withA(id);
      case 3 -> s.session / 2 == t.seen ? s.withSession((s.session + 1) % 8) : s;
      case 4 -> s.withRegistered(!t.flag);
      case 5 -> s.withB(id);
      case 7 -> s.withA(FREE);
      case 9 -> t.flag && s.registered ? s.withSession(7) : s;
      case 10 -> s.withB(FREE);
      case 13 -> (t.flag ? s.withSession(0) : s).withA(FREE);
      default -> s;
    };
  }

  private List<Shared> environment(Shared s) {
    List<Shared> next = new ArrayList<>();
    boolean goesOn =
        switch (s.environment) {
          case 0, 1, 3 -> true;
          case 2 -> s.mutexA == FREE;
          case 4 -> s.registered;
          default -> false;
        };
    if (goesOn) next.add(s.withEnvironment(s.environment + 1));
    if ((s.environment == 2 || s.environment == 5) && s.restarts < maxRestarts) {
      next.add(new Shared(s.mutexA, s.mutexB, s.session, false, 0, s.restarts + 1));
    }
    return next;
  }
}
