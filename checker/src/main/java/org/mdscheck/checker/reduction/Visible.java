package org.mdscheck.checker.reduction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mdscheck.checker.system.ActionFootprint;
import org.mdscheck.checker.system.ActionFootprint.Access;
import org.mdscheck.checker.system.ActionFootprint.Kind;
import org.mdscheck.checker.system.ActionFootprint.LabelSet;
import org.mdscheck.checker.system.Footprints;
import org.mdscheck.checker.system.Footprints.Condition;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * What the properties look at. In states: the ways in which there can be something to find, a
 * violation, a cover or a premise; a step that can end one is visible. In steps: what is looked at
 * is as if the steps read it themselves.
 */
final class Visible {
  private static final int MAX_WAYS = 1024; // of one clause

  private final StateLayout layout;
  private final Set<List<Condition>> ways = new LinkedHashSet<>(); // those that steps can end
  private final List<List<Footprints.View>> viewsOfSteps = new ArrayList<>(); // by action

  Visible(TransitionSystem system, Footprints footprints, List<Property> properties) {
    layout = system.layout();
    for (int a = 0; a < footprints.actions().size(); a++) viewsOfSteps.add(new ArrayList<>());
    if (system.boundPredicate() >= 0) keepAsItIs(footprints, system.boundPredicate());
    for (Property property : properties) {
      if (property instanceof Property.Cover cover)
        find(footprints.statePredicates().get(cover.predicate()).whenTrue());
      if (property instanceof Property.Invariant invariant) {
        for (Property.Clause clause : invariant.clauses())
          findViolation(clause, footprints.statePredicates());
      }
      if (property instanceof Property.StepInvariant step) {
        for (Property.Clause clause : step.clauses()) {
          if (clause.premise() >= 0)
            seeSteps(step.actions(), footprints.stepPredicates().get(clause.premise()));
          seeSteps(step.actions(), footprints.stepPredicates().get(clause.conclusion()));
        }
      }
    }
    for (int t = 0; t < system.tallies().size(); t++)
      seeSteps(system.tallies().get(t).actions(), footprints.tallies().get(t));
  }

  /** Beyond the bound nothing happens: a step that is left out must not lead there, or back. */
  private void keepAsItIs(Footprints footprints, int predicate) {
    final Footprints.Outlook outlook = footprints.statePredicates().get(predicate);
    keepAll(outlook.whenTrue());
    keepAll(outlook.whenFalse());
  }

  private void keepAll(List<List<Condition>> some) {
    for (List<Condition> way : some) {
      for (Condition condition : way) ways.add(List.of(condition));
    }
  }

  private void findViolation(Property.Clause clause, List<Footprints.Outlook> predicates) {
    final List<List<Condition>> broken = predicates.get(clause.conclusion()).whenFalse();
    if (clause.premise() < 0) {
      find(broken);
      return;
    }
    final List<List<Condition>> premises = predicates.get(clause.premise()).whenTrue();
    find(premises);
    if ((long) premises.size() * broken.size() > MAX_WAYS) {
      keepAll(premises);
      keepAll(broken);
      return;
    }
    for (List<Condition> premise : premises) {
      for (List<Condition> conclusion : broken)
        find(List.of(Stream.concat(premise.stream(), conclusion.stream()).toList()));
    }
  }

  /**
   * A way that concerns one process only needs nothing: while another process is left out it does
   * not end, and one that this process could end was there before its step.
   */
  private void find(List<List<Condition>> some) {
    for (List<Condition> way : some) {
      if (way.stream().flatMapToInt(this::concerned).distinct().limit(2).count() > 1
          || way.stream().flatMapToInt(this::concerned).anyMatch(process -> process < 0))
        ways.add(way);
    }
  }

  /** The processes that alone can change a condition; -1 for any process. */
  private IntStream concerned(Condition condition) {
    if (condition.process() >= 0) return IntStream.of(condition.process());
    if (condition.kind() != Condition.Kind.VALUES) return IntStream.of(-1);
    return condition.set().stream()
        .mapToObj(layout.slots()::get)
        .mapToInt(slot -> slot.kind() == Slot.Kind.LOCAL ? slot.process() : -1);
  }

  private void seeSteps(int[] actions, Footprints.View view) {
    for (int action : actions) viewsOfSteps.get(action).add(view);
  }

  /**
   * Whether a step of the action can end something that is looked for.
   *
   * @param owned mutexes that its process owns for certain before it
   */
  boolean isEndedBy(ActionFootprint action, BitSet owned) {
    final Map<Condition, Boolean> known = new HashMap<>();
    return ways.stream()
        .anyMatch(
            way ->
                way.stream().anyMatch(c -> known.computeIfAbsent(c, x -> ends(action, x)))
                    && way.stream().allMatch(c -> canBe(action, owned, c)));
  }

  /** Whether a condition can be true before a step of the action. */
  private static boolean canBe(ActionFootprint action, BitSet owned, Condition condition) {
    final boolean isOwn = condition.process() == action.process();
    return switch (condition.kind()) {
      case AT -> !isOwn || condition.set().get(action.from());
      case FREE -> !isWithin(condition.set(), owned);
      case OWNS_NONE -> !isOwn || !condition.set().intersects(owned);
      default -> true;
    };
  }

  private static boolean isWithin(BitSet some, BitSet all) {
    return some.stream().allMatch(all::get);
  }

  private static boolean ends(ActionFootprint action, Condition condition) {
    if (condition.process() >= 0 && condition.process() != action.process()) return false;
    return switch (condition.kind()) {
      case VALUES -> touches(action, condition, Kind::isChange);
      case AT ->
          condition.set().get(action.from())
              && action.to().stream().anyMatch(to -> !condition.set().get(to));
      case OWNED, OWNS -> touches(action, condition, kind -> kind == Kind.RELEASE);
      case FREE, OWNS_NONE -> touches(action, condition, kind -> kind == Kind.ACQUIRE);
    };
  }

  private static boolean touches(
      ActionFootprint action, Condition condition, Predicate<Kind> kind) {
    return action.done().stream()
        .filter(access -> kind.test(access.kind()))
        .anyMatch(access -> access.slots().stream().anyMatch(condition.set()::intersects));
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
