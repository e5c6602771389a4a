package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Ref;

/**
 * Which slots are live at each label of a graph: read by its process before they are written again,
 * on some way from there. The classical backward analysis (Aho, Lam, Sethi and Ullman, Compilers,
 * second edition, section 9.2.5), slot by slot.
 */
final class Liveness {
  private final SlotUses uses;
  private final List<BitSet> live = new ArrayList<>(); // by node

  Liveness(Cfg.Graph graph, SlotUses uses) {
    this.uses = uses;
    graph.nodes().forEach(node -> live.add(new BitSet()));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int n = graph.nodes().size() - 1; n >= 0; n--) {
        BitSet before = (BitSet) live.get(n).clone();
        for (Cfg.Edge edge : graph.nodes().get(n).edges()) live.get(n).or(before(edge));
        changed |= !before.equals(live.get(n));
      }
    }
  }

  /** The slots live at a label. */
  BitSet at(int node) {
    return live.get(node);
  }

  private BitSet before(Cfg.Edge edge) {
    BitSet slots = before(edge.effects(), edge.scope(), before(edge.target()));
    SlotUse enabled = new SlotUse();
    uses.guards(edge.guards(), enabled);
    for (Ref mutex : edge.acquired()) uses.place(mutex, edge.scope(), enabled);
    slots.or(enabled.reads);
    return slots;
  }

  private BitSet before(Cfg.Target target) {
    if (target instanceof Cfg.Target.At at) return (BitSet) live.get(at.node()).clone();
    if (target instanceof Cfg.Target.Decide decide) {
      BitSet slots = before(decide.then());
      slots.or(before(decide.otherwise()));
      SlotUse condition = new SlotUse();
      uses.read(decide.condition(), decide.scope(), condition);
      slots.or(condition.reads);
      return slots;
    }
    if (target instanceof Cfg.Target.Clear clear) {
      BitSet slots = before(clear.target());
      for (int[] range : clear.slotRanges()) slots.clear(range[0], range[0] + range[1]);
      return slots;
    }
    if (target instanceof Cfg.Target.Past past) {
      BitSet slots = before(past.effects(), past.scope(), before(past.target()));
      SlotUse enabled = new SlotUse();
      uses.guards(past.guards(), enabled);
      slots.or(enabled.reads);
      return slots;
    }
    return new BitSet();
  }

  private BitSet before(List<Effect> effects, Scope scope, BitSet after) {
    BitSet slots = after;
    for (int i = effects.size() - 1; i >= 0; i--) slots = before(effects.get(i), scope, slots);
    return slots;
  }

  private BitSet before(Effect effect, Scope scope, BitSet after) {
    if (effect instanceof Effect.When when) {
      BitSet slots = before(when.then(), scope, (BitSet) after.clone());
      slots.or(before(when.otherwise(), scope, after));
      SlotUse condition = new SlotUse();
      uses.read(when.condition(), scope, condition);
      slots.or(condition.reads);
      return slots;
    }
    if (effect instanceof Effect.ForEach each) {
      List<Scope> scopes = SlotUses.each(each.variable(), scope);
      BitSet slots = after;
      for (int i = scopes.size() - 1; i >= 0; i--)
        slots = before(each.body(), scopes.get(i), slots);
      return slots;
    }
    BitSet slots = after;
    Ref target = overwritten(effect);
    if (target != null && uses.bases(target, scope).size() == 1)
      for (int base : uses.bases(target, scope)) slots.clear(base, base + target.type().slots());
    SlotUse use = new SlotUse();
    uses.effect(effect, scope, use);
    slots.or(use.reads);
    return slots;
  }

  /** The place that the effect writes whole, or null. */
  private static Ref overwritten(Effect effect) {
    if (effect instanceof Effect.Assign e) return e.target();
    if (effect instanceof Effect.Reset e) return e.target();
    return effect instanceof Effect.Dequeue e ? e.into() : null;
  }
}
