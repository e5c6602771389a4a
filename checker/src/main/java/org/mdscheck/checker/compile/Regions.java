package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.ActionFootprint.Access;
import org.mdscheck.checker.system.ActionFootprint.Kind;
import org.mdscheck.checker.system.Slot;

/**
 * The slots that a reference can mean. One index that a local of the process tells is kept apart,
 * any other that is not constant stands for all; an element of a queue is the whole queue.
 */
final class Regions {
  private static final int MAX_CODES = 64; // of a selector

  private final LayoutBuilder layout;

  Regions(LayoutBuilder layout) {
    this.layout = layout;
  }

  /**
   * Some slots.
   *
   * @param selector the local whose code tells which, or -1
   */
  record Region(int selector, List<BitSet> slots) {
    Access access(Kind kind) {
      return new Access(kind, selector, slots);
    }
  }

  /**
   * An index that is not constant: {@code selector} and {@code base} tell the value, unless
   * selector is -1.
   */
  private record Index(int selector, int codes, int base, int low, int size, int stride) {}

  Region of(Ref ref, Scope scope) {
    Ref whole = ref;
    for (Ref at = ref; !isRoot(at); at = Footprint.parent(at)) {
      if (at instanceof Ref.Item item) whole = item.queue();
    }
    List<Index> indexes = new ArrayList<>();
    int first = collect(whole, scope, indexes);
    return region(first, whole.type().slots(), indexes);
  }

  /**
   * The count of references that a step looks at before it uses the place; null if it belongs to no
   * pool.
   */
  Region references(Ref ref, Scope scope) {
    Ref below = null;
    Ref root = ref;
    while (!isRoot(root)) {
      below = root;
      root = Footprint.parent(root);
    }
    if (!(root instanceof Ref.Variable v) || v.pool() == null) return null;
    if (v.name().equals(v.pool().references()) || !(below instanceof Ref.Element element))
      return null;
    List<Index> indexes = new ArrayList<>();
    int first = layout.slot(v.pool().references());
    int at = index(element.index(), 0, v.pool().ids().size(), 1, scope, indexes);
    return region(first + at, 1, indexes);
  }

  private static boolean isRoot(Ref ref) {
    return ref instanceof Local || ref instanceof Ref.Variable;
  }

  private int collect(Ref ref, Scope scope, List<Index> indexes) {
    if (ref instanceof Local local) return scope.slot(local);
    if (ref instanceof Ref.Variable variable) return layout.slot(variable);
    if (ref instanceof Ref.Member member) {
      return collect(member.struct(), scope, indexes)
          + SlotPath.fieldOffset((Type.Struct) member.struct().type(), member.field());
    }
    Ref.Element element = (Ref.Element) ref;
    Type.Index by = ((Type.Array) element.array().type()).index();
    return collect(element.array(), scope, indexes)
        + index(element.index(), Evaluator.low(by), by.size(), ref.type().slots(), scope, indexes);
  }

  private int index(Expr index, int low, int size, int stride, Scope scope, List<Index> indexes) {
    Integer constant = Evaluator.constant(index, scope);
    if (constant != null && constant >= low && constant < low + size)
      return (constant - low) * stride;
    indexes.add(
        index instanceof Ref ref ? byLocal(ref, low, size, stride, scope) : any(low, size, stride));
    return 0;
  }

  private static Index any(int low, int size, int stride) {
    return new Index(-1, 0, 0, low, size, stride);
  }

  private Index byLocal(Ref ref, int low, int size, int stride, Scope scope) {
    Region region = of(ref, scope);
    if (region.selector >= 0 || region.slots.get(0).cardinality() != 1)
      return any(low, size, stride);
    Slot slot = layout.slots().get(region.slots.get(0).nextSetBit(0));
    if (slot.kind() != Slot.Kind.LOCAL || slot.domain().size() > MAX_CODES)
      return any(low, size, stride);
    int codes = (int) slot.domain().size();
    return new Index(slot.index(), codes, LayoutBuilder.base(slot.domain()), low, size, stride);
  }

  private static Region region(int first, int width, List<Index> indexes) {
    Index chosen = indexes.stream().filter(i -> i.selector >= 0).findFirst().orElse(null);
    BitSet starts = new BitSet();
    starts.set(first);
    for (Index index : indexes) {
      if (index != chosen) starts = spread(starts, index);
    }
    if (chosen == null) return new Region(-1, List.of(widened(starts, 0, width)));
    List<BitSet> byCode = new ArrayList<>();
    for (int code = 0; code < chosen.codes; code++) {
      int at = code + chosen.base - chosen.low;
      boolean inside = at >= 0 && at < chosen.size;
      byCode.add(inside ? widened(starts, at * chosen.stride, width) : new BitSet());
    }
    return new Region(chosen.selector, byCode);
  }

  private static BitSet spread(BitSet starts, Index index) {
    BitSet all = new BitSet();
    starts.stream()
        .forEach(
            start -> {
              for (int i = 0; i < index.size; i++) all.set(start + i * index.stride);
            });
    return all;
  }

  private static BitSet widened(BitSet starts, int offset, int width) {
    BitSet all = new BitSet();
    starts.stream().forEach(start -> all.set(start + offset, start + offset + width));
    return all;
  }
}
