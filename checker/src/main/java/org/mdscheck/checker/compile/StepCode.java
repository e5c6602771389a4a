package org.mdscheck.checker.compile;

import java.util.List;
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
      words.pushWord(word, generation.className);
      code.op(Opcodes.LASTORE);
    }
    code.op(Opcodes.RETURN);
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
    at.op(Opcodes.RETURN);
  }

  @Override
  public void fatal(Code at, int check) {
    at.loadThis();
    at.push(edge.action());
    at.push(check);
    at.call(generation.className, "fatal", "(II)V");
    at.op(Opcodes.RETURN);
  }
}
