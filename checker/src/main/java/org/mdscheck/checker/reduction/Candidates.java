package org.mdscheck.checker.reduction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.mdscheck.checker.system.ActionFootprint;
import org.mdscheck.checker.system.Footprints;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem;

/** Finds the labels at which the steps of a process alone will do. */
final class Candidates {
  private final StateLayout layout;
  private final List<List<List<ActionFootprint>>> actionsAt = new ArrayList<>(); // process, label
  private final List<BitSet> candidates = new ArrayList<>(); // by process

  Candidates(TransitionSystem system, Footprints footprints, List<Property> properties) {
    layout = system.layout();
    final Visible visible = new Visible(system, footprints, properties);
    for (Slot slot : labelSlots(layout)) {
      actionsAt.add(
          IntStream.range(0, (int) slot.domain().size())
              .<List<ActionFootprint>>mapToObj(label -> new ArrayList<>())
              .toList());
    }
    for (ActionFootprint action : footprints.actions())
      actionsAt.get(action.process()).get(action.from()).add(visible.withViews(action));
    final Conflicts conflicts = conflicts(footprints);
    for (int p = 0; p < actionsAt.size(); p++) {
      final BitSet labels = new BitSet();
      for (int label = 0; label < actionsAt.get(p).size(); label++) {
        final List<ActionFootprint> actions = actionsAt.get(p).get(label);
        labels.set(
            label,
            !actions.isEmpty()
                && actions.stream().noneMatch(visible::isChangedBy)
                && actions.stream().noneMatch(conflicts::hasConflict));
      }
      Cycles.cut(labels, actionsAt.get(p));
      candidates.add(labels);
    }
    equaliseFamilies();
  }

  /** The label slot of each process, in order. */
  static List<Slot> labelSlots(StateLayout layout) {
    return IntStream.range(0, layout.processes().size())
        .mapToObj(
            p ->
                layout.slots().stream()
                    .filter(slot -> slot.kind() == Slot.Kind.LABEL && slot.process() == p)
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  private Conflicts conflicts(Footprints footprints) {
    final List<HeldLocks> held = new ArrayList<>();
    for (int p = 0; p < actionsAt.size(); p++)
      held.add(new HeldLocks(footprints.starts().get(p), actionsAt.get(p)));
    final List<List<ActionFootprint>> actions =
        actionsAt.stream().map(labels -> labels.stream().flatMap(List::stream).toList()).toList();
    return new Conflicts(actions, held, layout.slots().size());
  }

  /** What is a candidate for one member of a symmetric family only, is none. */
  private void equaliseFamilies() {
    for (int p = 0; p < candidates.size(); p++) {
      for (int q = 0; q < candidates.size(); q++) {
        if (areInterchangeable(layout.processes().get(p), layout.processes().get(q)))
          candidates.get(p).and(candidates.get(q));
      }
    }
  }

  private static boolean areInterchangeable(StateLayout.Process a, StateLayout.Process b) {
    return a.member() != null
        && b.member() != null
        && a.member().of().symmetric()
        && a.member().of().equals(b.member().of())
        && a.family().equals(b.family());
  }

  /** The candidate labels of a process. */
  BitSet of(int process) {
    return candidates.get(process);
  }
}
