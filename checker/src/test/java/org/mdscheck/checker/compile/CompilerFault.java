package org.mdscheck.checker.compile;

import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * A mistake that a compiler can make: what it writes in place of an instruction. Not every one
 * matters where it is made (a narrow mask of a value that is small, a bound that no value meets),
 * so each says of how many in a hundred it must be found at least.
 */
enum CompilerFault {
  COMPARISON_FLIPPED(80),
  COMPARISON_OFF_BY_ONE(25),
  MASK_TOO_NARROW(65),
  SHIFT_TOO_FAR(60),
  OPERATOR_OF_ANOTHER_KIND(70),
  CONSTANT_TOO_LARGE(60),
  STORE_FORGOTTEN(85),
  STEP_FORGOTTEN(85),
  CASES_SWAPPED(40);

  final int percentFound;

  CompilerFault(int percentFound) {
    this.percentFound = percentFound;
  }

  /** The comparison written instead of one; -1 if there is nothing to get wrong. */
  int jump(int opcode) {
    if (this == COMPARISON_FLIPPED) return flipped(opcode);
    return this == COMPARISON_OFF_BY_ONE ? offByOne(opcode) : -1;
  }

  private static int flipped(int opcode) {
    // The opcodes of a comparison and of its opposite are neighbours, the first of a pair is odd.
    if (opcode < Opcodes.IFEQ || opcode > Opcodes.IF_ACMPNE) return -1;
    return opcode % 2 == 1 ? opcode + 1 : opcode - 1;
  }

  private static int offByOne(int opcode) {
    return switch (opcode) {
      case Opcodes.IFLT -> Opcodes.IFLE;
      case Opcodes.IFLE -> Opcodes.IFLT;
      case Opcodes.IFGT -> Opcodes.IFGE;
      case Opcodes.IFGE -> Opcodes.IFGT;
      case Opcodes.IF_ICMPLT -> Opcodes.IF_ICMPLE;
      case Opcodes.IF_ICMPLE -> Opcodes.IF_ICMPLT;
      case Opcodes.IF_ICMPGT -> Opcodes.IF_ICMPGE;
      case Opcodes.IF_ICMPGE -> Opcodes.IF_ICMPGT;
      default -> -1;
    };
  }

  /** What is written instead of an instruction without operand; null if there is nothing to do. */
  int[] instructions(int opcode) {
    return switch (this) {
      case MASK_TOO_NARROW ->
          switch (opcode) {
            case Opcodes.IAND -> new int[] {Opcodes.ICONST_1, Opcodes.IUSHR, opcode};
            case Opcodes.LAND -> new int[] {Opcodes.ICONST_1, Opcodes.LUSHR, opcode};
            default -> null;
          };
      case SHIFT_TOO_FAR ->
          switch (opcode) {
            case Opcodes.IUSHR, Opcodes.ISHL, Opcodes.LUSHR, Opcodes.LSHL ->
                new int[] {Opcodes.ICONST_1, Opcodes.IADD, opcode};
            default -> null;
          };
      case OPERATOR_OF_ANOTHER_KIND ->
          switch (opcode) {
            case Opcodes.IADD -> new int[] {Opcodes.ISUB};
            case Opcodes.ISUB -> new int[] {Opcodes.IADD};
            case Opcodes.IAND -> new int[] {Opcodes.IOR};
            case Opcodes.IOR -> new int[] {Opcodes.IAND};
            case Opcodes.LAND -> new int[] {Opcodes.LOR};
            case Opcodes.LOR, Opcodes.LXOR -> new int[] {Opcodes.LAND};
            default -> null;
          };
      case CONSTANT_TOO_LARGE ->
          opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5
              ? new int[] {opcode, Opcodes.ICONST_1, Opcodes.IADD}
              : null;
      case STORE_FORGOTTEN ->
          opcode == Opcodes.LASTORE ? new int[] {Opcodes.POP2, Opcodes.POP2} : null;
      default -> null;
    };
  }

  /** Whether a constant beside the instruction is one too large. */
  boolean isInConstants() {
    return this == CONSTANT_TOO_LARGE;
  }

  /** Whether a word of the state is not stored. */
  boolean isInStores() {
    return this == STORE_FORGOTTEN;
  }

  /** Whether a method without parameters and result is not called. */
  boolean isInCalls() {
    return this == STEP_FORGOTTEN;
  }

  /** Whether two cases of a switch are exchanged; the index of the first, or -1. */
  int swapped(Label[] cases) {
    if (this != CASES_SWAPPED) return -1;
    for (int i = 0; i + 1 < cases.length; i++) if (cases[i] != cases[i + 1]) return i;
    return -1;
  }
}
