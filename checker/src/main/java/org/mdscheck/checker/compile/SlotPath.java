package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * The way to the slots of a place: a first slot, and for each index that is only known in a state a
 * stride. Both forms of a spec, interpreted and compiled, go it.
 *
 * @param indexes in the order of evaluation
 */
record SlotPath(int base, List<Index> indexes) {
  /**
   * An index known only in a state.
   *
   * @param of the element that it selects, for messages
   */
  record Index(Expr value, int low, int size, int stride, Ref of) {}

  static SlotPath of(Ref ref, Scope scope, LayoutBuilder layout) {
    List<Index> indexes = new ArrayList<>();
    return new SlotPath(collect(ref, scope, layout, indexes), indexes);
  }

  private static int collect(Ref ref, Scope scope, LayoutBuilder layout, List<Index> indexes) {
    if (ref instanceof Local local) return scope.slot(local);
    if (ref instanceof Ref.Variable variable) return layout.slot(variable);
    if (ref instanceof Ref.Member member) {
      return collect(member.struct(), scope, layout, indexes)
          + fieldOffset((Type.Struct) member.struct().type(), member.field());
    }
    int size = ref.type().slots();
    if (ref instanceof Ref.Item item) {
      int base = collect(item.queue(), scope, layout, indexes) + 1;
      Type.Queue queue = (Type.Queue) item.queue().type();
      return base + index(item.position(), 0, queue.capacity(), size, ref, scope, indexes);
    }
    Ref.Element element = (Ref.Element) ref;
    Type.Index by = ((Type.Array) element.array().type()).index();
    int base = collect(element.array(), scope, layout, indexes);
    return base + index(element.index(), Evaluator.low(by), by.size(), size, ref, scope, indexes);
  }

  /** The offset of a constant index; any other is left to the state. */
  private static int index(
      Expr index, int low, int size, int stride, Ref of, Scope scope, List<Index> indexes) {
    Integer constant = Evaluator.constant(index, scope);
    if (constant != null && constant >= low && constant < low + size)
      return (constant - low) * stride;
    indexes.add(new Index(index, low, size, stride, of));
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
