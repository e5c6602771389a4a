package org.mdscheck.checker.reduction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.system.ActionFootprint;
import org.mdscheck.checker.system.ActionFootprint.Access;
import org.mdscheck.checker.system.ActionFootprint.Kind;
import org.mdscheck.checker.system.ActionFootprint.LabelSet;
import org.mdscheck.checker.system.Footprints;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * What the properties look at. What they look at in states makes the steps that change it visible;
 * what they look at in steps is as if the steps read it themselves.
 */
final class Visible {
  private final BitSet slots = new BitSet();
  private final List<LabelSet> labels = new ArrayList<>();
  private final List<List<Footprints.View>> viewsOfSteps = new ArrayList<>(); // by action

  Visible(TransitionSystem system, Footprints footprints, List<Property> properties) {
    for (int a = 0; a < footprints.actions().size(); a++) viewsOfSteps.add(new ArrayList<>());
    if (system.boundPredicate() >= 0)
      see(footprints.statePredicates().get(system.boundPredicate()));
    for (Property property : properties) {
      if (property instanceof Property.Cover cover)
        see(footprints.statePredicates().get(cover.predicate()));
      if (property instanceof Property.Invariant invariant) {
        for (Property.Clause clause : invariant.clauses())
          views(clause, footprints.statePredicates()).forEach(this::see);
      }
      if (property instanceof Property.StepInvariant step) {
        for (Property.Clause clause : step.clauses()) {
          for (Footprints.View view : views(clause, footprints.stepPredicates()))
            seeSteps(step.actions(), view);
        }
      }
    }
    for (int t = 0; t < system.tallies().size(); t++)
      seeSteps(system.tallies().get(t).actions(), footprints.tallies().get(t));
  }

  private static List<Footprints.View> views(
      Property.Clause clause, List<Footprints.View> predicates) {
    final Footprints.View conclusion = predicates.get(clause.conclusion());
    return clause.premise() < 0
        ? List.of(conclusion)
        : List.of(predicates.get(clause.premise()), conclusion);
  }

  private void see(Footprints.View view) {
    slots.or(view.slots());
    labels.addAll(view.labels());
  }

  private void seeSteps(int[] actions, Footprints.View view) {
    for (int action : actions) viewsOfSteps.get(action).add(view);
  }

  /** Whether a step of the action can change what is looked at in states. */
  boolean isChangedBy(ActionFootprint action) {
    for (Access access : action.done()) {
      if (access.kind() != Kind.READ && access.slots().stream().anyMatch(slots::intersects))
        return true;
    }
    return labels.stream()
        .anyMatch(
            seen -> seen.process() == action.process() && Conflicts.crosses(action, seen.labels()));
  }

  /** The action with what is looked at in its steps among what it reads. */
  ActionFootprint withViews(ActionFootprint action) {
    final List<Footprints.View> views = viewsOfSteps.get(action.action());
    if (views.isEmpty()) return action;
    final List<Access> done = new ArrayList<>(action.done());
    final List<LabelSet> read = new ArrayList<>(action.labels());
    for (Footprints.View view : views) {
      done.add(Access.of(Kind.READ, view.slots()));
      read.addAll(view.labels());
    }
    return new ActionFootprint(
        action.action(), action.process(), action.from(), action.to(), action.tested(), done, read);
  }
}
