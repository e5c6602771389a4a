package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Slot;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Generates what {@link Changes} means, on the words of the state in local variables. */
final class EffectCode {
  private final Generation generation;
  private final Code code;
  private final StepCode exit;
  private final ExpressionCode expressions;
  private final WordLocals words;
  private final List<Slot> slots;
  private final int owner;
  private final int action;

  /**
   * @param process whose step it is
   */
  EffectCode(
      Generation generation,
      Code code,
      StepCode exit,
      ExpressionCode expressions,
      int process,
      int action) {
    this.action = action;
    this.generation = generation;
    this.code = code;
    this.exit = exit;
    this.expressions = expressions;
    words = expressions.words();
    slots = generation.elaboration.layout.slots();
    owner = process + 1;
  }

  // ---- parts of what is too large for one method

  private boolean isInParts;

  /** An effect and what its names mean. */
  record Unit(Effect effect, Scope scope) {}

  /** From now on many effects are made in methods of their own. */
  void useParts() {
    isInParts = true;
  }

  /** Effects that are in a method of their own already. */
  void part(List<Unit> units) {
    for (Unit unit : units) effect(unit.effect, unit.scope);
  }

  void effects(List<Effect> effects, Scope scope) {
    if (!isInParts) {
      for (Effect effect : effects) effect(effect, scope);
      return;
    }
    List<Unit> units = new ArrayList<>();
    collect(effects, scope, units);
    List<Unit> some = new ArrayList<>();
    int size = 0;
    for (Unit unit : units) {
      int more = exit.size(unit);
      if (size + more > generation.largestPart() && !some.isEmpty()) {
        exit.part(some);
        some = new ArrayList<>();
        size = 0;
      }
      some.add(unit);
      size += more;
    }
    if (some.size() == units.size() && size <= generation.largestPart()) part(some);
    else exit.part(some);
  }

  private void collect(List<Effect> effects, Scope scope, List<Unit> units) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.ForEach each) {
        int low = Evaluator.low(each.variable());
        for (int i = 0; i < each.variable().index().size(); i++)
          collect(each.body(), scope.with(each.variable(), low + i), units);
      } else {
        units.add(new Unit(effect, scope));
      }
    }
  }

  // ---- effects

  private void effect(Effect effect, Scope scope) {
    int locals = code.locals();
    change(effect, scope);
    code.reuseLocals(Math.max(locals, words.lastFinding()));
  }

  private void change(Effect effect, Scope scope) {
    if (effect instanceof Effect.Assign e) {
      assign(e, scope);
    } else if (effect instanceof Effect.Reset e) {
      Address target = address(e.target(), scope);
      int count = e.target().type().slots();
      at(target, slot -> reset(slot, count));
    } else if (effect instanceof Effect.Acquire e) {
      acquire(address(e.mutex(), scope));
    } else if (effect instanceof Effect.Release e) {
      release(address(e.mutex(), scope));
    } else if (effect instanceof Effect.Enqueue e) {
      enqueue(e, scope);
    } else if (effect instanceof Effect.Dequeue e) {
      dequeue(e, scope);
    } else if (effect instanceof Effect.Remove e) {
      remove(e, scope);
    } else if (effect instanceof Effect.Check e) {
      check(e, scope);
    } else if (effect instanceof Effect.When e) {
      when(e, scope);
    } else {
      Effect.ForEach each = (Effect.ForEach) effect;
      int low = Evaluator.low(each.variable());
      for (int i = 0; i < each.variable().index().size(); i++)
        effects(each.body(), scope.with(each.variable(), low + i));
    }
  }

  /** Finds a place. Where it depends on the state, nothing may wait to be stored. */
  private Address address(Ref ref, Scope scope) {
    prepare(ref);
    return expressions.places().address(ref, scope);
  }

  /**
   * Makes the stores that wait before an expression is evaluated that reads them by an index, or in
   * another method.
   */
  void prepare(Expr e) {
    if (isInParts || ExpressionCode.hasIndex(e)) words.flush();
  }

  /** Generates code for each slot that a place can be. */
  private void at(Address address, IntConsumer action) {
    if (address.isFixed()) {
      action.accept(address.slot(0));
      return;
    }
    words.flush();
    code.loadInt(address.index());
    Ways ways = new Ways();
    code.choose(
        address.count(),
        i -> {
          ways.begin();
          action.accept(address.slot(i));
          ways.end();
        });
    ways.join();
  }

  /** Pieces of code one of which is taken: knows what is known behind them. */
  private final class Ways {
    private final Object before = words.mark();
    private Object after;

    void begin() {
      words.reset(before);
    }

    void end() {
      words.flush();
      if (after != null) words.join(after);
      after = words.mark();
    }

    void join() {
      words.reset(after);
    }
  }

  // ---- assignments

  private void assign(Effect.Assign e, Scope scope) {
    if (!(e.target().type() instanceof Type.Scalar scalar)) {
      copy(e, scope);
      return;
    }
    prepare(e.value());
    Domain domain = scalar.domain();
    Integer constant = expressions.constant(e.value(), scope);
    if (constant != null && new Interval(constant, constant).isWithin(Interval.of(domain))) {
      int stored = constant - LayoutBuilder.base(domain);
      Address target = address(e.target(), scope);
      if (target.isFixed()) {
        words.write(target.slot(0), stored);
      } else {
        code.push(stored);
        words.write(target, 0);
      }
      return;
    }
    boolean isPlain = expressions.places().plainSlot(e.target(), scope) >= 0;
    if (isPlain && Interval.of(e.value(), scope).isWithin(Interval.of(domain))) {
      expressions.value(e.value(), scope, LayoutBuilder.base(domain));
      words.write(address(e.target(), scope), 0);
      return;
    }
    int value = code.newInt();
    expressions.value(e.value(), scope);
    code.storeInt(value);
    Address target = address(e.target(), scope);
    store(value, Interval.of(e.value(), scope), target, 0, domain);
  }

  /** Stores a value that a local variable holds; one that the domain lacks is a fault. */
  private void store(int value, Interval known, Address target, int offset, Domain domain) {
    Interval allowed = Interval.of(domain);
    if (!known.isWithin(allowed)) {
      Label outside = new Label();
      Label inside = new Label();
      if (known.low() < allowed.low()) {
        code.loadInt(value);
        code.push((int) allowed.low());
        code.jump(Opcodes.IF_ICMPLT, outside);
      }
      if (known.high() > allowed.high()) {
        code.loadInt(value);
        code.push((int) allowed.high());
        code.jump(Opcodes.IF_ICMPLE, inside);
      } else {
        code.jump(Opcodes.GOTO, inside);
      }
      code.place(outside);
      fault(
          target,
          (i, v) -> FaultText.cannotHold(slots.get(target.slot(i) + offset), v, domain),
          () -> code.loadInt(value));
      code.place(inside);
    }
    code.loadInt(value);
    code.add(-LayoutBuilder.base(domain));
    words.write(target, offset);
  }

  private void fault(Address place, Fault fault, Runnable value) {
    exit.fault(code, fault, () -> pushIndex(place), value);
  }

  private void pushIndex(Address place) {
    if (place.isFixed()) code.push(0);
    else code.loadInt(place.index());
  }

  private void copy(Effect.Assign e, Scope scope) {
    Address from = address((Ref) e.value(), scope);
    Address to = address(e.target(), scope);
    int count = e.target().type().slots();
    words.flush();
    at(from, source -> at(to, target -> words.move(source, target, count)));
  }

  void reset(int slot, int count) {
    int[] initial = generation.elaboration.initialCodes;
    for (int i = slot; i < slot + count; i++) words.write(i, initial[i]);
  }

  // ---- mutexes

  private void acquire(Address mutex) {
    if (!mutex.isFixed() || words.known(mutex.slot(0)) != 0) {
      Label isFree = new Label();
      words.read(mutex, 0);
      code.jump(Opcodes.IFEQ, isFree);
      doubleLock(mutex);
      code.place(isFree);
      if (mutex.isFixed()) words.learn(mutex.slot(0), 0);
    }
    if (mutex.isFixed()) {
      words.write(mutex.slot(0), owner);
    } else {
      code.push(owner);
      words.write(mutex, 0);
    }
  }

  void doubleLock(Address mutex) {
    fault(mutex, (i, zero) -> FaultText.doubleLock(slots.get(mutex.slot(i))), () -> code.push(0));
  }

  private void release(Address mutex) {
    if (!mutex.isFixed() || words.known(mutex.slot(0)) != owner) {
      Label isOwned = new Label();
      words.read(mutex, 0);
      code.push(owner);
      code.jump(Opcodes.IF_ICMPEQ, isOwned);
      fault(
          mutex,
          (i, found) -> FaultText.notOwned(slots.get(mutex.slot(i)), found),
          () -> words.read(mutex, 0));
      code.place(isOwned);
      if (mutex.isFixed()) words.learn(mutex.slot(0), owner);
    }
    if (mutex.isFixed()) {
      words.write(mutex.slot(0), 0);
    } else {
      code.push(0);
      words.write(mutex, 0);
    }
  }

  // ---- queues

  private void enqueue(Effect.Enqueue e, Scope scope) {
    Type.Queue type = (Type.Queue) e.queue().type();
    int width = type.element().slots();
    words.flush();
    Address queue = address(e.queue(), scope);
    int length = code.newInt();
    words.read(queue, 0);
    code.storeInt(length);
    Label hasRoom = new Label();
    code.loadInt(length);
    code.push(type.capacity());
    code.jump(Opcodes.IF_ICMPNE, hasRoom);
    fault(queue, (i, zero) -> FaultText.full(slots.get(queue.slot(i)), type), () -> code.push(0));
    code.place(hasRoom);
    Address end = elements(queue, type, length);
    for (int i = 0; i < width; i++) {
      Domain domain = slots.get(end.slot(0) + i).domain();
      int value = code.newInt();
      expressions.value(e.values().get(i), scope);
      code.storeInt(value);
      store(value, Interval.of(e.values().get(i), scope), end, i, domain);
    }
    code.loadInt(length);
    code.add(1);
    words.write(queue, 0);
  }

  /** The element of a queue at the position that a local variable holds. */
  private Address elements(Address queue, Type.Queue type, int position) {
    int width = type.element().slots();
    int[] places = new int[queue.count() * type.capacity()];
    for (int i = 0; i < places.length; i++)
      places[i] = queue.slot(i / type.capacity()) + 1 + i % type.capacity() * width;
    if (queue.isFixed()) return Address.of(places, position);
    int index = code.newInt();
    code.loadInt(queue.index());
    code.multiply(type.capacity());
    code.loadInt(position);
    code.op(Opcodes.IADD);
    code.storeInt(index);
    return Address.of(places, index);
  }

  private void dequeue(Effect.Dequeue e, Scope scope) {
    Type.Queue type = (Type.Queue) e.queue().type();
    words.flush();
    Address queue = address(e.queue(), scope);
    Label hasElement = new Label();
    words.read(queue, 0);
    code.jump(Opcodes.IFNE, hasElement);
    fault(queue, (i, zero) -> FaultText.empty(slots.get(queue.slot(i))), () -> code.push(0));
    code.place(hasElement);
    if (e.into() != null) {
      Address into = address(e.into(), scope);
      for (int i = 0; i < type.element().slots(); i++) moveOldest(queue, into, i);
      words.flush();
    }
    at(queue, slot -> close(slot, type, 0));
  }

  /** Moves one slot of an element; an id that may be null and one that may not differ in code. */
  private void moveOldest(Address queue, Address into, int offset) {
    Domain from = slots.get(queue.slot(0) + 1 + offset).domain();
    Domain to = slots.get(into.slot(0) + offset).domain();
    int value = code.newInt();
    words.read(queue, 1 + offset);
    code.add(LayoutBuilder.base(from));
    code.storeInt(value);
    store(value, Interval.of(from), into, offset, to);
  }

  private void remove(Effect.Remove e, Scope scope) {
    Type.Queue type = (Type.Queue) e.queue().type();
    words.flush();
    Address queue = address(e.queue(), scope);
    int sought = code.newInt();
    expressions.value(
        e.value(), scope, LayoutBuilder.base(type.element().scalar(e.queue().toString())));
    code.storeInt(sought);
    at(queue, slot -> remove(slot, type, sought));
  }

  private void remove(int slot, Type.Queue type, int sought) {
    Ways ways = new Ways();
    int length = code.newInt();
    words.read(slot);
    code.storeInt(length);
    Label end = new Label();
    for (int i = 0; i < type.capacity(); i++) {
      code.loadInt(length);
      code.push(i);
      code.jump(Opcodes.IF_ICMPLE, end);
      Label next = new Label();
      words.read(slot + 1 + i);
      code.loadInt(sought);
      code.jump(Opcodes.IF_ICMPNE, next);
      ways.begin();
      close(slot, type, i);
      ways.end();
      code.jump(Opcodes.GOTO, end);
      code.place(next);
      ways.begin();
    }
    ways.end();
    code.place(end);
    ways.join();
  }

  /**
   * Takes out the element at a position: those behind it move up. Free places hold zeros, so all of
   * them can move.
   */
  private void close(int slot, Type.Queue type, int position) {
    int width = type.element().slots();
    int first = slot + 1 + position * width;
    int end = slot + 1 + type.capacity() * width;
    words.move(first + width, first, end - first - width);
    for (int i = end - width; i < end; i++) words.write(i, 0);
    words.read(slot);
    code.add(-1);
    words.write(slot);
  }

  // ---- checks and conditions

  private void check(Effect.Check e, Scope scope) {
    prepare(e.condition());
    Label passed = new Label();
    Object before = expressions.findings();
    expressions.jump(e.condition(), scope, passed, true);
    expressions.keepFindings(before);
    int check = generation.elaboration.numberedChecks.number(e);
    if (e.fatal()) {
      exit.fatal(code, check);
    } else {
      code.loadThis();
      code.push(action);
      code.push(check);
      code.call(generation.className, "warn", "(II)V");
    }
    code.place(passed);
  }

  private void when(Effect.When e, Scope scope) {
    Integer constant = expressions.constant(e.condition(), scope);
    if (constant != null) {
      effects(constant != 0 ? e.then() : e.otherwise(), scope);
      return;
    }
    words.flush();
    Label otherwise = new Label();
    Label end = new Label();
    Ways ways = new Ways();
    expressions.jump(e.condition(), scope, otherwise, false);
    expressions.learn(e.condition(), scope, true);
    effects(e.then(), scope);
    ways.end();
    if (!e.otherwise().isEmpty()) code.jump(Opcodes.GOTO, end);
    code.place(otherwise);
    ways.begin();
    expressions.learn(e.condition(), scope, false);
    effects(e.otherwise(), scope);
    ways.end();
    code.place(end);
    ways.join();
  }
}
