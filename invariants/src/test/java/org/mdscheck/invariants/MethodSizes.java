package org.mdscheck.invariants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** How many bytes of code each method of a class has. */
final class MethodSizes {
  private MethodSizes() {}

  /** By name of class and method, of all classes in a directory. */
  static Map<String, Integer> below(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      final List<Path> classes = files.filter(f -> f.toString().endsWith(".class")).toList();
      final Map<String, Integer> sizes = new TreeMap<>();
      for (Path file : classes) {
        of(Files.readAllBytes(file))
            .forEach((method, size) -> sizes.put(file.getFileName() + " " + method, size));
      }
      return sizes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Integer> of(byte[] classFile) {
    final ClassWriter writer = new ClassWriter(0);
    final Map<String, Label> ends = new LinkedHashMap<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String s, String[] e) {
                final MethodVisitor copy = super.visitMethod(access, name, descriptor, s, e);
                return new EndLabel(copy, ends.computeIfAbsent(name, n -> new Label()));
              }
            },
            0);
    writer.toByteArray();
    final Map<String, Integer> sizes = new LinkedHashMap<>();
    ends.forEach((method, end) -> sizes.put(method, end.getOffset()));
    return sizes;
  }

  /** Sets a label behind the last instruction. */
  private static final class EndLabel extends MethodVisitor {
    private final Label end;

    EndLabel(MethodVisitor next, Label end) {
      super(Opcodes.ASM9, next);
      this.end = end;
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      super.visitLabel(end);
      super.visitMaxs(maxStack, maxLocals);
    }
  }
}
