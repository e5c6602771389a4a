package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.Slot;

/** Who looks at a process from outside: properties, limits, tallies, and other processes. */
final class Observers {
  private final Spec spec;
  private final Cfg cfg;
  private final SlotUses uses;

  Observers(Spec spec, Cfg cfg, SlotUses uses) {
    this.spec = spec;
    this.cfg = cfg;
    this.uses = uses;
  }

  /** Every expression that is evaluated outside the steps. */
  static List<Expr> predicates(Spec spec) {
    List<Expr> all = new ArrayList<>();
    spec.limits().forEach(limit -> all.add(limit.within()));
    spec.tallies().forEach(tally -> all.add(tally.bucket()));
    for (Property p : spec.properties()) {
      if (p instanceof Property.Cover cover) all.add(cover.condition());
      for (Property.Clause clause : clauses(p)) {
        if (clause.premise() != null) all.add(clause.premise());
        all.add(clause.conclusion());
      }
    }
    return all;
  }

  private static List<Property.Clause> clauses(Property p) {
    if (p instanceof Property.Invariant i) return i.clauses();
    if (p instanceof Property.StepInvariant s) return s.clauses();
    return p instanceof Property.Recovery r ? r.clauses() : List.of();
  }

  /** Local variables that somebody other than their own process reads. */
  BitSet locals() {
    SlotUse outside = new SlotUse();
    for (Expr e : predicates(spec)) uses.read(e, Scope.EMPTY, outside);
    BitSet seen = outside.reads;
    for (Cfg.Graph graph : cfg.graphs()) {
      BitSet reads = new BitSet();
      for (Cfg.Node node : graph.nodes())
        for (Cfg.Edge edge : node.edges()) reads.or(uses.edge(edge).reads);
      for (Slot slot : cfg.layout().slots())
        if (slot.process() == graph.process()) reads.clear(slot.index());
      seen.or(reads);
    }
    return seen;
  }
}
