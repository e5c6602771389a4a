package org.mdscheck.checker.compile;

import static org.mdscheck.checker.system.Footprints.Condition.Kind.AT;
import static org.mdscheck.checker.system.Footprints.Condition.Kind.FREE;
import static org.mdscheck.checker.system.Footprints.Condition.Kind.OWNED;
import static org.mdscheck.checker.system.Footprints.Condition.Kind.OWNS;
import static org.mdscheck.checker.system.Footprints.Condition.Kind.OWNS_NONE;
import static org.mdscheck.checker.system.Footprints.Condition.Kind.VALUES;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.system.ActionFootprint.Kind;
import org.mdscheck.checker.system.ActionFootprint.LabelSet;
import org.mdscheck.checker.system.Footprints.Condition;
import org.mdscheck.checker.system.Footprints.Outlook;
import org.mdscheck.checker.system.Slot;

/**
 * Takes state predicates apart into the ways in which they can be true or false: a disjunction of
 * conjunctions, as far as that stays small.
 */
final class Ways {
  private static final int MAX_WAYS = 64;

  private final Cfg cfg;
  private final Processes processes;

  Ways(Cfg cfg, Processes processes) {
    this.cfg = cfg;
    this.processes = processes;
  }

  Outlook outlook(Expr e) {
    return new Outlook(ways(e, Scope.EMPTY, true), ways(e, Scope.EMPTY, false));
  }

  private List<List<Condition>> ways(Expr e, Scope scope, boolean wanted) {
    Integer constant = Evaluator.constant(e, scope);
    if (constant != null) return (constant != 0) == wanted ? List.of(List.of()) : List.of();
    if (e instanceof Expr.Not not) return ways(not.operand(), scope, !wanted);
    if (e instanceof Expr.Binary binary) return binary(binary, scope, wanted);
    if (e instanceof Expr.Conditional c) {
      return either(
          both(ways(c.condition(), scope, true), ways(c.then(), scope, wanted)),
          both(ways(c.condition(), scope, false), ways(c.otherwise(), scope, wanted)));
    }
    if (e instanceof Expr.Quantified q && q.quantifier() != Expr.Quantifier.COUNT)
      return quantified(q, scope, wanted);
    if (e instanceof Expr.Locked locked) return locked(locked, scope, wanted);
    if (e instanceof Expr.Holding holding) return holding(holding, scope, wanted);
    if (e instanceof Expr.Inside inside) return inside(inside, scope, wanted);
    // A circle of processes that wait for each other is there for good: none of them takes a step
    // any more, whatever the others do.
    if (e instanceof Expr.NoWaitCycle && !wanted && everyWaitIsFixed()) return List.of(List.of());
    return List.of(values(e, scope));
  }

  private List<List<Condition>> binary(Expr.Binary e, Scope scope, boolean wanted) {
    boolean isOr = e.operator() == Expr.Operator.OR || e.operator() == Expr.Operator.IMPLIES;
    if (!isOr && e.operator() != Expr.Operator.AND) return List.of(values(e, scope));
    List<List<Condition>> left =
        ways(e.left(), scope, wanted != (e.operator() == Expr.Operator.IMPLIES));
    List<List<Condition>> right = ways(e.right(), scope, wanted);
    return isOr == wanted ? either(left, right) : both(left, right);
  }

  private List<List<Condition>> quantified(Expr.Quantified e, Scope scope, boolean wanted) {
    boolean isAny = (e.quantifier() == Expr.Quantifier.EXISTS) == wanted;
    List<List<Condition>> ways = isAny ? List.of() : List.of(List.of());
    int low = Evaluator.low(e.variable());
    for (int i = 0; i < e.variable().index().size(); i++) {
      List<List<Condition>> one = ways(e.body(), scope.with(e.variable(), low + i), wanted);
      ways = isAny ? either(ways, one) : both(ways, one);
    }
    return ways;
  }

  private List<List<Condition>> locked(Expr.Locked e, Scope scope, boolean wanted) {
    Touches index = touches();
    index.indexes(e.mutex(), scope);
    Touches mutex = touches();
    mutex.place(Kind.READ, e.mutex(), scope);
    BitSet slots = mutex.slots();
    slots.andNot(index.slots());
    List<Condition> way = new ArrayList<>(conditions(index));
    way.add(new Condition(wanted ? OWNED : FREE, -1, slots));
    return List.of(way);
  }

  private List<List<Condition>> holding(Expr.Holding e, Scope scope, boolean wanted) {
    BitSet mutexes = processes.mutexSlots(e.lockClass());
    return ofMembers(
        e.family(),
        e.member(),
        scope,
        wanted,
        p -> new Condition(OWNS, p, mutexes),
        p -> new Condition(OWNS_NONE, p, mutexes));
  }

  private List<List<Condition>> inside(Expr.Inside e, Scope scope, boolean wanted) {
    BitSet nodes = processes.nodesInside(e.family(), e.functions());
    return ofMembers(
        e.family(),
        e.member(),
        scope,
        wanted,
        p -> new Condition(AT, p, nodes),
        p -> new Condition(AT, p, others(p, nodes)));
  }

  private BitSet others(int process, BitSet nodes) {
    BitSet others = (BitSet) nodes.clone();
    others.flip(0, cfg.graphs().get(process).nodes().size());
    return others;
  }

  private List<List<Condition>> ofMembers(
      String family,
      Expr member,
      Scope scope,
      boolean wanted,
      IntFunction<Condition> yes,
      IntFunction<Condition> no) {
    int first = processes.first(family);
    int count = processes.count(family);
    Integer constant = member == null ? null : Evaluator.constant(member, scope);
    if (constant != null && (constant < 0 || constant >= count))
      return wanted ? List.of() : List.of(List.of());
    if (constant != null) return List.of(List.of((wanted ? yes : no).apply(first + constant)));
    List<Condition> all = new ArrayList<>();
    if (member != null) {
      Touches which = touches();
      which.read(member, scope);
      all.addAll(conditions(which));
    } else if (wanted) {
      return IntStream.range(first, first + count).mapToObj(p -> List.of(yes.apply(p))).toList();
    }
    for (int p = first; p < first + count; p++) {
      all.add(no.apply(p));
      if (member != null) all.add(yes.apply(p));
    }
    return List.of(all);
  }

  /** Whether nobody but the process that waits can change which mutex it waits for. */
  private boolean everyWaitIsFixed() {
    for (Processes.Wait wait : processes.waits()) {
      Touches touches = touches();
      touches.indexes(wait.mutex(), wait.scope());
      boolean isOwn =
          touches.slots().stream()
              .mapToObj(cfg.layout().slots()::get)
              .allMatch(s -> s.kind() == Slot.Kind.LOCAL && s.process() == wait.process());
      if (!isOwn || !touches.labels().isEmpty()) return false;
    }
    return true;
  }

  // ---- combining

  private static List<List<Condition>> either(
      List<List<Condition>> some, List<List<Condition>> others) {
    List<List<Condition>> all = new ArrayList<>(some);
    all.addAll(others);
    return limited(all);
  }

  private static List<List<Condition>> both(
      List<List<Condition>> some, List<List<Condition>> others) {
    List<List<Condition>> all = new ArrayList<>();
    for (List<Condition> one : some) {
      for (List<Condition> other : others) {
        List<Condition> way = new ArrayList<>(one);
        way.addAll(other);
        all.add(way.stream().distinct().toList());
      }
    }
    return limited(all);
  }

  /** One way that rests on everything, where there would be too many. */
  private static List<List<Condition>> limited(List<List<Condition>> ways) {
    return ways.size() <= MAX_WAYS
        ? ways
        : List.of(ways.stream().flatMap(List::stream).distinct().toList());
  }

  // ---- what cannot be taken apart

  private Touches touches() {
    return new Touches(cfg.layout(), processes, false);
  }

  private List<Condition> values(Expr e, Scope scope) {
    Touches touches = touches();
    touches.read(e, scope);
    return conditions(touches);
  }

  private List<Condition> conditions(Touches touches) {
    List<Condition> conditions = new ArrayList<>();
    if (!touches.slots().isEmpty()) conditions.add(new Condition(VALUES, -1, touches.slots()));
    for (LabelSet asked : touches.labels()) {
      conditions.add(new Condition(AT, asked.process(), asked.labels()));
      conditions.add(new Condition(AT, asked.process(), others(asked.process(), asked.labels())));
    }
    return conditions;
  }
}
