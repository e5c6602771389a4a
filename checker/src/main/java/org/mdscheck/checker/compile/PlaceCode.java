package org.mdscheck.checker.compile;

import java.util.BitSet;
import java.util.List;
import org.eclipse.collections.api.map.primitive.ObjectIntMap;
import org.eclipse.collections.impl.factory.primitive.ObjectIntMaps;
import org.mdscheck.checker.spec.Pool;
import org.mdscheck.checker.spec.Ref;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Generates what {@link Places} means: indexes are evaluated and tested, then pools are. */
final class PlaceCode {
  private final Generation generation;
  private final LayoutBuilder layout;
  private final ObjectIntMap<Pool> poolChecks;
  private final ExpressionCode expressions;
  private final Code code;
  private final FaultExit exit;

  /**
   * @param testsPools whether a freed object may not be read
   */
  PlaceCode(
      Generation generation,
      boolean testsPools,
      ExpressionCode expressions,
      Code code,
      FaultExit exit) {
    this.generation = generation;
    layout = generation.elaboration.cfg.layout();
    poolChecks =
        testsPools
            ? generation.elaboration.numberedChecks.poolChecks()
            : ObjectIntMaps.immutable.empty();
    this.expressions = expressions;
    this.code = code;
    this.exit = exit;
  }

  /** Generates the code that finds a place. */
  Address address(Ref ref, Scope scope) {
    SlotPath path = SlotPath.of(ref, scope, layout);
    List<Integer> locals = path.indexes().stream().map(i -> evaluate(i, scope)).toList();
    requireAllocated(ref, scope, locals);
    return address(path, locals);
  }

  /** The local variable that holds an index, from 0 on, within its bounds. */
  private int evaluate(SlotPath.Index index, Scope scope) {
    Question question = question(index, scope);
    int found = expressions.words().found(question);
    if (found >= 0) return found;
    int local = code.newInt();
    evaluate(index, scope, local);
    expressions.words().note(question, generation.reads(index.value(), scope), local);
    return local;
  }

  /** What the value of an expression in a scope is, tested against bounds. */
  private record Question(Object value, Scope scope, int low, int size) {}

  private Question question(SlotPath.Index index, Scope scope) {
    if (index.value() instanceof Ref ref && !(ref instanceof Ref.Item)) {
      int slot = plainSlot(ref, scope);
      if (slot >= 0) return new Question(slot, null, index.low(), index.size());
    }
    return new Question(index.value(), scope, index.low(), index.size());
  }

  private void evaluate(SlotPath.Index index, Scope scope, int local) {
    expressions.value(index.value(), scope, index.low());
    code.storeInt(local);
    Interval known = Interval.of(index.value(), scope);
    Label outside = new Label();
    Label inside = new Label();
    boolean canBeLow = known.low() < index.low();
    boolean canBeHigh = known.high() >= index.low() + index.size();
    if (!canBeLow && !canBeHigh) return;
    if (canBeLow) {
      code.loadInt(local);
      code.jump(Opcodes.IFLT, outside);
    }
    if (canBeHigh) {
      code.loadInt(local);
      code.push(index.size());
      code.jump(Opcodes.IF_ICMPLT, inside);
    } else {
      code.jump(Opcodes.GOTO, inside);
    }
    code.place(outside);
    exit.fault(
        code,
        (zero, i) -> FaultText.outside(index.of(), i + index.low(), index.low(), index.size()),
        () -> code.push(0),
        () -> code.loadInt(local));
    code.place(inside);
  }

  private Address address(SlotPath path, List<Integer> locals) {
    int[] slots = {path.base()};
    int at = -1;
    for (int i = 0; i < locals.size(); i++) {
      SlotPath.Index index = path.indexes().get(i);
      int[] more = new int[slots.length * index.size()];
      for (int s = 0; s < more.length; s++)
        more[s] = slots[s / index.size()] + s % index.size() * index.stride();
      slots = more;
      at = i == 0 ? locals.get(0) : joined(at, index.size(), locals.get(i));
    }
    return slots.length == 1 ? Address.of(slots[0]) : Address.of(slots, at);
  }

  /** One index for two. */
  private int joined(int outer, int size, int inner) {
    int both = code.newInt();
    code.loadInt(outer);
    code.multiply(size);
    code.loadInt(inner);
    code.op(Opcodes.IADD);
    code.storeInt(both);
    return both;
  }

  /** The slot of a place that is the same in every state and always there; else -1. */
  int plainSlot(Ref ref, Scope scope) {
    SlotPath path = SlotPath.of(ref, scope, layout);
    return path.indexes().isEmpty() && checkedUse(ref) == null ? path.base() : -1;
  }

  /** Whether finding the place can end in a fault, indexes inside of indexes aside. */
  boolean mayFail(Ref ref, Scope scope) {
    return checkedUse(ref) != null
        || SlotPath.of(ref, scope, layout).indexes().stream()
            .anyMatch(
                i ->
                    !Interval.of(i.value(), scope)
                        .isWithin(new Interval(i.low(), i.low() + i.size() - 1L)));
  }

  /** The use of an object that has to be tested, or null. */
  private PoolUse checkedUse(Ref ref) {
    PoolUse use = PoolUse.of(ref);
    return use != null && poolChecks.containsKey(use.pool()) ? use : null;
  }

  /** Whether an object is allocated: a known one, or the one that a local variable says. */
  private record AllocatedObject(Pool pool, boolean isKnown, int which) {}

  private void requireAllocated(Ref ref, Scope scope, List<Integer> locals) {
    PoolUse use = checkedUse(ref);
    if (use == null) return;
    int references = layout.slot(use.pool().references());
    int size = use.pool().ids().size();
    Integer constant = Evaluator.constant(use.object(), scope);
    boolean isFixed = constant != null && constant >= 0 && constant < size;
    AllocatedObject question =
        new AllocatedObject(use.pool(), isFixed, isFixed ? constant : locals.get(0));
    if (expressions.words().found(question) >= 0) return;
    Address counted =
        isFixed || size == 1
            ? Address.of(references + (isFixed ? constant : 0))
            : Address.of(range(references, size), locals.get(0));
    BitSet reads = generation.reads(use.object(), scope);
    reads.set(references, references + size);
    expressions.words().note(question, reads, isFixed ? 0 : locals.get(0));
    Label allocated = new Label();
    expressions.words().read(counted, 0);
    code.jump(Opcodes.IFNE, allocated);
    exit.fatal(code, poolChecks.get(use.pool()));
    code.place(allocated);
  }

  private static int[] range(int from, int count) {
    int[] slots = new int[count];
    for (int i = 0; i < count; i++) slots[i] = from + i;
    return slots;
  }
}
