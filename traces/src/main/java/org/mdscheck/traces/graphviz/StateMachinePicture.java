package org.mdscheck.traces.graphviz;

import guru.nidi.graphviz.model.MutableGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values of a state variable and how one becomes another: an arrow for each transition that was
 * seen, with the functions that make it. Forbidden transitions are red.
 *
 * @param title one line above the picture
 * @param states the values in the order of their declaration; one that no transition touches is
 *     drawn grey
 * @param initial the value at the beginning; empty if there is no single one
 * @param transitions the transitions, in any order; several between the same two states become one
 *     arrow
 */
public record StateMachinePicture(
    String title, List<String> states, String initial, List<Transition> transitions) {

  public StateMachinePicture {
    Objects.requireNonNull(title);
    states = List.copyOf(states);
    transitions = List.copyOf(transitions);
    if (!initial.isEmpty()) {
      requireState(states, initial);
    }
    for (Transition transition : transitions) {
      requireState(states, transition.from);
      requireState(states, transition.to);
    }
  }

  /**
   * One value becoming another.
   *
   * @param functions the functions that do it, such as {@code __open_session()}
   * @param isForbidden true if it should not happen
   */
  public record Transition(String from, String to, List<String> functions, boolean isForbidden) {
    public Transition {
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      functions = List.copyOf(functions);
    }
  }

  private static void requireState(List<String> states, String state) {
    if (!states.contains(state)) {
      throw new IllegalArgumentException(
          "state '" + state + "' is not among " + states + ": add it there");
    }
  }

  /** Returns the picture as a graph for Graphviz to lay out. */
  public MutableGraph graph() {
    Diagram diagram = new Diagram("state_machine", title);
    if (!initial.isEmpty()) {
      diagram.start(initial);
    }
    for (String state : states) {
      diagram.state(state, !isTouched(state));
    }
    merged()
        .forEach(
            (ends, functions) ->
                diagram.arrow(ends.from, ends.to, List.copyOf(functions), ends.isForbidden, false));
    boolean forbidden = transitions.stream().anyMatch(Transition::isForbidden);
    return diagram.graph(
        forbidden ? List.of("red: a transition that should not happen") : List.of());
  }

  private boolean isTouched(String state) {
    return state.equals(initial)
        || transitions.stream().anyMatch(t -> t.from.equals(state) || t.to.equals(state));
  }

  private record Ends(String from, String to, boolean isForbidden) {}

  /** What is drawn between two states: forbidden and allowed ways apart, functions sorted. */
  private Map<Ends, Set<String>> merged() {
    Map<Ends, Set<String>> arrows = new LinkedHashMap<>();
    for (Transition transition : transitions) {
      Ends ends = new Ends(transition.from, transition.to, transition.isForbidden);
      arrows.computeIfAbsent(ends, e -> new TreeSet<>()).addAll(transition.functions);
    }
    return arrows;
  }
}
