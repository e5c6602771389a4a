package org.mdscheck.traces;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mdscheck.checker.result.TallyResult;
import org.mdscheck.checker.system.TransitionSystem;
import org.mdscheck.traces.graphviz.StateMachinePicture;

/**
 * How a state variable goes from value to value over all reachable steps, and which functions do
 * it. Immutable.
 *
 * @param states the values, in the order in which the tally first names them
 * @param transitions in the order of the states
 */
public record StateTransitions(List<String> states, List<Transition> transitions) {
  private static final String ARROW = " -> ";

  /**
   * One value becoming another.
   *
   * @param functions those that do it, sorted
   */
  public record Transition(String from, String to, List<String> functions) {
    public Transition {
      functions = List.copyOf(functions);
    }
  }

  public StateTransitions {
    states = List.copyOf(states);
    transitions = List.copyOf(transitions);
  }

  /**
   * @param result of a tally whose buckets, but for bucket 0, are called {@code A -> B}
   * @throws IllegalArgumentException if a bucket is called otherwise
   */
  public static StateTransitions of(TransitionSystem system, TallyResult result) {
    final Set<String> states = new LinkedHashSet<>();
    final Set<String> targets = new LinkedHashSet<>();
    final Map<String, Set<String>> functions = new LinkedHashMap<>();
    final List<String> buckets = TalliedAction.tally(system, result.name()).bucketNames();
    for (String bucket : buckets.subList(1, buckets.size())) {
      final String[] ends = ends(result.name(), bucket);
      states.add(ends[0]);
      targets.add(ends[1]);
      functions.put(bucket, new TreeSet<>());
    }
    states.addAll(targets);
    for (TalliedAction tallied : TalliedAction.of(system, result))
      functions.get(tallied.bucket()).add(tallied.function());
    final List<Transition> transitions = new ArrayList<>();
    functions.forEach(
        (bucket, by) -> {
          final String[] ends = ends(result.name(), bucket);
          if (!by.isEmpty()) transitions.add(new Transition(ends[0], ends[1], List.copyOf(by)));
        });
    return new StateTransitions(List.copyOf(states), transitions);
  }

  private static String[] ends(String tally, String bucket) {
    final String[] ends = bucket.split(ARROW, -1);
    if (ends.length == 2) return ends;
    throw new IllegalArgumentException(
        "tally " + tally + " has a bucket \"" + bucket + "\": a transition is called \"A -> B\"");
  }

  /** A transition on a line, with its functions below; ASCII, at most 70 columns. */
  public String text() {
    final Lines out = new Lines();
    if (transitions.isEmpty()) out.add(0, "The state never changes.");
    for (Transition transition : transitions) {
      out.add(0, transition.from + ARROW + transition.to);
      out.list("    ", transition.functions);
    }
    return out.toString();
  }

  /**
   * The transitions as a picture.
   *
   * @param initial the value at the beginning; empty if there is no single one
   */
  public StateMachinePicture picture(String title, String initial) {
    return new StateMachinePicture(
        title,
        states,
        initial,
        transitions.stream()
            .map(t -> new StateMachinePicture.Transition(t.from, t.to, t.functions, false))
            .toList());
  }
}
