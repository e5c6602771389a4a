package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.map.primitive.ObjectIntMap;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Pool;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * Turns references into slots: a first slot, and for each index that is only known in a state a
 * stride.
 */
final class Places {
  private final LayoutBuilder layout;
  private final Evaluator evaluator;
  private final ObjectIntMap<Pool> poolChecks;

  /**
   * @param poolChecks the check that a use after free fails, by pool; empty where reading is free
   *     (properties)
   */
  Places(LayoutBuilder layout, Evaluator evaluator, ObjectIntMap<Pool> poolChecks) {
    this.layout = layout;
    this.evaluator = evaluator;
    this.poolChecks = poolChecks;
  }

  /**
   * Finds the first slot of a place in a state; -1 when there is none, after telling the frame why.
   */
  @FunctionalInterface
  interface Place {
    int slot(int[] codes, Frame frame);
  }

  /** An index known only in a state. */
  private record Index(Value value, int low, int size, int stride, Ref of) {}

  Place place(Ref ref, Scope scope) {
    List<Index> indexes = new ArrayList<>();
    int base = collect(ref, scope, indexes);
    Place plain = plain(base, indexes.toArray(new Index[0]));
    return checked(ref, scope, plain);
  }

  private static Place plain(int base, Index[] indexes) {
    if (indexes.length == 0) return (codes, frame) -> base;
    return (codes, frame) -> {
      int slot = base;
      for (Index index : indexes) {
        int i = index.value.of(codes, frame) - index.low;
        if (i < 0 || i >= index.size) {
          frame.error(FaultText.outside(index.of, i + index.low, index.low, index.size));
          return -1;
        }
        slot += i * index.stride;
      }
      return slot;
    };
  }

  /**
   * Adds the test that the object, of the pool that the reference's variable belongs to, is
   * allocated.
   */
  private Place checked(Ref ref, Scope scope, Place plain) {
    Ref below = null;
    Ref root = ref;
    while (!(root instanceof Local) && !(root instanceof Ref.Variable)) {
      below = root;
      root = Footprint.parent(root);
    }
    if (!(root instanceof Ref.Variable v) || v.pool() == null || !poolChecks.containsKey(v.pool()))
      return plain;
    if (v.name().equals(v.pool().references()) || !(below instanceof Ref.Element element)) {
      return plain;
    }
    int check = poolChecks.get(v.pool());
    int references = layout.slot(v.pool().references());
    Value object = evaluator.value(element.index(), scope);
    return (codes, frame) -> {
      int slot = plain.slot(codes, frame);
      if (slot < 0) return -1;
      if (codes[references + object.of(codes, frame)] == 0) {
        frame.fail(check, true);
        return -1;
      }
      return slot;
    };
  }

  private int collect(Ref ref, Scope scope, List<Index> indexes) {
    if (ref instanceof Local local) return scope.slot(local);
    if (ref instanceof Ref.Variable variable) return layout.slot(variable);
    if (ref instanceof Ref.Member member) {
      return collect(member.struct(), scope, indexes)
          + fieldOffset((Type.Struct) member.struct().type(), member.field());
    }
    int size = ref.type().slots();
    if (ref instanceof Ref.Item item) {
      int base = collect(item.queue(), scope, indexes) + 1;
      Type.Queue queue = (Type.Queue) item.queue().type();
      return base + index(item.position(), 0, queue.capacity(), size, ref, scope, indexes);
    }
    Ref.Element element = (Ref.Element) ref;
    Type.Index by = ((Type.Array) element.array().type()).index();
    int base = collect(element.array(), scope, indexes);
    return base + index(element.index(), Evaluator.low(by), by.size(), size, ref, scope, indexes);
  }

  /** The offset of a constant index; any other is left to the state. */
  private int index(
      Expr index, int low, int size, int stride, Ref of, Scope scope, List<Index> indexes) {
    Integer constant = Evaluator.constant(index, scope);
    if (constant != null && constant >= low && constant < low + size)
      return (constant - low) * stride;
    indexes.add(new Index(evaluator.value(index, scope), low, size, stride, of));
    return 0;
  }

  static int fieldOffset(Type.Struct struct, String field) {
    int offset = 0;
    for (Type.Field f : struct.fields()) {
      if (f.name().equals(field)) return offset;
      offset += f.type().slots();
    }
    throw new IllegalArgumentException(struct + " has no field " + field);
  }
}
