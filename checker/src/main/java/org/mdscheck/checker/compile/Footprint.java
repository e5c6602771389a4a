package org.mdscheck.checker.compile;

import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.spec.Bound;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.checker.spec.Type;

/**
 * Which slots an expression can read and an effect can write, from their trees. An index that is
 * not constant stands for all.
 */
final class Footprint {
  private final LayoutBuilder layout;

  Footprint(LayoutBuilder layout) {
    this.layout = layout;
  }

  /** Refuses a condition that reads anything but locals and bound variables. */
  static void requireLocal(String program, Expr condition) {
    new Walk() {
      @Override
      void place(Ref ref) {
        Ref root = ref;
        while (!(root instanceof Local) && !(root instanceof Ref.Variable)) root = parent(root);
        if (root instanceof Ref.Variable) {
          throw new SpecException(
              program
                  + ": branch reads the shared variable "
                  + root
                  + " without a step of its own: use test(...), or read it into a local first");
        }
      }
    }.expr(condition);
  }

  static Ref parent(Ref ref) {
    if (ref instanceof Ref.Element element) return element.array();
    if (ref instanceof Ref.Member member) return member.struct();
    return ((Ref.Item) ref).queue();
  }

  /**
   * Slots that {@code expr} reads below a {@code next}; {@code mentionsAcquiring[0]} becomes true
   * when it mentions locks or next at all.
   */
  BitSet readsAfterStep(Expr expr, Scope scope, boolean[] mentionsAcquiring) {
    BitSet reads = new BitSet();
    new Walk() {
      private boolean next;

      @Override
      void expr(Expr e) {
        if (e instanceof Expr.Acquiring) mentionsAcquiring[0] = true;
        if (e instanceof Expr.Next) {
          boolean before = next;
          next = true;
          super.expr(e);
          next = before;
        } else {
          super.expr(e);
        }
      }

      @Override
      void place(Ref ref) {
        if (next) addSlots(ref, scope, reads);
      }
    }.expr(expr);
    return reads;
  }

  /** Slots that the effects of an edge can write; the label is not among them. */
  BitSet writes(Cfg.Edge edge) {
    BitSet writes = new BitSet();
    edge.effects().forEach(effect -> writes(effect, edge.scope(), writes));
    for (Cfg.Target.Past past : Cfg.Target.passed(edge.target()))
      past.effects().forEach(effect -> writes(effect, past.scope(), writes));
    return writes;
  }

  private void writes(Effect effect, Scope scope, BitSet writes) {
    if (effect instanceof Effect.Assign e) {
      addSlots(e.target(), scope, writes);
    } else if (effect instanceof Effect.Reset e) {
      addSlots(e.target(), scope, writes);
    } else if (effect instanceof Effect.Acquire e) {
      addSlots(e.mutex(), scope, writes);
    } else if (effect instanceof Effect.Release e) {
      addSlots(e.mutex(), scope, writes);
    } else if (effect instanceof Effect.Enqueue e) {
      addSlots(e.queue(), scope, writes);
    } else if (effect instanceof Effect.Dequeue e) {
      addSlots(e.queue(), scope, writes);
      if (e.into() != null) addSlots(e.into(), scope, writes);
    } else if (effect instanceof Effect.Remove e) {
      addSlots(e.queue(), scope, writes);
    } else if (effect instanceof Effect.When e) {
      e.then().forEach(inner -> writes(inner, scope, writes));
      e.otherwise().forEach(inner -> writes(inner, scope, writes));
    } else if (effect instanceof Effect.ForEach e) {
      // Every element may be meant: a bound variable counts as an index that is not constant.
      e.body().forEach(inner -> writes(inner, scope, writes));
    }
  }

  /** Adds every slot that the place can be, with everything in it. */
  private void addSlots(Ref ref, Scope scope, BitSet slots) {
    Ref root = ref;
    while (!(root instanceof Local) && !(root instanceof Ref.Variable)) root = parent(root);
    int base = root instanceof Local local ? scope.slot(local) : layout.slot((Ref.Variable) root);
    addSlots(ref, base, slots);
  }

  private static void addSlots(Ref ref, int rootSlot, BitSet slots) {
    for (int offset : offsets(ref))
      slots.set(rootSlot + offset, rootSlot + offset + ref.type().slots());
  }

  private static List<Integer> offsets(Ref ref) {
    if (ref instanceof Local || ref instanceof Ref.Variable) return List.of(0);
    List<Integer> outer = offsets(parent(ref));
    if (ref instanceof Ref.Member member) {
      int at = SlotPath.fieldOffset((Type.Struct) member.struct().type(), member.field());
      return outer.stream().map(o -> o + at).toList();
    }
    int size = ref.type().slots();
    if (ref instanceof Ref.Item item) {
      int capacity = ((Type.Queue) item.queue().type()).capacity();
      return outer.stream()
          .flatMap(
              o -> java.util.stream.IntStream.range(0, capacity).mapToObj(i -> o + 1 + i * size))
          .toList();
    }
    Ref.Element element = (Ref.Element) ref;
    Type.Array array = (Type.Array) element.array().type();
    int count = array.index().size();
    if (element.index() instanceof Expr.Constant constant) {
      int at = constant.value() - Evaluator.low(array.index());
      // An element that the array does not have is an error of the step, which touches nothing.
      if (at < 0 || at >= count) return List.of();
      return outer.stream().map(o -> o + at * size).toList();
    }
    return outer.stream()
        .flatMap(o -> java.util.stream.IntStream.range(0, count).mapToObj(i -> o + i * size))
        .toList();
  }

  /** Visits every place that an expression reads. */
  private abstract static class Walk {
    abstract void place(Ref ref);

    void expr(Expr e) {
      if (e instanceof Ref ref) {
        place(ref);
        indexes(ref);
      } else if (e instanceof Expr.Not not) {
        expr(not.operand());
      } else if (e instanceof Expr.Binary binary) {
        expr(binary.left());
        expr(binary.right());
      } else if (e instanceof Expr.Conditional conditional) {
        expr(conditional.condition());
        expr(conditional.then());
        expr(conditional.otherwise());
      } else if (e instanceof Expr.Quantified quantified) {
        expr(quantified.body());
      } else if (e instanceof Expr.Length length) {
        expr(length.of());
      } else if (e instanceof Expr.Contains contains) {
        expr(contains.queue());
        expr(contains.value());
      } else if (e instanceof Expr.Next next) {
        expr(next.operand());
      } else if (e instanceof Expr.Locked locked) {
        expr(locked.mutex());
      } else if (e instanceof Expr.Unreferenced unreferenced) {
        expr(unreferenced.id());
      } else {
        // Constants, bound variables, and what is said of processes: no place.
        assert e instanceof Bound
            || e instanceof Expr.Constant
            || e instanceof Expr.Null
            || e instanceof Expr.Holding
            || e instanceof Expr.Acquiring
            || e instanceof Expr.Inside
            || e instanceof Expr.NoWaitCycle;
      }
    }

    private void indexes(Ref ref) {
      if (ref instanceof Ref.Element element) {
        expr(element.index());
        indexes(element.array());
      } else if (ref instanceof Ref.Member member) {
        indexes(member.struct());
      } else if (ref instanceof Ref.Item item) {
        expr(item.position());
        indexes(item.queue());
      }
    }
  }
}
