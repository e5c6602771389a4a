package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Generates what is asked of processes: where they are, what they hold, what they wait for. */
final class ProcessCode {
  private final Generation generation;
  private final Code code;
  private final FaultExit exit;
  private final ExpressionCode expressions;

  ProcessCode(Generation generation, Code code, FaultExit exit, ExpressionCode expressions) {
    this.exit = exit;
    this.generation = generation;
    this.code = code;
    this.expressions = expressions;
  }

  private Processes processes() {
    return generation.elaboration.processes;
  }

  /** Jumps if the truth of a condition on processes is the one wanted. */
  void jump(Expr e, Scope scope, Label to, boolean wanted) {
    if (e instanceof Expr.Holding holding) {
      holding(holding, scope, to, wanted);
    } else if (e instanceof Expr.Inside inside) {
      inside(inside, scope, to, wanted);
    } else if (e instanceof Expr.Acquiring acquiring) {
      code.loadThis();
      code.push(generation.actionSet(acquiring.lockClass()));
      code.call(generation.className, "isTakenActionIn", "(I)Z");
      code.jump(wanted ? Opcodes.IFNE : Opcodes.IFEQ, to);
    } else {
      exit.waitCycle(code, expressions.words());
      code.jump(wanted ? Opcodes.IFEQ : Opcodes.IFNE, to);
    }
  }

  // ---- what they hold

  private void holding(Expr.Holding e, Scope scope, Label to, boolean wanted) {
    BitSet mutexes = processes().mutexSlots(e.lockClass());
    Label end = new Label();
    if (e.family() == null) {
      int owner = code.newInt();
      expressions.pushTaker();
      code.add(1);
      code.storeInt(owner);
      owned(mutexes, () -> code.loadInt(owner), wanted ? to : end);
    } else if (e.member() == null) {
      int first = processes().first(e.family());
      int count = processes().count(e.family());
      for (int slot : slots(mutexes)) heldByOneOf(slot, first, count, wanted ? to : end);
    } else {
      int owner = code.newInt();
      expressions.value(e.member(), scope);
      code.storeInt(owner);
      requireMember(e.family(), owner, wanted ? end : to);
      int first = processes().first(e.family());
      owned(
          mutexes,
          () -> {
            code.loadInt(owner);
            code.add(first + 1);
          },
          wanted ? to : end);
    }
    if (!wanted) code.jump(Opcodes.GOTO, to);
    code.place(end);
  }

  /** Jumps if there is no such member. */
  private void requireMember(String family, int member, Label none) {
    code.loadInt(member);
    code.jump(Opcodes.IFLT, none);
    code.loadInt(member);
    code.push(processes().count(family));
    code.jump(Opcodes.IF_ICMPGE, none);
  }

  private void owned(BitSet mutexes, Runnable owner, Label found) {
    for (int slot : slots(mutexes)) {
      expressions.words().read(slot);
      owner.run();
      code.jump(Opcodes.IF_ICMPEQ, found);
    }
  }

  private void heldByOneOf(int slot, int first, int count, Label found) {
    expressions.words().read(slot);
    code.add(-(first + 1) + Integer.MIN_VALUE);
    code.push(count + Integer.MIN_VALUE);
    code.jump(Opcodes.IF_ICMPLT, found);
  }

  private static List<Integer> slots(BitSet mutexes) {
    return mutexes.stream().boxed().toList();
  }

  // ---- where they are

  private void inside(Expr.Inside e, Scope scope, Label to, boolean wanted) {
    BitSet nodes = processes().nodesInside(e.family(), e.functions());
    int first = processes().first(e.family());
    int count = processes().count(e.family());
    if (e.member() == null) {
      Label end = new Label();
      for (int p = first; p < first + count; p++) atOneOf(p, nodes, wanted ? to : end, true);
      if (!wanted) code.jump(Opcodes.GOTO, to);
      code.place(end);
      return;
    }
    Integer id = expressions.constant(e.member(), scope);
    if (id != null) {
      if (id >= 0 && id < count) atOneOf(first + id, nodes, to, wanted);
      else if (!wanted) code.jump(Opcodes.GOTO, to);
      return;
    }
    Label end = new Label();
    int member = code.newInt();
    expressions.value(e.member(), scope);
    code.storeInt(member);
    requireMember(e.family(), member, wanted ? end : to);
    code.loadInt(member);
    code.choose(count, i -> atOneOf(first + i, nodes, to, wanted));
    code.place(end);
  }

  /**
   * Pushes the truth without a branch if that can be done; says whether it was. A branch on where a
   * process stands is hard to foretell.
   */
  boolean isInsideWithoutBranch(Expr.Inside e, Scope scope) {
    Integer id = e.member() == null ? null : expressions.constant(e.member(), scope);
    int first = processes().first(e.family());
    if (id == null || id < 0 || id >= processes().count(e.family())) return false;
    if (processes().labelCount(first + id) > Long.SIZE) return false;
    int slot = processes().labelSlot(first + id);
    BitSet nodes = processes().nodesInside(e.family(), e.functions());
    if (nodes.isEmpty() || expressions.words().known(slot) >= 0) return false;
    code.push(nodes.toLongArray()[0]);
    expressions.words().read(slot);
    code.op(Opcodes.LUSHR);
    code.op(Opcodes.L2I);
    code.push(1);
    code.op(Opcodes.IAND);
    return true;
  }

  /** Jumps if a process is at one of some labels, or if it is not. */
  void atOneOf(int process, BitSet labels, Label to, boolean wanted) {
    int slot = processes().labelSlot(process);
    int known = expressions.words().known(slot);
    if (known >= 0) {
      if (labels.get(known) == wanted) code.jump(Opcodes.GOTO, to);
      return;
    }
    int label = code.newInt();
    expressions.words().read(slot);
    code.storeInt(label);
    List<int[]> runs = runs(labels);
    if (runs.size() <= 2 || labels.length() > Long.SIZE) {
      inRuns(label, runs, to, wanted);
      return;
    }
    Label end = new Label();
    if (processes().labelCount(process) > Long.SIZE) {
      code.loadInt(label);
      code.push(Long.SIZE);
      code.jump(Opcodes.IF_ICMPGE, wanted ? end : to);
    }
    code.push(labels.toLongArray()[0]);
    code.loadInt(label);
    code.op(Opcodes.LUSHR);
    code.op(Opcodes.L2I);
    code.push(1);
    code.op(Opcodes.IAND);
    code.jump(wanted ? Opcodes.IFNE : Opcodes.IFEQ, to);
    code.place(end);
  }

  private void inRuns(int label, List<int[]> runs, Label to, boolean wanted) {
    Label end = new Label();
    Label found = wanted ? to : end;
    for (int[] run : runs) {
      code.loadInt(label);
      if (run[1] == run[0] + 1) {
        code.push(run[0]);
        code.jump(Opcodes.IF_ICMPEQ, found);
      } else {
        code.add(-run[0] + Integer.MIN_VALUE);
        code.push(run[1] - run[0] + Integer.MIN_VALUE);
        code.jump(Opcodes.IF_ICMPLT, found);
      }
    }
    if (!wanted) code.jump(Opcodes.GOTO, to);
    code.place(end);
  }

  /** First label and the one behind the last of each run of neighbours. */
  private static List<int[]> runs(BitSet labels) {
    List<int[]> runs = new ArrayList<>();
    for (int from = labels.nextSetBit(0); from >= 0; ) {
      int end = labels.nextClearBit(from);
      runs.add(new int[] {from, end});
      from = labels.nextSetBit(end);
    }
    return runs;
  }
}
