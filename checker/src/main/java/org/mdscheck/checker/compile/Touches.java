package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.system.ActionFootprint.Access;
import org.mdscheck.checker.system.ActionFootprint.Kind;
import org.mdscheck.checker.system.ActionFootprint.LabelSet;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Slot;

/** Collects what evaluating expressions and making changes touches. */
final class Touches {
  private final List<Slot> slots;
  private final Regions regions;
  private final Processes processes;
  private final boolean inStep;
  private final List<Access> accesses = new ArrayList<>();
  private final List<LabelSet> labels = new ArrayList<>();

  /**
   * @param inStep whether a process takes a step: then the objects of a pool are looked at before
   *     they are used
   */
  Touches(LayoutBuilder layout, Processes processes, boolean inStep) {
    slots = layout.slots();
    regions = new Regions(layout);
    this.processes = processes;
    this.inStep = inStep;
  }

  List<Access> accesses() {
    return accesses;
  }

  List<LabelSet> labels() {
    return labels;
  }

  /** All slots read or written. */
  BitSet slots() {
    BitSet all = new BitSet();
    accesses.forEach(access -> access.slots().forEach(all::or));
    return all;
  }

  /** All slots written. */
  BitSet written() {
    BitSet all = new BitSet();
    for (Access access : accesses) {
      if (access.kind().isChange()) access.slots().forEach(all::or);
    }
    return all;
  }

  /** Forgets the selectors that are among some slots: their codes change meanwhile. */
  void forgetSelectors(BitSet changing) {
    accesses.replaceAll(
        access ->
            access.selector() >= 0 && changing.get(access.selector()) ? anywhere(access) : access);
  }

  private static Access anywhere(Access access) {
    BitSet all = new BitSet();
    access.slots().forEach(all::or);
    return Access.of(access.kind(), all);
  }

  void write(BitSet written) {
    accesses.add(Access.of(Kind.WRITE, written));
  }

  // ---- expressions

  void read(Expr e, Scope scope) {
    if (Evaluator.constant(e, scope) != null || e instanceof Expr.Acquiring) return;
    if (e instanceof Ref ref) {
      place(Kind.READ, ref, scope);
    } else if (e instanceof Expr.Not not) {
      read(not.operand(), scope);
    } else if (e instanceof Expr.Binary binary) {
      read(binary.left(), scope);
      read(binary.right(), scope);
    } else if (e instanceof Expr.Conditional conditional) {
      read(conditional.condition(), scope);
      read(conditional.then(), scope);
      read(conditional.otherwise(), scope);
    } else if (e instanceof Expr.Quantified quantified) {
      int low = Evaluator.low(quantified.variable());
      for (int i = 0; i < quantified.variable().index().size(); i++)
        read(quantified.body(), scope.with(quantified.variable(), low + i));
    } else if (e instanceof Expr.Length length) {
      read(length.of(), scope);
    } else if (e instanceof Expr.Contains contains) {
      read(contains.queue(), scope);
      read(contains.value(), scope);
    } else if (e instanceof Expr.Next next) {
      read(next.operand(), scope);
    } else if (e instanceof Expr.Locked locked) {
      place(Kind.READ, locked.mutex(), scope);
    } else if (e instanceof Expr.Holding holding) {
      holding(holding, scope);
    } else if (e instanceof Expr.Inside inside) {
      inside(inside, scope);
    } else if (e instanceof Expr.Unreferenced unreferenced) {
      unreferenced(unreferenced, scope);
    } else {
      assert e instanceof Expr.NoWaitCycle;
      waits();
    }
  }

  /** What the process that takes the step owns, nobody else changes: that is no access. */
  private void holding(Expr.Holding e, Scope scope) {
    if (e.family() == null) return;
    accesses.add(Access.of(Kind.READ, processes.mutexSlots(e.lockClass())));
    if (e.member() != null) read(e.member(), scope);
  }

  private void inside(Expr.Inside e, Scope scope) {
    BitSet nodes = processes.nodesInside(e.family(), e.functions());
    int first = processes.first(e.family());
    Integer member = e.member() == null ? null : Evaluator.constant(e.member(), scope);
    for (int i = 0; i < processes.count(e.family()); i++) {
      if (member == null || member == i) labels.add(new LabelSet(first + i, nodes));
    }
    if (e.member() != null) read(e.member(), scope);
  }

  private void unreferenced(Expr.Unreferenced e, Scope scope) {
    Domain.Id of = (Domain.Id) e.id().type().scalar("unreferenced");
    BitSet holders = new BitSet();
    for (Slot slot : slots) {
      if (slot.kind() == Slot.Kind.LOCAL
          && slot.domain() instanceof Domain.Id id
          && id.of().equals(of.of())
          && id.nullable()) {
        holders.set(slot.index());
      }
    }
    accesses.add(Access.of(Kind.READ, holders));
    read(e.id(), scope);
  }

  /** Who waits for which mutex, and who owns it. */
  private void waits() {
    accesses.add(Access.of(Kind.READ, processes.mutexSlots("")));
    for (Processes.Wait wait : processes.waits()) {
      BitSet label = new BitSet();
      label.set(wait.node());
      labels.add(new LabelSet(wait.process(), label));
      place(Kind.READ, wait.mutex(), wait.scope());
    }
  }

  // ---- places

  void place(Kind kind, Ref ref, Scope scope) {
    accesses.add(regions.of(ref, scope).access(kind));
    indexes(ref, scope);
  }

  /** What is read to find a place. */
  void indexes(Ref ref, Scope scope) {
    if (inStep) {
      Regions.Region references = regions.references(ref, scope);
      if (references != null) accesses.add(references.access(Kind.IN_USE));
    }
    Ref at = ref;
    while (!(at instanceof Local) && !(at instanceof Ref.Variable)) {
      if (at instanceof Ref.Element element) read(element.index(), scope);
      if (at instanceof Ref.Item item) read(item.position(), scope);
      at = Footprint.parent(at);
    }
  }

  // ---- effects

  void change(Effect effect, Scope scope) {
    if (effect instanceof Effect.Assign e && isGrowth(e, scope)) {
      place(Kind.GROW, e.target(), scope);
    } else if (effect instanceof Effect.Assign e) {
      place(Kind.WRITE, e.target(), scope);
      read(e.value(), scope);
    } else if (effect instanceof Effect.Reset e) {
      place(Kind.WRITE, e.target(), scope);
    } else if (effect instanceof Effect.Acquire e) {
      place(Kind.ACQUIRE, e.mutex(), scope);
    } else if (effect instanceof Effect.Release e) {
      place(Kind.RELEASE, e.mutex(), scope);
    } else if (effect instanceof Effect.Enqueue e) {
      place(Kind.WRITE, e.queue(), scope);
      e.values().forEach(value -> read(value, scope));
    } else if (effect instanceof Effect.Dequeue e) {
      place(Kind.WRITE, e.queue(), scope);
      if (e.into() != null) place(Kind.WRITE, e.into(), scope);
    } else if (effect instanceof Effect.Remove e) {
      place(Kind.WRITE, e.queue(), scope);
      read(e.value(), scope);
    } else if (effect instanceof Effect.Check e) {
      read(e.condition(), scope);
    } else if (effect instanceof Effect.When e) {
      read(e.condition(), scope);
      e.then().forEach(inner -> change(inner, scope));
      e.otherwise().forEach(inner -> change(inner, scope));
    } else {
      Effect.ForEach e = (Effect.ForEach) effect;
      int low = Evaluator.low(e.variable());
      for (int i = 0; i < e.variable().index().size(); i++) {
        Scope inner = scope.with(e.variable(), low + i);
        e.body().forEach(effectOfOne -> change(effectOfOne, inner));
      }
    }
  }

  private static boolean isGrowth(Effect.Assign e, Scope scope) {
    if (!(e.value() instanceof Expr.Binary sum) || sum.operator() != Expr.Operator.PLUS)
      return false;
    Integer more = Evaluator.constant(sum.right(), scope);
    return sum.left().equals(e.target()) && more != null && more >= 0;
  }
}
