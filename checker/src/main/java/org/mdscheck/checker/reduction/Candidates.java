package org.mdscheck.checker.reduction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mdscheck.checker.system.ActionFootprint;
import org.mdscheck.checker.system.ActionFootprint.Access;
import org.mdscheck.checker.system.Footprints;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem;

/** Finds the labels at which the steps of a process alone will do. */
final class Candidates {
  private final StateLayout layout;
  private final List<List<List<ActionFootprint>>> actionsAt = new ArrayList<>(); // process, label
  private final List<Candidate[]> candidates = new ArrayList<>(); // by process; by label or null

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
    final List<HeldLocks> held = new ArrayList<>();
    for (int p = 0; p < actionsAt.size(); p++)
      held.add(new HeldLocks(footprints.starts().get(p), actionsAt.get(p)));
    final Conflicts conflicts = conflicts(held);
    for (int p = 0; p < actionsAt.size(); p++) {
      final Candidate[] found = new Candidate[actionsAt.get(p).size()];
      for (int label = 0; label < found.length; label++) {
        final List<ActionFootprint> actions = actionsAt.get(p).get(label);
        final BitSet owned = HeldLocks.owned(held.get(p).at(label), -1, 0);
        if (!actions.isEmpty() && actions.stream().noneMatch(a -> visible.isEndedBy(a, owned)))
          found[label] = candidate(actions, conflicts);
      }
      candidates.add(found);
    }
    equaliseFamilies();
    cutCycles();
  }

  /** What the others must not do there; null if there is always one that may. */
  private Candidate candidate(List<ActionFootprint> actions, Conflicts conflicts) {
    final int selector = mostUsedSelector(actions);
    final int codes = selector < 0 ? 1 : (int) layout.slots().get(selector).domain().size();
    final BitSet[][] dangers = new BitSet[codes][actionsAt.size()];
    boolean isEver = false;
    for (int code = 0; code < codes; code++) {
      final Conflicts.Stand stand = conflicts.new Stand(actions, selector, code);
      boolean isHere = true;
      for (int other = 0; other < actionsAt.size(); other++) {
        final boolean self = other == actions.get(0).process();
        dangers[code][other] = self ? new BitSet() : stand.dangers(other);
        isHere &= dangers[code][other].cardinality() < actionsAt.get(other).size();
      }
      isEver |= isHere;
    }
    return isEver ? new Candidate(selector, dangers) : null;
  }

  private static int mostUsedSelector(List<ActionFootprint> actions) {
    return actions.stream()
        .flatMap(action -> Stream.concat(action.tested().stream(), action.done().stream()))
        .map(Access::selector)
        .filter(selector -> selector >= 0)
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(-1);
  }

  private void cutCycles() {
    for (int p = 0; p < candidates.size(); p++) {
      final Candidate[] found = candidates.get(p);
      final BitSet labels = new BitSet();
      for (int label = 0; label < found.length; label++) labels.set(label, found[label] != null);
      final BitSet kept = (BitSet) labels.clone();
      Cycles.cut(kept, actionsAt.get(p));
      labels.andNot(kept);
      labels.stream().forEach(label -> found[label] = null);
    }
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

  private Conflicts conflicts(List<HeldLocks> held) {
    final List<List<ActionFootprint>> actions =
        actionsAt.stream().map(labels -> labels.stream().flatMap(List::stream).toList()).toList();
    return new Conflicts(actions, held);
  }

  /** What is a candidate for one member of a symmetric family only, is none. */
  private void equaliseFamilies() {
    for (int p = 0; p < candidates.size(); p++) {
      for (int q = 0; q < candidates.size(); q++) {
        if (!areInterchangeable(layout.processes().get(p), layout.processes().get(q))) continue;
        for (int label = 0; label < candidates.get(p).length; label++) {
          if (candidates.get(q)[label] == null) candidates.get(p)[label] = null;
        }
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

  /** Those of a process, by label; null where it has none. */
  Candidate[] of(int process) {
    return candidates.get(process);
  }
}
