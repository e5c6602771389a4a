package org.mdscheck.checker.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mdscheck.checker.system.Scalarset;

/** Factories of effects, for static import. */
public final class Effects {
  private Effects() {}

  public static Effect assign(Ref target, Object value) {
    if (target instanceof Ref.Item)
      throw new SpecException(target + " is inside a queue: elements of a queue are only read");
    Expr v = Expressions.value(value);
    Expressions.requireComparable("assignment to " + target, target.type(), v);
    return new Effect.Assign(target, v);
  }

  public static Effect increment(Ref target) {
    return assign(target, target.plus(1));
  }

  public static Effect decrement(Ref target) {
    return assign(target, target.minus(1));
  }

  /** Adds an id to a set. */
  public static Effect add(Ref set, Expr id) {
    return assign(set, Expressions.with(set, id));
  }

  /** Takes an id out of a set. */
  public static Effect drop(Ref set, Expr id) {
    return assign(set, Expressions.without(set, id));
  }

  public static Effect reset(Ref target) {
    return new Effect.Reset(target);
  }

  public static Effect acquire(Ref mutex) {
    Expressions.requireMutex(mutex);
    return new Effect.Acquire(mutex);
  }

  public static Effect release(Ref mutex) {
    Expressions.requireMutex(mutex);
    return new Effect.Release(mutex);
  }

  /** Appends one element: a value for each scalar of the element type, in order. */
  public static Effect enqueue(Ref queue, Object... values) {
    List<Type> scalars = new ArrayList<>();
    flatten(queueType(queue).element(), scalars);
    if (scalars.size() != values.length) {
      throw new SpecException(
          "enqueue on "
              + queue
              + ": "
              + values.length
              + " values for an element of "
              + scalars.size()
              + " scalars");
    }
    List<Expr> exprs = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Expr v = Expressions.value(values[i]);
      Expressions.requireComparable(
          "value " + (i + 1) + " appended to " + queue, scalars.get(i), v);
      exprs.add(v);
    }
    return new Effect.Enqueue(queue, exprs);
  }

  /** Moves the oldest element into a place of the element type. */
  public static Effect dequeue(Ref queue, Ref into) {
    Expressions.requireComparable("dequeue into " + into, into.type(), queue.head());
    return new Effect.Dequeue(queue, into);
  }

  /** Removes the oldest element. */
  public static Effect dequeue(Ref queue) {
    queueType(queue);
    return new Effect.Dequeue(queue, null);
  }

  public static Effect remove(Ref queue, Expr value) {
    Expressions.requireComparable("remove from " + queue, queueType(queue).element(), value);
    return new Effect.Remove(queue, value);
  }

  /** Where {@code condition} is false, {@code property} is violated and the run ends there. */
  public static Effect check(String property, String text, Expr condition) {
    Expressions.requireBool(text, condition);
    return new Effect.Check(property, text, condition, true);
  }

  /** Where {@code condition} is false, {@code property} is violated; the run goes on. */
  public static Effect warn(String property, String text, Expr condition) {
    Expressions.requireBool(text, condition);
    return new Effect.Check(property, text, condition, false);
  }

  public static Effect when(Expr condition, Effect... then) {
    Expressions.requireBool("when", condition);
    return new Effect.When(condition, List.of(then), List.of());
  }

  public static Effect whenElse(Expr condition, Effect then, Effect otherwise) {
    Expressions.requireBool("when", condition);
    return new Effect.When(condition, List.of(then), List.of(otherwise));
  }

  public static Effect forEach(Scalarset ids, Function<Expr, List<Effect>> body) {
    Bound variable = new Bound(ids.name(), new Type.Index.ByIds(ids));
    return new Effect.ForEach(variable, body.apply(variable));
  }

  /** Several effects as one. */
  public static Effect all(Effect... effects) {
    return new Effect.When(Expressions.value(true), List.of(effects), List.of());
  }

  private static Type.Queue queueType(Ref queue) {
    if (queue.type() instanceof Type.Queue q) return q;
    throw new SpecException(queue + " is no queue but " + queue.type());
  }

  private static void flatten(Type type, List<Type> scalars) {
    if (type instanceof Type.Struct struct) {
      struct.fields().forEach(f -> flatten(f.type(), scalars));
    } else {
      scalars.add(type);
    }
  }
}
