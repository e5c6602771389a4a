package org.mdscheck.checker.compile;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.StateLayout;

/**
 * Whether leaving out the states in which a process stands at a label can be noticed from outside:
 * by a selected property, a limit, a tally, or another process that asks where this one is.
 *
 * <p>A predicate does not notice it when it has the same value before and after the step from
 * there, whatever the rest of the state is; or when at that label it cannot have the value that
 * matters.
 */
final class Visibility {
  private final Spec spec;
  private final SlotUses uses;
  private final Processes processes;
  private final List<StateLayout.Process> owners;
  private final SlotUse strict = new SlotUse();
  private final Set<Integer> watched = new HashSet<>();

  /**
   * A step of a process from one label to another.
   *
   * @param changes the slots that it changes
   * @param held mutexes that the process holds before and after it
   */
  private record Move(int process, int from, int to, BitSet changes, BitSet held) {}

  Visibility(Spec spec, Cfg cfg, SlotUses uses, SlotUse askedBySteps) {
    this.spec = spec;
    this.uses = uses;
    processes = uses.processes();
    owners = cfg.layout().build().processes();
    spec.limits().forEach(limit -> uses.read(limit.within(), Scope.EMPTY, strict));
    spec.tallies().forEach(tally -> uses.read(tally.bucket(), Scope.EMPTY, strict));
    for (Property p : spec.properties()) {
      if (!(p instanceof Property.StepInvariant s)) continue;
      for (Property.Clause clause : s.clauses()) {
        if (clause.premise() != null) uses.read(clause.premise(), Scope.EMPTY, strict);
        uses.read(clause.conclusion(), Scope.EMPTY, strict);
      }
    }
    strict.looks.addAll(askedBySteps.looks);
    strict.asksForWaiters |= askedBySteps.asksForWaiters;
    watchedActions(cfg);
  }

  private void watchedActions(Cfg cfg) {
    List<Cfg.Edge> edges =
        cfg.graphs().stream()
            .flatMap(g -> g.nodes().stream())
            .flatMap(n -> n.edges().stream())
            .toList();
    Predicates predicates = new Predicates(spec, cfg.layout(), edges);
    for (var property : predicates.properties()) {
      if (property instanceof org.mdscheck.checker.system.Property.StepInvariant s)
        for (int action : s.actions()) watched.add(action);
    }
    predicates
        .tallies()
        .forEach(
            tally -> {
              for (int a : tally.actions()) watched.add(a);
            });
  }

  /** Whether nobody notices when the process does not stop at {@code from} before this step. */
  boolean isHidden(int process, int from, Cfg.Edge edge, SlotUse use, int to, BitSet held) {
    BitSet kept = (BitSet) held.clone();
    kept.andNot(use.releases);
    Move move = new Move(process, from, to, use.changes(), kept);
    Move stay = new Move(process, from, from, new BitSet(), held);
    if (watched.contains(edge.action())) return false;
    if (strict.asksOwnLocksAfter && !use.releases.isEmpty()) return false;
    if (notices(strict, move)) return false;
    return spec.properties().stream().allMatch(p -> isHidden(p, move, stay));
  }

  private boolean isHidden(Property p, Move move, Move stay) {
    if (p instanceof Property.Cover cover) return isHiddenOrFalse(cover.condition(), move, stay);
    if (p instanceof Property.Invariant i)
      return i.clauses().stream().allMatch(c -> isHiddenFromInvariant(c, move, stay));
    if (p instanceof Property.Recovery r) {
      return r.clauses().stream()
          .allMatch(
              c ->
                  (c.premise() == null || isHiddenOrFalse(c.premise(), move, stay))
                      && isHiddenOrFalse(c.conclusion(), move, stay));
    }
    return true; // of steps: strict; checks and stuck states are no matter of labels passed
  }

  /**
   * The states left out must not be the only ones that violate the clause, nor the only ones with
   * its premise. A cycle of waits does not go through a process that waits for nothing: it is there
   * after the step as well.
   */
  private boolean isHiddenFromInvariant(Property.Clause c, Move move, Move stay) {
    if (c.premise() != null) {
      if (hasAlways(c.premise(), false, stay)) return true;
      if (!isHidden(c.premise(), move)) return false;
    }
    return c.conclusion() instanceof Expr.NoWaitCycle
        || isHidden(c.conclusion(), move)
        || hasAlways(c.conclusion(), true, stay);
  }

  private boolean isHiddenOrFalse(Expr e, Move move, Move stay) {
    return isHidden(e, move) || hasAlways(e, false, stay);
  }

  /** Whether the predicate has the same value before and after the step. */
  private boolean isHidden(Expr e, Move move) {
    SlotUse use = new SlotUse();
    return value(e, Scope.EMPTY, move, use) != null || !notices(use, move);
  }

  /** Whether the predicate has this value whenever the process is at the label. */
  private boolean hasAlways(Expr e, boolean value, Move stay) {
    Boolean known = value(e, Scope.EMPTY, stay, new SlotUse());
    return known != null && known == value;
  }

  private boolean notices(SlotUse use, Move move) {
    return use.asksForWaiters
        || use.reads.intersects(move.changes)
        || use.looks.stream().anyMatch(look -> concerns(look, move) && differs(look, move));
  }

  private boolean concerns(SlotUse.Look look, Move move) {
    StateLayout.Process owner = owners.get(move.process);
    return owner.family().equals(look.family())
        && (look.member() < 0 || owner.member() == null || owner.member().id() == look.member());
  }

  private boolean differs(SlotUse.Look look, Move move) {
    BitSet inside = processes.nodesInside(look.family(), look.functions());
    return inside.get(move.from) != inside.get(move.to);
  }

  // ---- what is known when only one process's label is

  /**
   * The value of a predicate as far as the label of the process tells it, which is one of two; null
   * if it does not, and then {@code use} has what decides it.
   */
  private Boolean value(Expr e, Scope scope, Move move, SlotUse use) {
    Integer constant = Evaluator.constant(e, scope);
    if (constant != null) return constant != 0;
    if (e instanceof Expr.Not not) {
      Boolean operand = value(not.operand(), scope, move, use);
      return operand == null ? null : !operand;
    }
    if (e instanceof Expr.Binary b) {
      switch (b.operator()) {
        case AND:
          return all(
              List.of(new Part(b.left(), scope, true), new Part(b.right(), scope, true)),
              true,
              move,
              use);
        case OR:
          return all(
              List.of(new Part(b.left(), scope, true), new Part(b.right(), scope, true)),
              false,
              move,
              use);
        case IMPLIES:
          return all(
              List.of(new Part(b.left(), scope, false), new Part(b.right(), scope, true)),
              false,
              move,
              use);
        default:
      }
    }
    if (e instanceof Expr.Quantified q && q.quantifier() != Expr.Quantifier.COUNT) {
      List<Part> parts =
          SlotUses.each(q.variable(), scope).stream()
              .map(s -> new Part(q.body(), s, true))
              .toList();
      return all(parts, q.quantifier() == Expr.Quantifier.FOR_ALL, move, use);
    }
    if (e instanceof Expr.Inside inside) return inside(inside, scope, move, use);
    if (e instanceof Expr.Locked locked && isHeld(locked, scope, move)) return true;
    if (e instanceof Expr.Holding holding && isOfOthers(holding, scope, move)) return null;
    uses.read(e, scope, use);
    return null;
  }

  /** An operand, or its negation. */
  private record Part(Expr e, Scope scope, boolean positive) {}

  /** The conjunction of the parts, or their disjunction. */
  private Boolean all(List<Part> parts, boolean conjunction, Move move, SlotUse use) {
    SlotUse undecided = new SlotUse();
    boolean isKnown = true;
    for (Part part : parts) {
      Boolean value = value(part.e, part.scope, move, undecided);
      if (value == null) isKnown = false;
      else if ((value == part.positive) != conjunction) return !conjunction;
    }
    if (isKnown) return conjunction;
    use.add(undecided);
    return null;
  }

  private Boolean inside(Expr.Inside e, Scope scope, Move move, SlotUse use) {
    SlotUse asked = new SlotUse();
    uses.read(e, scope, asked);
    SlotUse.Look look = asked.looks.get(asked.looks.size() - 1);
    boolean isOfThis = concerns(look, move) && !differs(look, move);
    boolean isOnly = e.member() == null ? processes.count(e.family()) == 1 : look.member() >= 0;
    if (isOfThis) {
      boolean in = processes.nodesInside(look.family(), look.functions()).get(move.from);
      if (isOnly || in && e.member() == null) return in;
    }
    use.add(asked);
    return null;
  }

  /** Whether the question what a process holds is not about the process that moves. */
  private boolean isOfOthers(Expr.Holding e, Scope scope, Move move) {
    StateLayout.Process owner = owners.get(move.process);
    if (e.family() == null) return false;
    if (!e.family().equals(owner.family()))
      return e.member() == null || Evaluator.constant(e.member(), scope) != null;
    Integer member = e.member() == null ? null : Evaluator.constant(e.member(), scope);
    return member != null && owner.member() != null && owner.member().id() != member;
  }

  private boolean isHeld(Expr.Locked e, Scope scope, Move move) {
    List<Integer> slots = uses.bases(e.mutex(), scope);
    return slots.size() == 1 && move.held.get(slots.get(0));
  }
}
