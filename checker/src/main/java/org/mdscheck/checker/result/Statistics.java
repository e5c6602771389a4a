package org.mdscheck.checker.result;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mdscheck.checker.system.Action;

/**
 * The counts of a search, without those of a level that was not finished. With symmetry, states are
 * orbits and steps start from representatives.
 *
 * @param distinctStates states in the store
 * @param generatedStates successors emitted, initial states included
 * @param depth the last level that added a state; initial states are level 0; -1 if there is none
 * @param statesOfLevel number of states of each level
 * @param steps number of steps of each action of the system's reference, by action id: a step that
 *     stands for several counts for each
 * @param stuckStates states examined that have no step and may not stop
 * @param endStates states examined that have no step and may stop
 * @param cutStates states examined that lie beyond the model's own bound and were therefore not
 *     expanded
 * @param tallies in the order of the system
 */
public record Statistics(
    long distinctStates,
    long generatedStates,
    int depth,
    List<Long> statesOfLevel,
    List<Long> steps,
    long stuckStates,
    long endStates,
    long cutStates,
    List<TallyResult> tallies) {
  public Statistics {
    statesOfLevel = List.copyOf(statesOfLevel);
    steps = List.copyOf(steps);
    tallies = List.copyOf(tallies);
  }

  /**
   * Which steps of the spec were never taken by any process, in the order of the actions. With
   * symmetry this is still exact: the copies of a step for interchangeable ids have one source.
   *
   * @param actions of the reference of the system that was searched
   */
  public List<String> sourcesNeverTaken(List<Action> actions) {
    final Set<String> never = new LinkedHashSet<>();
    for (Action action : actions) never.add(action.source());
    for (Action action : actions) {
      if (steps.get(action.id()) > 0) never.remove(action.source());
    }
    return List.copyOf(never);
  }
}
