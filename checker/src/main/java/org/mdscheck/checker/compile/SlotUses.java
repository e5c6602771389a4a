package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdscheck.checker.spec.Bound;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Slot;

/**
 * Finds what expressions and effects can touch. Quantifiers and loops are unrolled and what a scope
 * knows is put in, so {@code x[self]} is one slot; an index that is only known in a state stands
 * for all.
 */
final class SlotUses {
  private final LayoutBuilder layout;
  private final Processes processes;
  private final Set<String> pooled = new HashSet<>(); // attributes whose use is checked
  private final Map<Cfg.Edge, SlotUse> ofEdges = new IdentityHashMap<>();

  SlotUses(Spec spec, LayoutBuilder layout, Processes processes) {
    this.layout = layout;
    this.processes = processes;
    for (Ref.Variable v : spec.variables()) {
      if (v.pool() != null && !v.name().equals(v.pool().references())) pooled.add(v.name());
    }
  }

  static SlotUses of(Spec spec, Cfg cfg) {
    Processes processes =
        new Processes(
            cfg, cfg.layout().build().processes(), MutexSlots.byClass(spec, cfg.layout()));
    return new SlotUses(spec, cfg.layout(), processes);
  }

  Processes processes() {
    return processes;
  }

  /** Everything that an edge touches, its passage past other nodes included; not to be changed. */
  SlotUse edge(Cfg.Edge edge) {
    return ofEdges.computeIfAbsent(edge, this::allOf);
  }

  private SlotUse allOf(Cfg.Edge edge) {
    SlotUse use = new SlotUse();
    guards(edge.guards(), use);
    for (Ref mutex : edge.acquired()) place(mutex, edge.scope(), use);
    effects(edge.effects(), edge.scope(), use);
    target(edge.target(), use);
    return use;
  }

  void guards(List<Cfg.Guard> guards, SlotUse use) {
    for (Cfg.Guard guard : guards) read(guard.condition(), guard.scope(), use);
  }

  void target(Cfg.Target target, SlotUse use) {
    if (target instanceof Cfg.Target.Decide decide) {
      read(decide.condition(), decide.scope(), use);
      target(decide.then(), use);
      target(decide.otherwise(), use);
    } else if (target instanceof Cfg.Target.Clear clear) {
      for (int[] range : clear.slotRanges()) use.writes.set(range[0], range[0] + range[1]);
      target(clear.target(), use);
    } else if (target instanceof Cfg.Target.Past past) {
      guards(past.guards(), use);
      effects(past.effects(), past.scope(), use);
      target(past.target(), use);
    }
  }

  void effects(List<Effect> effects, Scope scope, SlotUse use) {
    for (Effect effect : effects) effect(effect, scope, use);
  }

  void effect(Effect effect, Scope scope, SlotUse use) {
    if (effect instanceof Effect.Assign e) {
      assign(e, scope, use);
    } else if (effect instanceof Effect.Reset e) {
      place(e.target(), scope, use);
      add(e.target(), scope, use.writes);
    } else if (effect instanceof Effect.Acquire e) {
      place(e.mutex(), scope, use);
      add(e.mutex(), scope, use.acquires);
      use.canErr = true;
    } else if (effect instanceof Effect.Release e) {
      place(e.mutex(), scope, use);
      add(e.mutex(), scope, use.releases);
      use.canErr = true;
    } else if (effect instanceof Effect.Enqueue e) {
      queue(e.queue(), scope, use);
      e.values().forEach(v -> read(v, scope, use));
      use.canErr = true;
    } else if (effect instanceof Effect.Dequeue e) {
      queue(e.queue(), scope, use);
      if (e.into() != null) {
        place(e.into(), scope, use);
        add(e.into(), scope, use.writes);
      }
      use.canErr = true;
    } else if (effect instanceof Effect.Remove e) {
      queue(e.queue(), scope, use);
      read(e.value(), scope, use);
    } else if (effect instanceof Effect.Check e) {
      read(e.condition(), scope, use);
      use.checks = true;
      use.canCrash |= e.fatal();
    } else if (effect instanceof Effect.When e) {
      read(e.condition(), scope, use);
      effects(e.then(), scope, use);
      effects(e.otherwise(), scope, use);
    } else if (effect instanceof Effect.ForEach e) {
      for (Scope each : each(e.variable(), scope)) effects(e.body(), each, use);
    }
  }

  private void assign(Effect.Assign e, Scope scope, SlotUse use) {
    place(e.target(), scope, use);
    add(e.target(), scope, use.writes);
    read(e.value(), scope, use);
    if (e.target().type() instanceof Type.Scalar scalar)
      use.canErr |= !Fit.always(e.value(), scope, scalar.domain());
  }

  private void queue(Ref queue, Scope scope, SlotUse use) {
    place(queue, scope, use);
    add(queue, scope, use.reads);
    add(queue, scope, use.writes);
  }

  /** The scopes in which a bound variable has one value after the other. */
  static List<Scope> each(Bound variable, Scope scope) {
    List<Scope> scopes = new ArrayList<>();
    int low = Evaluator.low(variable);
    for (int i = 0; i < variable.index().size(); i++) scopes.add(scope.with(variable, low + i));
    return scopes;
  }

  // ---- expressions

  void read(Expr e, Scope scope, SlotUse use) {
    if (Evaluator.constant(e, scope) != null) return;
    if (e instanceof Ref ref) {
      place(ref, scope, use);
      add(ref, scope, use.reads);
    } else if (e instanceof Expr.Not not) {
      read(not.operand(), scope, use);
    } else if (e instanceof Expr.Binary binary) {
      read(binary.left(), scope, use);
      read(binary.right(), scope, use);
      use.canErr |= !Fit.hasValue(binary, scope);
    } else if (e instanceof Expr.Conditional c) {
      read(c.condition(), scope, use);
      read(c.then(), scope, use);
      read(c.otherwise(), scope, use);
    } else if (e instanceof Expr.Quantified q) {
      for (Scope each : each(q.variable(), scope)) read(q.body(), each, use);
    } else if (e instanceof Expr.Length length) {
      read(length.of(), scope, use);
    } else if (e instanceof Expr.Contains contains) {
      read(contains.queue(), scope, use);
      read(contains.value(), scope, use);
    } else if (e instanceof Expr.Next next) {
      SlotUse after = new SlotUse();
      read(next.operand(), scope, after);
      after.asksOwnLocksAfter = after.asksOwnLocks;
      use.add(after);
    } else if (e instanceof Expr.Locked locked) {
      place(locked.mutex(), scope, use);
      add(locked.mutex(), scope, use.reads);
    } else {
      ask(e, scope, use);
    }
  }

  /** What the process that takes a step holds itself is no read: nobody else changes it. */
  private void ask(Expr e, Scope scope, SlotUse use) {
    if (e instanceof Expr.Holding holding) {
      if (holding.member() != null) read(holding.member(), scope, use);
      if (holding.family() == null) use.asksOwnLocks = true;
      else use.reads.or(processes.mutexSlots(holding.lockClass()));
    } else if (e instanceof Expr.Inside inside) {
      Integer member = -1;
      if (inside.member() != null) {
        read(inside.member(), scope, use);
        member = Evaluator.constant(inside.member(), scope);
      }
      use.looks.add(
          new SlotUse.Look(inside.family(), member == null ? -1 : member, inside.functions()));
    } else if (e instanceof Expr.Unreferenced unreferenced) {
      read(unreferenced.id(), scope, use);
      use.reads.or(holders(unreferenced));
    } else if (e instanceof Expr.NoWaitCycle) {
      use.asksForWaiters = true;
      use.reads.or(processes.mutexSlots(""));
    }
  }

  /** The locals that keep an id from being unreferenced. */
  BitSet holders(Expr.Unreferenced e) {
    Domain.Id of = (Domain.Id) e.id().type().scalar("unreferenced");
    BitSet holders = new BitSet();
    for (Slot slot : layout.slots()) {
      if (slot.kind() == Slot.Kind.LOCAL
          && slot.domain() instanceof Domain.Id id
          && id.of().equals(of.of())
          && id.nullable()) holders.set(slot.index());
    }
    return holders;
  }

  // ---- places

  /** What is read to find a place: indexes, the length before an element, the count of a pool. */
  void place(Ref ref, Scope scope, SlotUse use) {
    if (ref instanceof Ref.Member member) {
      place(member.struct(), scope, use);
    } else if (ref instanceof Ref.Item item) {
      place(item.queue(), scope, use);
      read(item.position(), scope, use);
      bases(item.queue(), scope).forEach(use.reads::set);
      use.canErr = true;
    } else if (ref instanceof Ref.Element element) {
      place(element.array(), scope, use);
      read(element.index(), scope, use);
      Type.Index by = ((Type.Array) element.array().type()).index();
      use.canErr |= !Fit.always(element.index(), scope, by);
      if (element.array() instanceof Ref.Variable v && pooled.contains(v.name())) {
        use.canCrash = true;
        int references = layout.slot(v.pool().references());
        Integer object = Evaluator.constant(element.index(), scope);
        if (object == null) use.reads.set(references, references + by.size());
        else use.reads.set(references + object);
      }
    }
  }

  /** Adds every slot that a place can be, with everything in it. */
  void add(Ref ref, Scope scope, BitSet slots) {
    int size = ref.type().slots();
    for (int base : bases(ref, scope)) slots.set(base, base + size);
  }

  /** The first slots that a place can have. */
  List<Integer> bases(Ref ref, Scope scope) {
    if (ref instanceof Local local) return List.of(scope.slot(local));
    if (ref instanceof Ref.Variable variable) return List.of(layout.slot(variable));
    if (ref instanceof Ref.Member member) {
      int at = SlotPath.fieldOffset((Type.Struct) member.struct().type(), member.field());
      return bases(member.struct(), scope).stream().map(b -> b + at).toList();
    }
    if (ref instanceof Ref.Item item) {
      int capacity = ((Type.Queue) item.queue().type()).capacity();
      Integer position = Evaluator.constant(item.position(), scope);
      return elements(bases(item.queue(), scope), 1, position, capacity, ref.type().slots());
    }
    Ref.Element element = (Ref.Element) ref;
    Type.Index by = ((Type.Array) element.array().type()).index();
    Integer index = Evaluator.constant(element.index(), scope);
    Integer position = index == null ? null : (Integer) (index - Evaluator.low(by));
    return elements(bases(element.array(), scope), 0, position, by.size(), ref.type().slots());
  }

  private static List<Integer> elements(
      List<Integer> bases, int offset, Integer position, int count, int size) {
    boolean isKnown = position != null && position >= 0 && position < count;
    List<Integer> elements = new ArrayList<>();
    for (int base : bases) {
      for (int i = isKnown ? position : 0; i < (isKnown ? position + 1 : count); i++)
        elements.add(base + offset + i * size);
    }
    return elements;
  }
}
