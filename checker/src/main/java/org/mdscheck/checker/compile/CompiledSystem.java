package org.mdscheck.checker.compile;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.TransitionSystem;
import org.objectweb.asm.ClassTooLargeException;

/** A spec as a transition system whose steps are compiled to bytecode. Immutable, thread-safe. */
public final class CompiledSystem extends ElaboratedSystem {
  private static final String CLASS_NAME = "GeneratedExplorer";

  /** Bytes; the just-in-time compiler of the JVM refuses methods of more than 8,000. */
  private static final int LARGEST_METHOD = 4000;

  private final InterpretedSystem reference;
  private final byte[] classFile;
  private final Constructor<?> constructor;
  private final CompiledExplorer.Tables tables;

  private CompiledSystem(
      Elaboration drawn, Passes passes, int largestMethod, UnaryOperator<byte[]> filter) {
    super(drawn.reduced(passes));
    reference = new InterpretedSystem(drawn);
    InterpretedSystem interpreted =
        passes.on().isEmpty() ? reference : new InterpretedSystem(elaboration);
    String packageName = CompiledSystem.class.getPackageName().replace('.', '/');
    Generation generation =
        new Generation(elaboration, packageName + "/" + CLASS_NAME, largestMethod);
    classFile = filter.apply(write(generation));
    constructor = define(classFile);
    tables = generation.tables(interpreted.initialState());
  }

  /**
   * The transition system of a spec.
   *
   * @throws org.mdscheck.checker.spec.SpecException if the spec cannot be built; the message says
   *     where and why
   */
  public static CompiledSystem of(Spec spec) {
    return of(spec, Passes.none());
  }

  /**
   * The transition system of a spec made smaller.
   *
   * @throws org.mdscheck.checker.spec.SpecException if the spec cannot be built; the message says
   *     where and why
   */
  public static CompiledSystem of(Spec spec, Passes passes) {
    return of(spec, passes, classFile -> classFile);
  }

  /**
   * As above, with each class changed before it is defined: for tests that make the compiler wrong.
   *
   * @param filter from class file to class file
   */
  static CompiledSystem of(Spec spec, Passes passes, UnaryOperator<byte[]> filter) {
    return new CompiledSystem(Elaboration.of(spec), passes, LARGEST_METHOD, filter);
  }

  /** As above, with methods cut that are larger than so many bytes: for tests of the cutting. */
  static CompiledSystem inSmallMethods(Spec spec, int largestMethod) {
    return new CompiledSystem(
        Elaboration.of(spec), Passes.none(), largestMethod, classFile -> classFile);
  }

  private static byte[] write(Generation generation) {
    try {
      return ExplorerClass.write(generation);
    } catch (ClassTooLargeException e) {
      throw new SpecException(
          "spec "
              + generation.elaboration.name
              + " is too large to be compiled, with "
              + generation.elaboration.edges.size()
              + " steps: lower its bounds, or have the steps interpreted");
    }
  }

  private static Constructor<?> define(byte[] classFile) {
    try {
      return MethodHandles.lookup()
          .defineHiddenClass(classFile, true)
          .lookupClass()
          .getDeclaredConstructor(CompiledExplorer.Tables.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a class cannot be defined beside this one", e);
    }
  }

  /**
   * Writes the class that was generated to a directory, which is made; {@code javap -c -p} reads
   * it.
   *
   * @return the file
   */
  public Path dump(Path directory) throws IOException {
    Files.createDirectories(directory);
    return Files.write(directory.resolve(CLASS_NAME + ".class"), classFile);
  }

  @Override
  public Explorer newExplorer() {
    try {
      return (Explorer) constructor.newInstance(tables);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the generated class cannot be instantiated", e);
    }
  }

  @Override
  public TransitionSystem reference() {
    return reference;
  }
}
