package org.mdscheck.checker.compile;

import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/**
 * What expressions are worth as long as some slots were never written: those have their initial
 * values.
 */
final class Constants {
  private final SlotUses uses;
  private final int[] initial;
  private final List<org.mdscheck.checker.system.Slot> slots;
  private final BitSet written = new BitSet();

  Constants(LayoutBuilder layout, SlotUses uses) {
    this.uses = uses;
    initial = layout.initialCodes();
    slots = layout.slots();
  }

  /** From now on these have no known value. Returns whether that is news. */
  boolean write(BitSet changed) {
    int before = written.cardinality();
    written.or(changed);
    return written.cardinality() > before;
  }

  /** Whether the guard has a value in every state, and that is not the one wanted. */
  boolean isNever(Cfg.Guard guard) {
    SlotUse use = new SlotUse();
    uses.read(guard.condition(), guard.scope(), use);
    if (use.canFail()) return false;
    Integer value = value(guard.condition(), guard.scope());
    return value != null && (value != 0) != guard.wanted();
  }

  /** Null if it is not known. */
  private Integer value(Expr e, Scope scope) {
    Integer constant = Evaluator.constant(e, scope);
    if (constant != null) return constant;
    if (e instanceof Ref ref) return load(ref, scope);
    if (e instanceof Expr.Not not) {
      Integer operand = value(not.operand(), scope);
      return operand == null ? null : (Integer) (1 - operand);
    }
    return e instanceof Expr.Binary b ? binary(b, scope) : null;
  }

  private Integer load(Ref ref, Scope scope) {
    List<Integer> bases = uses.bases(ref, scope);
    if (bases.size() != 1 || !(ref.type() instanceof Type.Scalar s)) return null;
    int slot = bases.get(0);
    return written.get(slot) ? null : (Integer) (initial[slot] + LayoutBuilder.base(s.domain()));
  }

  private Integer binary(Expr.Binary e, Scope scope) {
    Integer left = value(e.left(), scope);
    Integer right = value(e.right(), scope);
    boolean isKnown = left != null && right != null;
    return switch (e.operator()) {
      case AND -> isZero(left) || isZero(right) ? (Integer) 0 : isKnown ? (Integer) 1 : null;
      case OR -> isOne(left) || isOne(right) ? (Integer) 1 : isKnown ? (Integer) 0 : null;
      case EQ -> isKnown ? bit(left.equals(right)) : null;
      case NE -> isKnown ? bit(!left.equals(right)) : null;
      case LT -> isKnown ? bit(left < right) : null;
      case LE -> isKnown ? bit(left <= right) : null;
      case GT -> isKnown ? bit(left > right) : null;
      case GE -> isKnown ? bit(left >= right) : null;
      default -> null;
    };
  }

  private static boolean isZero(Integer value) {
    return value != null && value == 0;
  }

  private static boolean isOne(Integer value) {
    return value != null && value == 1;
  }

  private static Integer bit(boolean value) {
    return value ? 1 : 0;
  }
}
