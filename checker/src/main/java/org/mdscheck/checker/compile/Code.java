package org.mdscheck.checker.compile;

import java.util.function.IntConsumer;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The body of one generated method, instruction by instruction. Without a visitor nothing is
 * written: the same calls then tell how long the body is.
 */
final class Code {
  private static final int THIS = 0;

  private final MethodVisitor visitor;
  private int size;
  private int nextLocal;

  /**
   * @param visitor null to measure only
   * @param parameterSlots local variables taken by {@code this} and the parameters
   */
  Code(MethodVisitor visitor, int parameterSlots) {
    this.visitor = visitor;
    nextLocal = parameterSlots;
  }

  /** Bytes written; never less than what the class file has. */
  int size() {
    return size;
  }

  boolean isMeasured() {
    return visitor == null;
  }

  /** The local variables in use. */
  int locals() {
    return nextLocal;
  }

  /** Uses the local variables from {@code end} on again. */
  void reuseLocals(int end) {
    nextLocal = end;
  }

  int newInt() {
    return nextLocal++;
  }

  int newLong() {
    nextLocal += 2;
    return nextLocal - 2;
  }

  void op(int opcode) {
    size++;
    if (visitor != null) visitor.visitInsn(opcode);
  }

  void push(int value) {
    if (value >= -1 && value <= 5) {
      op(Opcodes.ICONST_0 + value);
    } else if (value == (byte) value) {
      size += 2;
      if (visitor != null) visitor.visitIntInsn(Opcodes.BIPUSH, value);
    } else if (value == (short) value) {
      size += 3;
      if (visitor != null) visitor.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      constant(value);
    }
  }

  void push(long value) {
    if (value == 0 || value == 1) op(value == 0 ? Opcodes.LCONST_0 : Opcodes.LCONST_1);
    else constant(value);
  }

  private void constant(Object value) {
    size += 3;
    if (visitor != null) visitor.visitLdcInsn(value);
  }

  void loadThis() {
    variable(Opcodes.ALOAD, THIS);
  }

  void loadInt(int local) {
    variable(Opcodes.ILOAD, local);
  }

  void storeInt(int local) {
    variable(Opcodes.ISTORE, local);
  }

  void loadLong(int local) {
    variable(Opcodes.LLOAD, local);
  }

  void storeLong(int local) {
    variable(Opcodes.LSTORE, local);
  }

  int newReference() {
    return nextLocal++;
  }

  void storeReference(int local) {
    variable(Opcodes.ASTORE, local);
  }

  void loadReference(int local) {
    variable(Opcodes.ALOAD, local);
  }

  private void variable(int opcode, int local) {
    size += local < 4 ? 1 : local < 256 ? 2 : 4;
    if (visitor != null) visitor.visitVarInsn(opcode, local);
  }

  /** Adds a constant to the int on the stack. */
  void add(int constant) {
    if (constant == 0) return;
    push(constant);
    op(Opcodes.IADD);
  }

  /** Multiplies the int on the stack. */
  void multiply(int constant) {
    if (constant == 1) return;
    if (Integer.bitCount(constant) == 1) {
      push(Integer.numberOfTrailingZeros(constant));
      op(Opcodes.ISHL);
    } else {
      push(constant);
      op(Opcodes.IMUL);
    }
  }

  void jump(int opcode, Label to) {
    size += 3;
    if (visitor != null) visitor.visitJumpInsn(opcode, to);
  }

  void place(Label label) {
    if (visitor != null) visitor.visitLabel(label);
  }

  /**
   * Takes an int in {@code [0, count)} from the stack and goes on with one of the arms; each arm
   * ends where the next instruction stands.
   */
  void choose(int count, IntConsumer arm) {
    Label[] arms = new Label[count];
    for (int i = 0; i < count; i++) arms[i] = new Label();
    Label end = new Label();
    choose(arms);
    for (int i = 0; i < count; i++) {
      place(arms[i]);
      arm.accept(i);
      if (i < count - 1) jump(Opcodes.GOTO, end);
    }
    place(end);
  }

  /** Takes an int in {@code [0, arms.length)} from the stack and jumps. */
  void choose(Label[] arms) {
    size += 16 + 4 * arms.length;
    if (visitor != null)
      visitor.visitTableSwitchInsn(0, arms.length - 1, arms[arms.length - 1], arms);
  }

  void getField(String owner, String name, String descriptor) {
    field(Opcodes.GETFIELD, owner, name, descriptor);
  }

  /** Takes the value and the object from the stack. */
  void putField(String owner, String name, String descriptor) {
    field(Opcodes.PUTFIELD, owner, name, descriptor);
  }

  private void field(int opcode, String owner, String name, String descriptor) {
    size += 3;
    if (visitor != null) visitor.visitFieldInsn(opcode, owner, name, descriptor);
  }

  void call(String owner, String name, String descriptor) {
    size += 3;
    if (visitor != null)
      visitor.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
  }

  /** Calls a constructor of the class above. */
  void callSuper(String owner, String descriptor) {
    size += 3;
    if (visitor != null)
      visitor.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, "<init>", descriptor, false);
  }

  void callInterface(Class<?> owner, String name, String descriptor) {
    size += 5;
    if (visitor != null)
      visitor.visitMethodInsn(
          Opcodes.INVOKEINTERFACE, Type.getInternalName(owner), name, descriptor, true);
  }

  void callStatic(Class<?> owner, String name, String descriptor) {
    size += 3;
    if (visitor != null)
      visitor.visitMethodInsn(
          Opcodes.INVOKESTATIC, Type.getInternalName(owner), name, descriptor, false);
  }
}
