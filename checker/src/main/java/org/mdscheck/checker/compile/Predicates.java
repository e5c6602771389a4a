package org.mdscheck.checker.compile;

import static org.mdscheck.checker.spec.Expressions.holding;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.value;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property.Clause;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem.Tally;

/** Numbers the predicates that properties, bounds and tallies are made of. */
final class Predicates {
  /** Name of the tally of lock classes held when a mutex is taken. */
  static final String LOCK_ORDER = "lock-order";

  /** An expression, and whose it is, for messages. */
  record Predicate(String owner, Expr expr) {
    SpecException fault(String error) {
      return new SpecException(
          owner + " cannot be evaluated: " + error + "; give the clause a premise");
    }
  }

  private final List<Predicate> ofStates = new ArrayList<>();
  private final List<Predicate> ofSteps = new ArrayList<>();
  private final List<Predicate> buckets = new ArrayList<>();
  private final List<Property> properties = new ArrayList<>();
  private final List<Tally> tallies = new ArrayList<>();
  private final int boundPredicate;
  private final List<Cfg.Edge> edges;
  private final List<BitSet> writes;
  private final Footprint footprint;

  Predicates(Spec spec, LayoutBuilder layout, List<Cfg.Edge> edges) {
    this.edges = edges;
    footprint = new Footprint(layout);
    writes = edges.stream().map(footprint::writes).toList();
    Expr within = null;
    for (Spec.Limit limit : spec.limits())
      within = within == null ? limit.within() : within.and(limit.within());
    boundPredicate = within == null ? -1 : state("the limit", within);
    spec.properties().forEach(p -> properties.add(compile(p)));
    for (Spec.StepTally tally : spec.tallies()) {
      tallies.add(
          new Tally(
              tally.name(), actions(tally.name(), List.of(tally.bucket())), tally.bucketNames()));
      buckets.add(new Predicate("tally " + tally.name(), tally.bucket()));
    }
    lockOrderTally(spec, layout);
  }

  private Property compile(org.mdscheck.checker.spec.Property p) {
    if (p instanceof org.mdscheck.checker.spec.Property.Invariant i) {
      return new Property.Invariant(i.name(), i.meaning(), stateClauses(i, i.clauses()));
    }
    if (p instanceof org.mdscheck.checker.spec.Property.StepInvariant s) {
      List<Property.Clause> clauses = new ArrayList<>();
      List<Expr> exprs = new ArrayList<>();
      for (Clause c : s.clauses()) {
        clauses.add(
            new Property.Clause(
                c.name(),
                c.premise() == null ? -1 : step(owner(s, c), c.premise()),
                step(owner(s, c), c.conclusion())));
        if (c.premise() != null) exprs.add(c.premise());
        exprs.add(c.conclusion());
      }
      return new Property.StepInvariant(s.name(), s.meaning(), clauses, actions(s.name(), exprs));
    }
    if (p instanceof org.mdscheck.checker.spec.Property.Cover c) {
      return new Property.Cover(
          c.name(), c.meaning(), state("property " + c.name(), c.condition()));
    }
    if (p instanceof org.mdscheck.checker.spec.Property.Recovery r) {
      return new Property.Recovery(r.name(), r.meaning(), stateClauses(r, r.clauses()));
    }
    if (p instanceof org.mdscheck.checker.spec.Property.Checked c)
      return new Property.Checked(c.name(), c.meaning());
    return new Property.NoStuckState(p.name(), p.meaning());
  }

  private List<Property.Clause> stateClauses(
      org.mdscheck.checker.spec.Property p, List<Clause> clauses) {
    return clauses.stream()
        .map(
            c ->
                new Property.Clause(
                    c.name(),
                    c.premise() == null ? -1 : state(owner(p, c), c.premise()),
                    state(owner(p, c), c.conclusion())))
        .toList();
  }

  private static String owner(org.mdscheck.checker.spec.Property p, Clause c) {
    return "clause \"" + c.name() + "\" of property " + p.name();
  }

  private int state(String owner, Expr e) {
    ofStates.add(new Predicate(owner, e));
    return ofStates.size() - 1;
  }

  private int step(String owner, Expr e) {
    ofSteps.add(new Predicate(owner, e));
    return ofSteps.size() - 1;
  }

  /**
   * The actions on which the expressions can have another value than on a step that changes
   * nothing.
   */
  private int[] actions(String property, List<Expr> exprs) {
    BitSet reads = new BitSet();
    boolean[] acquiring = new boolean[1];
    for (Expr e : exprs) reads.or(footprint.readsAfterStep(e, Scope.EMPTY, acquiring));
    if (reads.isEmpty() && !acquiring[0]) {
      throw new SpecException(
          "property "
              + property
              + " says nothing about the step: use next(...) or acquiring(...), or make it an invariant");
    }
    return edges.stream()
        .filter(
            e ->
                writes.get(e.action()).intersects(reads) || acquiring[0] && !e.acquired().isEmpty())
        .mapToInt(Cfg.Edge::action)
        .toArray();
  }

  /**
   * For each step that takes a mutex, the classes of the mutexes that its process holds already,
   * one bit each.
   */
  private void lockOrderTally(Spec spec, LayoutBuilder layout) {
    Map<String, BitSet> classes = new TreeMap<>(MutexSlots.byClass(spec, layout));
    classes.remove("");
    List<String> names = List.copyOf(classes.keySet());
    if (names.size() > 10) throw new SpecException("more than 10 lock classes: " + names);
    List<String> bucketNames = new ArrayList<>();
    for (int held = 0; held < 1 << names.size(); held++) {
      List<String> some = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) if ((held >>> i & 1) != 0) some.add(names.get(i));
      bucketNames.add(String.join(", ", some));
    }
    int[] actions =
        edges.stream().filter(e -> !e.acquired().isEmpty()).mapToInt(Cfg.Edge::action).toArray();
    tallies.add(new Tally(LOCK_ORDER, actions, bucketNames));
    Expr held = value(0);
    for (int i = 0; i < names.size(); i++)
      held = held.plus(ifElse(holding(names.get(i)), 1 << i, 0));
    buckets.add(new Predicate("tally " + LOCK_ORDER, held));
  }

  List<Property> properties() {
    return List.copyOf(properties);
  }

  List<Tally> tallies() {
    return List.copyOf(tallies);
  }

  int boundPredicate() {
    return boundPredicate;
  }

  /** All of them: those of states, of steps, and the buckets. */
  Predicate numbered(int number) {
    int step = number - ofStates.size();
    if (step < 0) return ofStates.get(number);
    return step < ofSteps.size() ? ofSteps.get(step) : buckets.get(step - ofSteps.size());
  }

  /** By the numbers that properties use for states. */
  List<Predicate> ofStates() {
    return ofStates;
  }

  /** By the numbers that properties use for steps. */
  List<Predicate> ofSteps() {
    return ofSteps;
  }

  /** The buckets of the tallies. */
  List<Predicate> buckets() {
    return buckets;
  }
}
