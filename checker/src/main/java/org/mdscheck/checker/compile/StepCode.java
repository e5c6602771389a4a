package org.mdscheck.checker.compile;

import java.util.List;
import java.util.function.Consumer;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Ref;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Generates the method that takes one step: returns early where it is not enabled, else changes the
 * words in local variables and leaves them to be emitted.
 */
final class StepCode implements FaultExit {
  private final Generation generation;
  private final Code code;
  private final WordLocals words;
  private final ExpressionCode expressions;
  private final EffectCode effects;
  private final Cfg.Graph graph;
  private final Cfg.Edge edge;
  private final boolean mayWarn;
  private final Label refused = new Label();
  private boolean returnsValue;

  StepCode(Generation generation, Code code, WordLocals words, Cfg.Graph graph, Cfg.Edge edge) {
    this.generation = generation;
    this.code = code;
    this.words = words;
    this.graph = graph;
    this.edge = edge;
    expressions = new ExpressionCode(generation, code, this, words, null, graph.process());
    effects = new EffectCode(generation, code, this, expressions, graph.process(), edge.action());
    mayWarn = mayWarn(edge.effects()) || mayWarn(edge.target());
  }

  private static boolean mayWarn(List<Effect> effects) {
    return effects.stream()
        .anyMatch(
            e ->
                e instanceof Effect.Check check && !check.fatal()
                    || e instanceof Effect.When when
                        && (mayWarn(when.then()) || mayWarn(when.otherwise()))
                    || e instanceof Effect.ForEach each && mayWarn(each.body()));
  }

  private static boolean mayWarn(Cfg.Target target) {
    if (target instanceof Cfg.Target.Decide d) return mayWarn(d.then()) || mayWarn(d.otherwise());
    if (target instanceof Cfg.Target.Clear clear) return mayWarn(clear.target());
    return target instanceof Cfg.Target.Past past
        && (mayWarn(past.effects()) || mayWarn(past.target()));
  }

  /** The same with large expressions and many effects in methods of their own. */
  StepCode inParts() {
    expressions.useParts();
    effects.useParts();
    return this;
  }

  /** Generates the whole step in parts: they work on a copy of the state. */
  void generateInParts(int node) {
    words.copyToScratch();
    code.loadThis();
    code.push(0);
    code.putField(generation.className, "hasEnded", "Z");
    String name =
        generation.part(
            code,
            "()V",
            WordLocals.Source.SCRATCH,
            (inner, words, next) -> other(inner, words).inParts().generate(node));
    code.loadThis();
    code.call(generation.className, name, "()V");
    code.op(Opcodes.RETURN);
  }

  private StepCode other(Code inner, WordLocals its) {
    return new StepCode(generation, inner, its, graph, edge);
  }

  /**
   * @param node the label that the process is at
   */
  void generate(int node) {
    words.learn(graph.labelSlot(), node);
    require(edge.guards());
    for (Ref mutex : edge.acquired())
      requireFree(expressions.places().address(mutex, edge.scope()));
    effects.effects(edge.effects(), edge.scope());
    target(edge.target());
    code.place(refused);
    if (mayWarn) {
      code.loadThis();
      code.push(edge.action());
      code.call(generation.className, "refuse", "(I)V");
    }
    code.op(Opcodes.RETURN);
  }

  private void require(List<Cfg.Guard> guards) {
    for (Cfg.Guard guard : guards) {
      effects.prepare(guard.condition());
      expressions.jump(guard.condition(), guard.scope(), refused, !guard.wanted());
      expressions.learn(guard.condition(), guard.scope(), guard.wanted());
    }
  }

  private void requireFree(Address mutex) {
    Label isFree = new Label();
    words.read(mutex, 0);
    code.jump(Opcodes.IFEQ, isFree);
    words.read(mutex, 0);
    code.push(graph.process() + 1);
    code.jump(Opcodes.IF_ICMPNE, refused);
    effects.doubleLock(mutex);
    code.place(isFree);
    if (mutex.isFixed()) words.learn(mutex.slot(0), 0);
  }

  // ---- where it leads

  private void target(Cfg.Target target) {
    if (target instanceof Cfg.Target.At at) {
      words.write(graph.labelSlot(), at.node());
      emit();
    } else if (target instanceof Cfg.Target.Decide decide) {
      decide(decide);
    } else if (target instanceof Cfg.Target.Past past) {
      require(past.guards());
      effects.effects(past.effects(), past.scope());
      target(past.target());
    } else if (target instanceof Cfg.Target.Clear clear) {
      for (int[] range : clear.slotRanges()) effects.reset(range[0], range[1]);
      target(clear.target());
    } else {
      code.jump(Opcodes.GOTO, refused);
    }
  }

  private void decide(Cfg.Target.Decide decide) {
    effects.prepare(decide.condition());
    Label otherwise = new Label();
    Object before = words.mark();
    expressions.jump(decide.condition(), decide.scope(), otherwise, false);
    expressions.learn(decide.condition(), decide.scope(), true);
    target(decide.then());
    code.place(otherwise);
    words.reset(before);
    expressions.learn(decide.condition(), decide.scope(), false);
    target(decide.otherwise());
  }

  private void emit() {
    words.flush();
    code.loadThis();
    code.push(edge.action());
    code.call(generation.className, "next", "(I)[J");
    int after = code.newReference();
    code.storeReference(after);
    for (int word = 0; word < generation.elaboration.layout.words(); word++) {
      code.loadReference(after);
      code.push(word);
      words.pushWord(word);
      code.op(Opcodes.LASTORE);
    }
    code.op(Opcodes.RETURN);
  }

  // ---- parts

  @Override
  public void part(Code at, WordLocals its, Consumer<ExpressionCode> value) {
    its.spill();
    String name =
        generation.part(
            at,
            "()I",
            WordLocals.Source.SCRATCH,
            (inner, state, next) -> {
              StepCode part = other(inner, state).inParts();
              part.returnsValue = true;
              value.accept(part.expressions);
              inner.op(Opcodes.IRETURN);
            });
    at.loadThis();
    at.call(generation.className, name, "()I");
    endIfEnded(at);
  }

  @Override
  public void waitCycle(Code at, WordLocals its) {
    its.copyToScratch();
    at.loadThis();
    at.push(edge.action());
    at.call(generation.className, "hasWaitCycleInStep", "(I)Z");
    endIfEnded(at);
  }

  /** Changes the state by some effects in a method of their own. */
  void part(List<EffectCode.Unit> units) {
    words.flush();
    words.spill();
    String name =
        generation.part(
            code,
            "()V",
            WordLocals.Source.SCRATCH,
            (inner, state, next) -> {
              other(inner, state).inParts().effects.part(units);
              state.flush();
              state.spill();
              inner.op(Opcodes.RETURN);
            });
    code.loadThis();
    code.call(generation.className, name, "()V");
    endIfEnded(code);
    words.reload();
  }

  /** The bytes that an effect takes. */
  int size(EffectCode.Unit unit) {
    Code measured = new Code(null, 1);
    WordLocals state = new WordLocals(generation, measured, words.source());
    other(measured, state).effects.part(List.of(unit));
    return measured.size();
  }

  private void endIfEnded(Code at) {
    Label goesOn = new Label();
    at.loadThis();
    at.getField(generation.className, "hasEnded", "Z");
    at.jump(Opcodes.IFEQ, goesOn);
    end(at);
    at.place(goesOn);
  }

  private void end(Code at) {
    if (returnsValue) at.push(0);
    at.op(returnsValue ? Opcodes.IRETURN : Opcodes.RETURN);
  }

  // ---- when something is wrong

  @Override
  public void fault(Code at, Fault fault, Runnable which, Runnable value) {
    at.loadThis();
    which.run();
    value.run();
    at.push(at.isMeasured() ? 0 : generation.number(fault));
    at.push(edge.action());
    at.call(generation.className, "error", "(IIII)V");
    end(at);
  }

  @Override
  public void fatal(Code at, int check) {
    at.loadThis();
    at.push(edge.action());
    at.push(check);
    at.call(generation.className, "fatal", "(II)V");
    end(at);
  }
}
