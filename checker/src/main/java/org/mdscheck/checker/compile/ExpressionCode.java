package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Bound;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Expr.Operator;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Generates what {@link Evaluator} means. Parts are evaluated in the same order, so that the first
 * fault is the same one; a quantifier stops early only where no fault can be missed.
 */
final class ExpressionCode {
  private final Generation generation;
  private final Code code;
  private final FaultExit exit;
  private final ProcessCode processes;
  private final PlaceCode places;
  private final WordLocals state;
  private final WordLocals successor;
  private final int process;
  private WordLocals words;

  /**
   * @param words the state that is asked
   * @param successor the state after the step; null outside step predicates
   * @param process whose step it is; -1 in predicates, which do not fail where they meet a freed
   *     object
   */
  ExpressionCode(
      Generation generation,
      Code code,
      FaultExit exit,
      WordLocals words,
      WordLocals successor,
      int process) {
    this.generation = generation;
    this.code = code;
    this.exit = exit;
    this.words = words;
    state = words;
    this.successor = successor;
    this.process = process;
    processes = new ProcessCode(generation, code, exit, this);
    places = new PlaceCode(generation, process >= 0, this, code, exit);
  }

  /** All that was found out so far. */
  Object findings() {
    return List.of(state.findings(), successor == null ? List.of() : successor.findings());
  }

  /** Forgets what was found out since, in code that may not have been run. */
  void keepFindings(Object before) {
    List<?> both = (List<?>) before;
    state.keepFindings(both.get(0));
    if (successor != null) successor.keepFindings(both.get(1));
  }

  /** Pushes the process that takes the step. */
  void pushTaker() {
    if (process >= 0) {
      code.push(process);
    } else {
      code.loadThis();
      code.call(generation.className, "taker", "()I");
    }
  }

  WordLocals words() {
    return words;
  }

  PlaceCode places() {
    return places;
  }

  ProcessCode processes() {
    return processes;
  }

  // ---- parts of what is too large for one method

  private boolean isInParts;
  private Expr whole;

  /** From now on large expressions are evaluated in methods of their own. */
  void useParts() {
    isInParts = true;
  }

  /** Pushes the value of an expression that is in a method of its own already. */
  void part(Expr e, Scope scope) {
    isInParts = true;
    whole = balanced(e);
    value(whole, scope);
  }

  private boolean isPart(Expr e, Scope scope) {
    if (!isInParts || e == whole || SpecRules.parts(e).isEmpty() || e instanceof Ref) return false;
    if (constant(e, scope) != null) return false;
    return size(e, scope) > generation.largestPart();
  }

  private int size(Expr e, Scope scope) {
    Code measured = new Code(null, 1);
    WordLocals now = new WordLocals(generation, measured, words.source());
    WordLocals next = new WordLocals(generation, measured, WordLocals.Source.AFTER);
    new ExpressionCode(generation, measured, exit, now, next, process).value(e, scope);
    return measured.size();
  }

  /** The same conjunction or disjunction as a tree of little depth. */
  private static Expr balanced(Expr e) {
    if (!(e instanceof Expr.Binary b)
        || b.operator() != Operator.AND && b.operator() != Operator.OR) return e;
    List<Expr> operands = new ArrayList<>();
    collect(b.operator(), e, operands);
    return tree(b.operator(), operands);
  }

  private static void collect(Operator operator, Expr e, List<Expr> operands) {
    if (e instanceof Expr.Binary b && b.operator() == operator) {
      collect(operator, b.left(), operands);
      collect(operator, b.right(), operands);
    } else {
      operands.add(e);
    }
  }

  private static Expr tree(Operator operator, List<Expr> operands) {
    if (operands.size() == 1) return operands.get(0);
    int half = operands.size() / 2;
    return new Expr.Binary(
        operator,
        tree(operator, operands.subList(0, half)),
        tree(operator, operands.subList(half, operands.size())),
        Type.bool());
  }

  // ---- values

  /** Pushes the value. */
  void value(Expr e, Scope scope) {
    value(e, scope, 0);
  }

  /** Pushes the value less a constant. */
  void value(Expr e, Scope scope, int less) {
    if (isPart(e, scope)) {
      exit.part(code, words, inner -> inner.part(e, scope));
      code.add(-less);
      return;
    }
    Integer constant = constant(e, scope);
    if (constant != null) {
      code.push(constant - less);
    } else if (e instanceof Ref ref) {
      code(ref, scope);
      code.add(LayoutBuilder.base(ref.type().scalar("value of " + ref)) - less);
    } else if (e instanceof Expr.Binary binary) {
      binary(binary, scope, less);
    } else {
      plain(e, scope);
      code.add(-less);
    }
  }

  private void plain(Expr e, Scope scope) {
    if (e instanceof Expr.Conditional c) {
      Label otherwise = new Label();
      Label end = new Label();
      Object before = findings();
      jump(c.condition(), scope, otherwise, false);
      value(c.then(), scope);
      code.jump(Opcodes.GOTO, end);
      code.place(otherwise);
      keepFindings(before);
      value(c.otherwise(), scope);
      code.place(end);
      keepFindings(before);
    } else if (e instanceof Expr.Not not) {
      value(not.operand(), scope);
      code.push(1);
      code.op(Opcodes.IXOR);
    } else if (e instanceof Expr.Quantified quantified) {
      quantified(quantified, scope);
    } else if (e instanceof Expr.Length length) {
      length(length, scope);
    } else if (e instanceof Expr.Next next) {
      WordLocals now = words;
      words = successor;
      value(next.operand(), scope);
      words = now;
    } else {
      truth(e, scope);
    }
  }

  /** Pushes 0 or 1. */
  private void truth(Expr e, Scope scope) {
    if (e instanceof Expr.Inside inside && processes.isInsideWithoutBranch(inside, scope)) return;
    Label isFalse = new Label();
    Label end = new Label();
    Object before = findings();
    jump(e, scope, isFalse, false);
    keepFindings(before);
    code.push(1);
    code.jump(Opcodes.GOTO, end);
    code.place(isFalse);
    code.push(0);
    code.place(end);
  }

  // ---- places

  /** Pushes the code in a place. */
  private void code(Ref ref, Scope scope) {
    if (ref instanceof Ref.Item item) {
      item(item, scope);
      return;
    }
    words.read(places.address(ref, scope), 0);
  }

  /** An element of a queue must be there. */
  private void item(Ref.Item item, Scope scope) {
    Address queue = places.address(item.queue(), scope);
    Address element = places.address(item, scope);
    int position = code.newInt();
    value(item.position(), scope);
    code.storeInt(position);
    Label isThere = new Label();
    code.loadInt(position);
    words.read(queue, 0);
    code.jump(Opcodes.IF_ICMPLT, isThere);
    exit.fault(
        code,
        (zero, length) -> FaultText.shortQueue(item, length),
        () -> code.push(0),
        () -> words.read(queue, 0));
    code.place(isThere);
    words.read(element, 0);
  }

  private void length(Expr.Length e, Scope scope) {
    if (e.of() instanceof Ref queue && queue.type() instanceof Type.Queue) {
      words.read(places.address(queue, scope), 0);
      return;
    }
    value(e.of(), scope);
    code.callStatic(Integer.class, "bitCount", "(I)I");
  }

  // ---- operators

  private void binary(Expr.Binary e, Scope scope, int less) {
    switch (e.operator()) {
      case PLUS -> sum(e, scope, less, 1, Opcodes.IADD);
      case MINUS -> sum(e, scope, less, -1, Opcodes.ISUB);
      case DIVIDE -> {
        quotient(e, scope, Opcodes.IDIV, "floorDiv");
        code.add(-less);
      }
      case MODULO -> {
        quotient(e, scope, Opcodes.IREM, "floorMod");
        code.add(-less);
      }
      case MEMBER -> {
        member(e, scope);
        code.add(-less);
      }
      case WITH, WITHOUT -> {
        changed(e, scope);
        code.add(-less);
      }
      default -> {
        truth(e, scope);
        code.add(-less);
      }
    }
  }

  private void sum(Expr.Binary e, Scope scope, int less, int sign, int opcode) {
    Integer constant = constant(e.right(), scope);
    if (constant != null) {
      value(e.left(), scope, less - sign * constant);
    } else {
      value(e.left(), scope, less);
      value(e.right(), scope);
      code.op(opcode);
    }
  }

  /** Or remainder; the machine's operation rounds towards zero. */
  private void quotient(Expr.Binary e, Scope scope, int opcode, String roundedDown) {
    value(e.left(), scope);
    value(e.right(), scope);
    if (Interval.of(e.left(), scope).low() >= 0) code.op(opcode);
    else code.callStatic(Math.class, roundedDown, "(II)I");
  }

  private void member(Expr.Binary e, Scope scope) {
    Integer id = constant(e.left(), scope);
    if (id != null) {
      if (id < 0) {
        code.push(0);
        return;
      }
      value(e.right(), scope);
      if (id > 0) {
        code.push(id);
        code.op(Opcodes.IUSHR);
      }
      code.push(1);
      code.op(Opcodes.IAND);
      return;
    }
    Label none = new Label();
    Label end = new Label();
    boolean mayBeNull = Interval.of(e.left(), scope).low() < 0;
    value(e.left(), scope);
    int local = code.newInt();
    code.storeInt(local);
    if (mayBeNull) {
      code.loadInt(local);
      code.jump(Opcodes.IFLT, none);
    }
    Object before = findings();
    value(e.right(), scope);
    if (mayBeNull) keepFindings(before);
    code.loadInt(local);
    code.op(Opcodes.IUSHR);
    code.push(1);
    code.op(Opcodes.IAND);
    if (mayBeNull) {
      code.jump(Opcodes.GOTO, end);
      code.place(none);
      code.push(0);
      code.place(end);
    }
  }

  /** A set with or without an id. */
  private void changed(Expr.Binary e, Scope scope) {
    boolean with = e.operator() == Operator.WITH;
    value(e.right(), scope);
    Integer id = constant(e.left(), scope);
    if (id != null && id >= 0) {
      code.push(with ? 1 << id : ~(1 << id));
    } else {
      int local = code.newInt();
      value(e.left(), scope);
      code.storeInt(local);
      if (Interval.of(e.left(), scope).low() < 0) requireId(local);
      code.push(1);
      code.loadInt(local);
      code.op(Opcodes.ISHL);
      if (!with) {
        code.push(-1);
        code.op(Opcodes.IXOR);
      }
    }
    code.op(with ? Opcodes.IOR : Opcodes.IAND);
  }

  private void requireId(int local) {
    Label isId = new Label();
    code.loadInt(local);
    code.jump(Opcodes.IFGE, isId);
    exit.fault(code, (a, b) -> FaultText.NULL_MEMBER, () -> code.push(0), () -> code.push(0));
    code.place(isId);
  }

  // ---- conditions

  /**
   * Jumps if the truth of a condition is the one wanted, else goes on. What was found out is known
   * where the code goes on; where it jumps to, only what was known before.
   */
  void jump(Expr e, Scope scope, Label to, boolean wanted) {
    if (isPart(e, scope)) {
      exit.part(code, words, inner -> inner.part(e, scope));
      code.jump(wanted ? Opcodes.IFNE : Opcodes.IFEQ, to);
      return;
    }
    Integer constant = constant(e, scope);
    if (constant != null) {
      if ((constant != 0) == wanted) code.jump(Opcodes.GOTO, to);
    } else if (e instanceof Expr.Not not) {
      jump(not.operand(), scope, to, !wanted);
    } else if (e instanceof Expr.Binary binary && binary.type().equals(Type.bool())) {
      jump(binary, scope, to, wanted);
    } else if (e instanceof Expr.Quantified q && q.quantifier() != Expr.Quantifier.COUNT) {
      jump(q, scope, to, wanted);
    } else if (e instanceof Expr.Next next) {
      WordLocals now = words;
      words = successor;
      jump(next.operand(), scope, to, wanted);
      words = now;
    } else if (e instanceof Expr.Contains contains) {
      contains(contains, scope, to, wanted);
    } else if (e instanceof Expr.Locked locked) {
      words.read(places.address(locked.mutex(), scope), 0);
      code.jump(wanted ? Opcodes.IFNE : Opcodes.IFEQ, to);
    } else if (e instanceof Expr.Unreferenced unreferenced) {
      unreferenced(unreferenced, scope, to, wanted);
    } else if (e instanceof Ref || e instanceof Expr.Conditional) {
      value(e, scope);
      code.jump(wanted ? Opcodes.IFNE : Opcodes.IFEQ, to);
    } else if (e instanceof Expr.Null) {
      throw new SpecException("null stands alone");
    } else {
      processes.jump(e, scope, to, wanted);
    }
  }

  private void jump(Expr.Binary e, Scope scope, Label to, boolean wanted) {
    switch (e.operator()) {
      case AND -> both(e, scope, to, wanted, false, false);
      case OR -> both(e, scope, to, wanted, true, true);
      case IMPLIES -> both(e, scope, to, wanted, false, true);
      case EQ -> compare(e, scope, to, wanted ? Opcodes.IF_ICMPEQ : Opcodes.IF_ICMPNE);
      case NE -> compare(e, scope, to, wanted ? Opcodes.IF_ICMPNE : Opcodes.IF_ICMPEQ);
      case LT -> compare(e, scope, to, wanted ? Opcodes.IF_ICMPLT : Opcodes.IF_ICMPGE);
      case LE -> compare(e, scope, to, wanted ? Opcodes.IF_ICMPLE : Opcodes.IF_ICMPGT);
      case GT -> compare(e, scope, to, wanted ? Opcodes.IF_ICMPGT : Opcodes.IF_ICMPLE);
      case GE -> compare(e, scope, to, wanted ? Opcodes.IF_ICMPGE : Opcodes.IF_ICMPLT);
      default -> {
        value(e, scope);
        code.jump(wanted ? Opcodes.IFNE : Opcodes.IFEQ, to);
      }
    }
  }

  /**
   * Where the left operand has the value {@code decisive} the result is {@code result}, elsewhere
   * that of the right operand.
   */
  private void both(
      Expr.Binary e, Scope scope, Label to, boolean wanted, boolean decisive, boolean result) {
    if (result == wanted) {
      jump(e.left(), scope, to, decisive);
      jump(e.right(), scope, to, wanted);
    } else {
      Label end = new Label();
      Object before = findings();
      jump(e.left(), scope, end, decisive);
      jump(e.right(), scope, to, wanted);
      code.place(end);
      keepFindings(before);
    }
  }

  /**
   * @param opcode one of {@code IF_ICMPxx}
   */
  private void compare(Expr.Binary e, Scope scope, Label to, int opcode) {
    Integer right = constant(e.right(), scope);
    if (right == null) {
      value(e.left(), scope);
      value(e.right(), scope);
      code.jump(opcode, to);
      return;
    }
    // A code is compared with a constant without making it a value first.
    int base =
        e.left() instanceof Ref ref ? LayoutBuilder.base(ref.type().scalar("value of " + ref)) : 0;
    value(e.left(), scope, base);
    if (right == base) {
      code.jump(opcode - Opcodes.IF_ICMPEQ + Opcodes.IFEQ, to);
    } else {
      code.push(right - base);
      code.jump(opcode, to);
    }
  }

  private void contains(Expr.Contains e, Scope scope, Label to, boolean wanted) {
    Type.Queue type = (Type.Queue) e.queue().type();
    Address queue = places.address(e.queue(), scope);
    int length = code.newInt();
    int sought = code.newInt();
    value(e.value(), scope, LayoutBuilder.base(type.element().scalar(e.queue().toString())));
    code.storeInt(sought);
    words.read(queue, 0);
    code.storeInt(length);
    Label found = new Label();
    Label missing = new Label();
    for (int i = 0; i < type.capacity(); i++) {
      code.loadInt(length);
      code.push(i);
      code.jump(Opcodes.IF_ICMPLE, wanted ? missing : to);
      words.read(queue, 1 + i);
      code.loadInt(sought);
      code.jump(Opcodes.IF_ICMPEQ, wanted ? to : found);
    }
    if (!wanted) code.jump(Opcodes.GOTO, to);
    code.place(found);
    code.place(missing);
  }

  private void unreferenced(Expr.Unreferenced e, Scope scope, Label to, boolean wanted) {
    int sought = code.newInt();
    value(e.id(), scope, -1);
    code.storeInt(sought);
    Label referenced = new Label();
    for (int slot : generation.holders((Domain.Id) e.id().type().scalar("unreferenced"))) {
      words.read(slot);
      code.loadInt(sought);
      code.jump(Opcodes.IF_ICMPEQ, wanted ? referenced : to);
    }
    if (wanted) code.jump(Opcodes.GOTO, to);
    code.place(referenced);
  }

  // ---- quantifiers

  private static List<Scope> scopes(Expr.Quantified e, Scope scope) {
    int low = Evaluator.low(e.variable());
    List<Scope> scopes = new ArrayList<>();
    for (int i = 0; i < e.variable().index().size(); i++)
      scopes.add(scope.with(e.variable(), low + i));
    return scopes;
  }

  private void quantified(Expr.Quantified e, Scope scope) {
    List<Scope> some = new ArrayList<>();
    int size = 0;
    boolean isFirst = true;
    for (Scope inner : scopes(e, scope)) {
      int more = isInParts ? size(e.body(), inner) : 0;
      if (size + more > generation.largestPart() && !some.isEmpty()) {
        List<Scope> part = some;
        exit.part(code, words, other -> other.bodies(e, part));
        if (!isFirst) code.op(combination(e));
        isFirst = false;
        some = new ArrayList<>();
        size = 0;
      }
      some.add(inner);
      size += more;
    }
    bodies(e, some);
    if (!isFirst) code.op(combination(e));
  }

  private static int combination(Expr.Quantified e) {
    return switch (e.quantifier()) {
      case FOR_ALL -> Opcodes.IAND;
      case EXISTS -> Opcodes.IOR;
      case COUNT -> Opcodes.IADD;
    };
  }

  /** Pushes the value of some of the bodies together. */
  private void bodies(Expr.Quantified e, List<Scope> scopes) {
    boolean isFirst = true;
    for (Scope inner : scopes) {
      value(e.body(), inner);
      if (!isFirst) code.op(combination(e));
      isFirst = false;
    }
  }

  private void jump(Expr.Quantified e, Scope scope, Label to, boolean wanted) {
    if (isInParts || mayFail(e, scope)) {
      quantified(e, scope);
      code.jump(wanted ? Opcodes.IFNE : Opcodes.IFEQ, to);
      return;
    }
    boolean all = e.quantifier() == Expr.Quantifier.FOR_ALL;
    Label end = new Label();
    Object before = findings();
    for (Scope inner : scopes(e, scope)) jump(e.body(), inner, all == wanted ? end : to, !all);
    if (all == wanted) {
      code.jump(Opcodes.GOTO, to);
      keepFindings(before);
    }
    code.place(end);
  }

  /** Whether evaluating it can end in a fault. */
  private boolean mayFail(Expr e, Scope scope) {
    if (e instanceof Expr.NoWaitCycle || e instanceof Ref.Item) return true;
    if (e instanceof Ref ref && places.mayFail(ref, scope)) return true;
    if (e instanceof Expr.Locked locked && places.mayFail(locked.mutex(), scope)) return true;
    if (e instanceof Expr.Binary b
        && (b.operator() == Operator.WITH || b.operator() == Operator.WITHOUT)
        && Interval.of(b.left(), scope).low() < 0) return true;
    if (e instanceof Expr.Quantified q)
      return scopes(q, scope).stream().anyMatch(inner -> mayFail(q.body(), inner));
    return SpecRules.parts(e).stream().anyMatch(part -> mayFail(part, scope));
  }

  /** Whether it reads places that depend on the state. */
  static boolean hasIndex(Expr e) {
    if (e instanceof Ref.Item || e instanceof Expr.Contains || e instanceof Expr.NoWaitCycle)
      return true;
    if (e instanceof Expr.Locked locked) return hasIndex(locked.mutex());
    if (e instanceof Ref ref && mayBeOutside(ref)) return true;
    return SpecRules.parts(e).stream().anyMatch(ExpressionCode::hasIndex);
  }

  /** Whether an index of the place depends on the state, or the array does not have it. */
  private static boolean mayBeOutside(Ref ref) {
    for (Ref at = ref; !(at instanceof Local || at instanceof Ref.Variable); ) {
      if (at instanceof Ref.Item) return true;
      if (at instanceof Ref.Element element && !isInside(element)) return true;
      at = Footprint.parent(at);
    }
    return false;
  }

  private static boolean isInside(Ref.Element element) {
    Type.Index by = ((Type.Array) element.array().type()).index();
    int low = Evaluator.low(by);
    if (element.index() instanceof Expr.Constant c)
      return c.value() >= low && c.value() < low + by.size();
    return element.index() instanceof Bound b
        && Evaluator.low(b) >= low
        && Evaluator.low(b) + b.index().size() <= low + by.size();
  }

  // ---- constants

  /** The value where it is known while code is generated and evaluating it cannot fail. */
  Integer constant(Expr e, Scope scope) {
    Integer constant = Evaluator.constant(e, scope);
    if (constant != null) return constant;
    if (e instanceof Expr.Not not) {
      Integer operand = constant(not.operand(), scope);
      return operand == null ? null : 1 - operand;
    }
    if (e instanceof Ref ref && !(ref instanceof Ref.Item)) {
      int slot = places.plainSlot(ref, scope);
      return slot >= 0 && words.known(slot) >= 0
          ? (Integer) (words.known(slot) + LayoutBuilder.base(ref.type().scalar("value of " + ref)))
          : null;
    }
    return null;
  }

  /** What is known once a condition is true, or false. */
  void learn(Expr e, Scope scope, boolean truth) {
    if (e instanceof Expr.Not not) {
      learn(not.operand(), scope, !truth);
    } else if (e instanceof Ref ref) {
      learn(ref, scope, truth ? 1 : 0);
    } else if (e instanceof Expr.Binary b) {
      boolean isEqual = b.operator() == (truth ? Operator.EQ : Operator.NE);
      if (b.operator() == (truth ? Operator.AND : Operator.OR)) {
        learn(b.left(), scope, truth);
        learn(b.right(), scope, truth);
      } else if (isEqual && b.left() instanceof Ref ref) {
        Integer value = Evaluator.constant(b.right(), scope);
        if (value != null) learn(ref, scope, value);
      }
    }
  }

  private void learn(Ref ref, Scope scope, int value) {
    if (ref instanceof Ref.Item) return;
    int slot = places.plainSlot(ref, scope);
    Domain domain = ref.type().scalar("value of " + ref);
    Interval codes = new Interval(0, domain.size() - 1);
    int known = value - LayoutBuilder.base(domain);
    if (slot >= 0 && new Interval(known, known).isWithin(codes)) words.learn(slot, known);
  }
}
