package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.eclipse.collections.api.map.primitive.ObjectIntMap;
import org.mdscheck.checker.spec.Bound;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Pool;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Slot;

/**
 * The meaning of expressions. Quantifiers are unrolled; every bound variable is a constant by the
 * time it is met.
 */
final class Evaluator {
  private final LayoutBuilder layout;
  private final Processes processes;
  private final Places places;

  /**
   * @param processes what can be asked of processes, null while graphs are not complete
   * @param poolChecks see {@link Places}
   */
  Evaluator(LayoutBuilder layout, Processes processes, ObjectIntMap<Pool> poolChecks) {
    this.layout = layout;
    this.processes = processes;
    places = new Places(layout, this, poolChecks);
  }

  Places places() {
    return places;
  }

  /** The meaning of an expression whose names mean what {@code scope} says. */
  Value value(Expr e, Scope scope) {
    Integer constant = constant(e, scope);
    if (constant != null) {
      int v = constant;
      return (codes, frame) -> v;
    }
    if (e instanceof Ref ref) return load(ref, scope);
    if (e instanceof Expr.Not not) {
      Value operand = value(not.operand(), scope);
      return (codes, frame) -> 1 - operand.of(codes, frame);
    }
    if (e instanceof Expr.Binary binary)
      return binary(binary.operator(), value(binary.left(), scope), value(binary.right(), scope));
    if (e instanceof Expr.Conditional conditional) {
      Value condition = value(conditional.condition(), scope);
      Value then = value(conditional.then(), scope);
      Value otherwise = value(conditional.otherwise(), scope);
      return (codes, frame) ->
          condition.of(codes, frame) != 0 ? then.of(codes, frame) : otherwise.of(codes, frame);
    }
    if (e instanceof Expr.Quantified quantified) return quantified(quantified, scope);
    if (e instanceof Expr.Length length) return length(length, scope);
    if (e instanceof Expr.Contains contains) return contains(contains, scope);
    if (e instanceof Expr.Next next) {
      Value operand = value(next.operand(), scope);
      return (codes, frame) -> operand.of(frame.next, frame);
    }
    if (e instanceof Expr.Locked locked) {
      Places.Place mutex = places.place(locked.mutex(), scope);
      return (codes, frame) -> {
        int slot = mutex.slot(codes, frame);
        return slot >= 0 && codes[slot] != 0 ? 1 : 0;
      };
    }
    if (e instanceof Expr.Holding holding) return holding(holding, scope);
    if (e instanceof Expr.Acquiring acquiring) {
      String lockClass = acquiring.lockClass();
      return (codes, frame) ->
          frame.edge != null && processes.acquires(frame.edge, lockClass) ? 1 : 0;
    }
    if (e instanceof Expr.Inside inside) return inside(inside, scope);
    if (e instanceof Expr.Unreferenced unreferenced) return unreferenced(unreferenced, scope);
    if (e instanceof Expr.NoWaitCycle)
      return (codes, frame) -> processes.waitCycle(codes, frame) ? 0 : 1;
    throw new SpecException("null stands alone: compare it with a nullable id or assign it to one");
  }

  private Value load(Ref ref, Scope scope) {
    Domain domain = ref.type().scalar("value of " + ref);
    Places.Place place = places.place(ref, scope);
    int base = LayoutBuilder.base(domain);
    if (ref instanceof Ref.Item item) return loadItem(item, scope, place, base);
    return (codes, frame) -> {
      int slot = place.slot(codes, frame);
      return slot < 0 ? 0 : codes[slot] + base;
    };
  }

  /** An element of a queue must be there. */
  private Value loadItem(Ref.Item item, Scope scope, Places.Place place, int base) {
    Places.Place queue = places.place(item.queue(), scope);
    Value position = value(item.position(), scope);
    return (codes, frame) -> {
      int length = queue.slot(codes, frame);
      int slot = place.slot(codes, frame);
      if (length < 0 || slot < 0) return 0;
      if (position.of(codes, frame) >= codes[length]) {
        frame.error(FaultText.shortQueue(item, codes[length]));
        return 0;
      }
      return codes[slot] + base;
    };
  }

  private static Value binary(Expr.Operator operator, Value l, Value r) {
    return switch (operator) {
      case AND -> (c, f) -> l.of(c, f) != 0 ? r.of(c, f) : 0;
      case OR -> (c, f) -> l.of(c, f) != 0 ? 1 : r.of(c, f);
      case IMPLIES -> (c, f) -> l.of(c, f) != 0 ? r.of(c, f) : 1;
      case EQ -> (c, f) -> l.of(c, f) == r.of(c, f) ? 1 : 0;
      case NE -> (c, f) -> l.of(c, f) != r.of(c, f) ? 1 : 0;
      case LT -> (c, f) -> l.of(c, f) < r.of(c, f) ? 1 : 0;
      case LE -> (c, f) -> l.of(c, f) <= r.of(c, f) ? 1 : 0;
      case GT -> (c, f) -> l.of(c, f) > r.of(c, f) ? 1 : 0;
      case GE -> (c, f) -> l.of(c, f) >= r.of(c, f) ? 1 : 0;
      case PLUS -> (c, f) -> l.of(c, f) + r.of(c, f);
      case MINUS -> (c, f) -> l.of(c, f) - r.of(c, f);
      case DIVIDE ->
          (c, f) -> {
            int n = l.of(c, f);
            int divisor = r.of(c, f);
            return divisor == 0 ? 0 : Math.floorDiv(n, divisor); // 0 only after an error
          };
      case MODULO ->
          (c, f) -> {
            int n = l.of(c, f);
            int divisor = r.of(c, f);
            return divisor == 0 ? 0 : Math.floorMod(n, divisor); // 0 only after an error
          };
      case MEMBER ->
          (c, f) -> {
            int id = l.of(c, f);
            return id >= 0 ? r.of(c, f) >>> id & 1 : 0;
          };
      case WITH -> (c, f) -> r.of(c, f) | bit(l.of(c, f), f);
      case WITHOUT -> (c, f) -> r.of(c, f) & ~bit(l.of(c, f), f);
    };
  }

  private static int bit(int id, Frame frame) {
    if (id >= 0) return 1 << id;
    frame.error(FaultText.NULL_MEMBER);
    return 0;
  }

  /**
   * Every id is looked at, also when the value is known before the last: otherwise the use of a
   * freed one would depend on which id it has.
   */
  private Value quantified(Expr.Quantified e, Scope scope) {
    int low = low(e.variable());
    Value[] bodies = new Value[e.variable().index().size()];
    for (int i = 0; i < bodies.length; i++)
      bodies[i] = value(e.body(), scope.with(e.variable(), low + i));
    return switch (e.quantifier()) {
      case FOR_ALL ->
          (codes, frame) -> {
            int all = 1;
            for (Value body : bodies) all &= body.of(codes, frame);
            return all;
          };
      case EXISTS ->
          (codes, frame) -> {
            int any = 0;
            for (Value body : bodies) any |= body.of(codes, frame);
            return any;
          };
      case COUNT ->
          (codes, frame) -> {
            int count = 0;
            for (Value body : bodies) count += body.of(codes, frame);
            return count;
          };
    };
  }

  private Value length(Expr.Length e, Scope scope) {
    if (e.of() instanceof Ref queue && queue.type() instanceof Type.Queue) {
      Places.Place place = places.place(queue, scope);
      return (codes, frame) -> {
        int slot = place.slot(codes, frame);
        return slot < 0 ? 0 : codes[slot];
      };
    }
    Value set = value(e.of(), scope);
    return (codes, frame) -> Integer.bitCount(set.of(codes, frame));
  }

  private Value contains(Expr.Contains e, Scope scope) {
    Places.Place queue = places.place(e.queue(), scope);
    Value wanted = value(e.value(), scope);
    int base =
        LayoutBuilder.base(((Type.Queue) e.queue().type()).element().scalar(e.queue().toString()));
    return (codes, frame) -> {
      int slot = queue.slot(codes, frame);
      if (slot < 0) return 0;
      int code = wanted.of(codes, frame) - base;
      for (int i = 1; i <= codes[slot]; i++) if (codes[slot + i] == code) return 1;
      return 0;
    };
  }

  private Value holding(Expr.Holding e, Scope scope) {
    BitSet mutexes = processes.mutexSlots(e.lockClass());
    if (e.family() == null) return (codes, frame) -> owns(codes, mutexes, frame.process) ? 1 : 0;
    return any(e.family(), e.member(), scope, (codes, process) -> owns(codes, mutexes, process));
  }

  private static boolean owns(int[] codes, BitSet mutexes, int process) {
    for (int slot = mutexes.nextSetBit(0); slot >= 0; slot = mutexes.nextSetBit(slot + 1)) {
      if (codes[slot] == process + 1) return true;
    }
    return false;
  }

  private Value inside(Expr.Inside e, Scope scope) {
    BitSet nodes = processes.nodesInside(e.family(), e.functions());
    return any(
        e.family(),
        e.member(),
        scope,
        (codes, process) -> nodes.get(codes[processes.labelSlot(process)]));
  }

  /** Something asked of one process in a state. */
  @FunctionalInterface
  private interface Question {
    boolean answer(int[] codes, int process);
  }

  /**
   * Whether the answer is yes for the member of the family, or for any when {@code member} is null.
   */
  private Value any(String family, Expr member, Scope scope, Question question) {
    int first = processes.first(family);
    int count = processes.count(family);
    if (member == null) {
      return (codes, frame) -> {
        for (int p = first; p < first + count; p++) if (question.answer(codes, p)) return 1;
        return 0;
      };
    }
    Value id = value(member, scope);
    return (codes, frame) -> {
      int i = id.of(codes, frame);
      return i >= 0 && i < count && question.answer(codes, first + i) ? 1 : 0;
    };
  }

  private Value unreferenced(Expr.Unreferenced e, Scope scope) {
    Domain.Id of = (Domain.Id) e.id().type().scalar("unreferenced");
    List<int[]> holders = new ArrayList<>();
    for (Slot slot : layout.slots()) {
      if (slot.kind() == Slot.Kind.LOCAL
          && slot.domain() instanceof Domain.Id id
          && id.of().equals(of.of())
          && id.nullable()) {
        holders.add(new int[] {slot.index(), LayoutBuilder.base(id)});
      }
    }
    Value id = value(e.id(), scope);
    return (codes, frame) -> {
      int wanted = id.of(codes, frame);
      for (int[] holder : holders) if (codes[holder[0]] + holder[1] == wanted) return 0;
      return 1;
    };
  }

  /** The value when it is the same in every state, else null. */
  static Integer constant(Expr e, Scope scope) {
    if (e instanceof Expr.Constant constant) return constant.value();
    if (e instanceof Expr.Null) return -1;
    return e instanceof Bound bound ? (Integer) scope.value(bound) : null;
  }

  /** The least value of a bound variable; 0 when there is none. */
  static int low(Bound variable) {
    return variable == null ? 0 : low(variable.index());
  }

  static int low(Type.Index index) {
    return index instanceof Type.Index.ByRange range ? range.low() : 0;
  }
}
