package org.mdscheck.checker.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Slot;

/**
 * What the parts of one generated class share: the model, and what the class refers to by number.
 */
final class Generation {
  final Elaboration elaboration;

  /** Internal name of the class. */
  final String className;

  private final int largestMethod;
  private final SlotUses uses;
  private final List<Fault> faults = new ArrayList<>();
  private final List<String> lockClasses = new ArrayList<>();

  /**
   * @param largestMethod bytes of the largest method that is left in one piece
   */
  Generation(Elaboration elaboration, String className, int largestMethod) {
    this.elaboration = elaboration;
    this.largestMethod = largestMethod;
    this.className = className;
    uses = elaboration.slotUses();
  }

  int largestMethod() {
    return largestMethod;
  }

  /** Bytes of what is put into a method of its own, where a method is not left in one piece. */
  int largestPart() {
    return largestMethod / 2;
  }

  /** The slots that the value of an expression depends on, and whether there is one. */
  BitSet reads(Expr e, Scope scope) {
    SlotUse use = new SlotUse();
    uses.read(e, scope, use);
    return use.reads;
  }

  /** Generates the body of a method. */
  @FunctionalInterface
  interface Body {
    /**
     * @param words the state that the method works on
     * @param next the state after the step
     */
    void generate(Code code, WordLocals words, WordLocals next);
  }

  /** A method that was cut out of another one. */
  record Part(String name, String descriptor, WordLocals.Source source, Body body) {}

  private final Deque<Part> parts = new ArrayDeque<>();
  private int partCount;

  /**
   * Asks for one more method.
   *
   * @param caller if it is only measured the method is not written
   * @return its name
   */
  String part(Code caller, String descriptor, WordLocals.Source source, Body body) {
    String name = "part" + partCount;
    if (caller.isMeasured()) return name;
    partCount++;
    parts.add(new Part(name, descriptor, source, body));
    return name;
  }

  /** The next method asked for; null if there is none. */
  Part nextPart() {
    return parts.poll();
  }

  /** The number by which generated code refers to a fault. */
  int number(Fault fault) {
    faults.add(fault);
    return faults.size() - 1;
  }

  /** The number by which generated code refers to the actions that take a mutex of a class. */
  int actionSet(String lockClass) {
    if (!lockClasses.contains(lockClass)) lockClasses.add(lockClass);
    return lockClasses.indexOf(lockClass);
  }

  /** What the generated class refers to by number. */
  CompiledExplorer.Tables tables(long[] initialState) {
    return new CompiledExplorer.Tables(
        elaboration, initialState, mostSteps(), faults.toArray(new Fault[0]), actionSets());
  }

  private int mostSteps() {
    return elaboration.cfg.graphs().stream()
        .mapToInt(g -> g.nodes().stream().mapToInt(n -> n.edges().size()).max().orElse(0))
        .sum();
  }

  private boolean[][] actionSets() {
    boolean[][] sets = new boolean[lockClasses.size()][elaboration.edges.size()];
    for (int i = 0; i < sets.length; i++) {
      for (int action = 0; action < sets[i].length; action++)
        sets[i][action] =
            elaboration.processes.acquires(elaboration.edges.get(action), lockClasses.get(i));
    }
    return sets;
  }

  /** The locals that can hold an id, or null. */
  int[] holders(Domain.Id id) {
    return elaboration.layout.slots().stream()
        .filter(
            s ->
                s.kind() == Slot.Kind.LOCAL
                    && s.domain() instanceof Domain.Id held
                    && held.of().equals(id.of())
                    && held.nullable())
        .mapToInt(Slot::index)
        .toArray();
  }
}
