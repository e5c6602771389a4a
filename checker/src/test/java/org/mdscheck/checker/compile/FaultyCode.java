package org.mdscheck.checker.compile;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes one instruction of a class wrong. Methods with loops are left alone: they might not end.
 */
final class FaultyCode extends ClassVisitor {
  private final CompilerFault fault;
  private final int site;
  private final Set<String> looping;
  private int sites;

  private FaultyCode(ClassVisitor next, CompilerFault fault, int site, Set<String> looping) {
    super(Opcodes.ASM9, next);
    this.fault = fault;
    this.site = site;
    this.looping = looping;
  }

  /** In how many places a class can have the fault. */
  static int sites(byte[] classFile, CompilerFault fault) {
    FaultyCode counter = new FaultyCode(null, fault, -1, looping(classFile));
    new ClassReader(classFile).accept(counter, 0);
    return counter.sites;
  }

  /** The class with the fault in one place. */
  static byte[] with(byte[] classFile, CompilerFault fault, int site) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    new ClassReader(classFile).accept(new FaultyCode(writer, fault, site, looping(classFile)), 0);
    return writer.toByteArray();
  }

  private static Set<String> looping(byte[] classFile) {
    Set<String> looping = new HashSet<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String s, String[] e) {
                return new LoopFinder(name + descriptor, looping);
              }
            },
            0);
    return looping;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    boolean isLeftAlone = name.equals("<init>") || looping.contains(name + descriptor);
    return isLeftAlone ? next : new FaultyMethod(next);
  }

  private boolean isHere() {
    return sites++ == site;
  }

  /** Notes a method with a jump back. */
  private static final class LoopFinder extends MethodVisitor {
    private final String method;
    private final Set<String> looping;
    private final Set<Label> passed = new HashSet<>();

    LoopFinder(String method, Set<String> looping) {
      super(Opcodes.ASM9);
      this.method = method;
      this.looping = looping;
    }

    @Override
    public void visitLabel(Label label) {
      passed.add(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      if (passed.contains(label)) looping.add(method);
    }
  }

  private final class FaultyMethod extends MethodVisitor {

    FaultyMethod(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      int wrong = fault.jump(opcode);
      super.visitJumpInsn(wrong >= 0 && isHere() ? wrong : opcode, label);
    }

    @Override
    public void visitInsn(int opcode) {
      int[] wrong = fault.instructions(opcode);
      if (wrong != null && isHere()) for (int instruction : wrong) super.visitInsn(instruction);
      else super.visitInsn(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      super.visitIntInsn(opcode, operand);
      if (fault.isInConstants() && isHere()) increment();
    }

    @Override
    public void visitLdcInsn(Object value) {
      super.visitLdcInsn(value);
      if (value instanceof Integer && fault.isInConstants() && isHere()) increment();
    }

    private void increment() {
      super.visitInsn(Opcodes.ICONST_1);
      super.visitInsn(Opcodes.IADD);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      boolean isWord = opcode == Opcodes.PUTFIELD && descriptor.equals("J");
      if (isWord && fault.isInStores() && isHere()) {
        super.visitInsn(Opcodes.POP2);
        super.visitInsn(Opcodes.POP);
      } else {
        super.visitFieldInsn(opcode, owner, name, descriptor);
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      boolean isStep = opcode != Opcodes.INVOKESTATIC && descriptor.equals("()V");
      if (isStep && fault.isInCalls() && isHere()) super.visitInsn(Opcodes.POP);
      else super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... cases) {
      int first = fault.swapped(cases);
      if (first >= 0 && isHere()) {
        Label before = cases[first];
        cases[first] = cases[first + 1];
        cases[first + 1] = before;
      }
      super.visitTableSwitchInsn(min, max, otherwise, cases);
    }
  }
}
