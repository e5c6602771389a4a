package org.mdscheck.traces.locks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * Finds the {@link Fact}s of a system: search {@link #recording} to find them, then {@link
 * #witnessing} for a shortest run to each. Of one system, thread-safe.
 */
public final class LockStudy {
  private final Watch watch;
  private final Set<Fact> found = ConcurrentHashMap.newKeySet();

  /**
   * @param system every step by itself: not made smaller
   * @param variables names of those whose accesses are compared
   * @throws IllegalArgumentException if the system does not say what its steps touch
   */
  public LockStudy(TransitionSystem system, List<String> variables) {
    watch = new Watch(system, variables);
  }

  /** The system, whose search records what it sees. */
  public TransitionSystem recording() {
    return new WatchedSystem(watch, found::add, List.of());
  }

  /** What was recorded so far, sorted by name. */
  public List<Fact> found() {
    final List<Fact> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparing(Fact::name));
    return sorted;
  }

  /**
   * The system with a property for each of some facts, of that name, which is violated where the
   * fact is seen.
   */
  public TransitionSystem witnessing(Collection<Fact> facts) {
    return new WatchedSystem(watch, null, List.copyOf(facts));
  }
}
