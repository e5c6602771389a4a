package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Slot;

/** The meaning of effects. */
final class Changes {
  private final List<Slot> slots;
  private final int[] initial;
  private final Evaluator evaluator;
  private final ToIntFunction<Effect.Check> checkNumber;

  /**
   * @param initial the code that each slot starts with
   */
  Changes(
      List<Slot> slots,
      int[] initial,
      Evaluator evaluator,
      ToIntFunction<Effect.Check> checkNumber) {
    this.slots = slots;
    this.initial = initial;
    this.evaluator = evaluator;
    this.checkNumber = checkNumber;
  }

  Change[] changes(List<Effect> effects, Scope scope) {
    return effects.stream().map(e -> change(e, scope)).toArray(Change[]::new);
  }

  private Change change(Effect effect, Scope scope) {
    if (effect instanceof Effect.Assign e) return assign(e, scope);
    if (effect instanceof Effect.Reset e) return reset(e, scope);
    if (effect instanceof Effect.Acquire e) {
      Places.Place mutex = place(e.mutex(), scope);
      return (codes, frame) -> {
        int slot = mutex.slot(codes, frame);
        if (slot < 0) return;
        if (codes[slot] != 0) frame.error(FaultText.doubleLock(slots.get(slot)));
        codes[slot] = frame.process + 1;
      };
    }
    if (effect instanceof Effect.Release e) return release(e, scope);
    if (effect instanceof Effect.Enqueue e) return enqueue(e, scope);
    if (effect instanceof Effect.Dequeue e) return dequeue(e, scope);
    if (effect instanceof Effect.Remove e) return remove(e, scope);
    if (effect instanceof Effect.Check e) {
      Value condition = evaluator.value(e.condition(), scope);
      int check = checkNumber.applyAsInt(e);
      return (codes, frame) -> {
        if (condition.of(codes, frame) == 0) frame.fail(check, e.fatal());
      };
    }
    if (effect instanceof Effect.When e) {
      Value condition = evaluator.value(e.condition(), scope);
      Change[] then = changes(e.then(), scope);
      Change[] otherwise = changes(e.otherwise(), scope);
      return (codes, frame) ->
          apply(condition.of(codes, frame) != 0 ? then : otherwise, codes, frame);
    }
    Effect.ForEach each = (Effect.ForEach) effect;
    List<Change> all = new ArrayList<>();
    int low = Evaluator.low(each.variable());
    for (int i = 0; i < each.variable().index().size(); i++) {
      all.addAll(List.of(changes(each.body(), scope.with(each.variable(), low + i))));
    }
    Change[] unrolled = all.toArray(Change[]::new);
    return (codes, frame) -> apply(unrolled, codes, frame);
  }

  /** In order, until something is wrong. */
  static void apply(Change[] changes, int[] codes, Frame frame) {
    for (Change change : changes) {
      change.apply(codes, frame);
      if (frame.ended()) return;
    }
  }

  private Change assign(Effect.Assign e, Scope scope) {
    Places.Place target = place(e.target(), scope);
    if (!(e.target().type() instanceof Type.Scalar scalar))
      return copy(target, (Ref) e.value(), scope);
    Value value = evaluator.value(e.value(), scope);
    Domain domain = scalar.domain();
    return (codes, frame) -> {
      int v = value.of(codes, frame);
      int slot = target.slot(codes, frame);
      if (slot >= 0) store(codes, slot, v, domain, frame);
    };
  }

  private Change copy(Places.Place target, Ref source, Scope scope) {
    Places.Place from = place(source, scope);
    int count = source.type().slots();
    return (codes, frame) -> {
      int a = from.slot(codes, frame);
      int b = target.slot(codes, frame);
      if (a >= 0 && b >= 0) System.arraycopy(codes, a, codes, b, count);
    };
  }

  private void store(int[] codes, int slot, int value, Domain domain, Frame frame) {
    long code = (long) value - LayoutBuilder.base(domain);
    if (code < 0 || code >= domain.size()) {
      frame.error(FaultText.cannotHold(slots.get(slot), value, domain));
    } else {
      codes[slot] = (int) code;
    }
  }

  private Change reset(Effect.Reset e, Scope scope) {
    Places.Place target = place(e.target(), scope);
    int count = e.target().type().slots();
    return (codes, frame) -> {
      int slot = target.slot(codes, frame);
      if (slot >= 0) System.arraycopy(initial, slot, codes, slot, count);
    };
  }

  private Change release(Effect.Release e, Scope scope) {
    Places.Place mutex = place(e.mutex(), scope);
    return (codes, frame) -> {
      int slot = mutex.slot(codes, frame);
      if (slot < 0) return;
      if (codes[slot] != frame.process + 1) {
        frame.error(FaultText.notOwned(slots.get(slot), codes[slot]));
      } else {
        codes[slot] = 0;
      }
    };
  }

  private Change enqueue(Effect.Enqueue e, Scope scope) {
    Places.Place queue = place(e.queue(), scope);
    Type.Queue type = (Type.Queue) e.queue().type();
    int width = type.element().slots();
    Value[] values = e.values().stream().map(v -> evaluator.value(v, scope)).toArray(Value[]::new);
    return (codes, frame) -> {
      int slot = queue.slot(codes, frame);
      if (slot < 0) return;
      if (codes[slot] == type.capacity()) {
        frame.error(FaultText.full(slots.get(slot), type));
        return;
      }
      int at = slot + 1 + codes[slot] * width;
      for (int i = 0; i < width; i++)
        store(codes, at + i, values[i].of(codes, frame), slots.get(at + i).domain(), frame);
      codes[slot]++;
    };
  }

  private Change dequeue(Effect.Dequeue e, Scope scope) {
    Places.Place queue = place(e.queue(), scope);
    Places.Place into = e.into() == null ? null : place(e.into(), scope);
    int width = ((Type.Queue) e.queue().type()).element().slots();
    return (codes, frame) -> {
      int slot = queue.slot(codes, frame);
      if (slot < 0) return;
      if (codes[slot] == 0) {
        frame.error(FaultText.empty(slots.get(slot)));
        return;
      }
      if (into != null) {
        int target = into.slot(codes, frame);
        if (target < 0) return;
        move(codes, slot + 1, target, width, frame);
      }
      close(codes, slot, 0, width);
    };
  }

  /**
   * Copies an element; a nullable id and one that is not have different codes for the same value.
   */
  private void move(int[] codes, int from, int to, int width, Frame frame) {
    for (int i = 0; i < width; i++) {
      int value = codes[from + i] + LayoutBuilder.base(slots.get(from + i).domain());
      store(codes, to + i, value, slots.get(to + i).domain(), frame);
    }
  }

  private Change remove(Effect.Remove e, Scope scope) {
    Places.Place queue = place(e.queue(), scope);
    Value value = evaluator.value(e.value(), scope);
    int base =
        LayoutBuilder.base(((Type.Queue) e.queue().type()).element().scalar(e.queue().toString()));
    return (codes, frame) -> {
      int slot = queue.slot(codes, frame);
      if (slot < 0) return;
      int code = value.of(codes, frame) - base;
      for (int i = 0; i < codes[slot]; i++) {
        if (codes[slot + 1 + i] == code) {
          close(codes, slot, i, 1);
          return;
        }
      }
    };
  }

  /**
   * Takes out the element at a position; those behind it move up and the place that becomes free is
   * zeroed.
   */
  private static void close(int[] codes, int slot, int position, int width) {
    int first = slot + 1 + position * width;
    int end = slot + 1 + codes[slot] * width;
    System.arraycopy(codes, first + width, codes, first, end - first - width);
    for (int i = end - width; i < end; i++) codes[i] = 0;
    codes[slot]--;
  }

  private Places.Place place(Ref ref, Scope scope) {
    return evaluator.places().place(ref, scope);
  }
}
