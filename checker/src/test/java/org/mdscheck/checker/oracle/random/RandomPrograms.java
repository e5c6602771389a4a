package org.mdscheck.checker.oracle.random;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/** Random programs: every kind of statement, nested a little. */
final class RandomPrograms {
  private final Random random;
  private final Variables variables;
  private final RandomExpressions expressions;
  private final RandomEffects effects;
  private int functions;
  private int labels;

  RandomPrograms(Random random, Variables variables, RandomExpressions expressions) {
    this.random = random;
    this.variables = variables;
    this.expressions = expressions;
    effects = new RandomEffects(random, variables, expressions);
  }

  /** The program of a process: ends, or goes on for ever. Begins with a call of {@code first}. */
  Program main(String name, String first, Names names) {
    List<Local> locals = locals();
    Names inner = names.with(locals).inStep();
    Block body = program(name, locals.toArray(Local[]::new));
    Program entry = function(first, inner, new Inside(1, false));
    if (random.nextInt(4) == 0)
      return statements(body.call(entry), 1 + random.nextInt(3), inner, new Inside(2, false)).end();
    return body.loop(
            statements(block().call(entry), 1 + random.nextInt(3), inner, new Inside(2, true)))
        .end();
  }

  /** How deep statements may still nest, and whether there is a loop to leave. */
  private record Inside(int depth, boolean hasLoop) {
    Inside deeper() {
      return new Inside(depth - 1, hasLoop);
    }
  }

  private List<Local> locals() {
    List<Local> locals = new ArrayList<>();
    if (random.nextInt(3) == 0) locals.add(Local.local("i", Type.range(0, 1)));
    if (random.nextInt(3) == 0) locals.add(Local.local("who", Type.nullable(variables.ids)));
    if (random.nextInt(8) == 0)
      locals.add(Local.local("list", Type.queue(Type.nullable(variables.ids), 1)));
    return locals;
  }

  private Block statements(Block block, int count, Names names, Inside at) {
    for (int i = 0; i < count; i++) statement(block, names, at);
    return block;
  }

  private Block statement(Block block, Names names, Inside at) {
    if (at.depth == 0) return step(block, names);
    return switch (random.nextInt(14)) {
      case 0 ->
          block.test(label("test"), expressions.bool(names, 1), arm(names, at), arm(names, at));
      case 1 -> branch(block, names, at);
      case 2 -> block.loop(leaving(step(block(), names), names, at));
      case 3 -> block.either(way(names, at), way(names, at));
      case 4 -> block.either(way(names, at), way(names, at), rest(block(), names));
      case 5 -> block.call(function("f" + functions++, names, at));
      case 6, 7 -> section(block, names, at);
      case 8 -> jump(block, names);
      case 9, 10 -> twoLocks(block, names);
      default -> step(block, names);
    };
  }

  private Block step(Block block, Names names) {
    return switch (random.nextInt(14)) {
      case 0, 1 -> block.await(label("await"), guard(names), effects.several(names));
      case 2 -> block.await(label("await"), variables.all.get(0).isLess(2));
      case 3 -> rest(block, names);
      case 4, 5 -> block.choose(label("choose"), variables.ids, x -> choice(x, names));
      case 6 ->
          block.choose(
              label("choose"),
              0,
              1,
              i -> given(expressions.bool(names, 1).or(i.is(0)), effects.several(names)));
      case 7 -> block.restChoose(label("restChoose"), variables.ids, x -> choice(x, names));
      case 8 ->
          block
              .fault(label("fault"), variables.budget, effects.several(names))
              .step(label("after"), effects.several(names));
      case 9 ->
          block.faultChoose(
              label("faultChoose"), variables.budget, variables.ids, x -> choice(x, names));
      default -> block.step(label("step"), effects.several(names));
    };
  }

  private Block rest(Block block, Names names) {
    return random.nextBoolean()
        ? block.rest(label("rest"), guard(names), effects.several(names))
        : block.option(label("option"), guard(names), effects.several(names));
  }

  private Expr guard(Names names) {
    return expressions.bool(names, 1).or(expressions.bool(names, 1));
  }

  private Block.Given choice(Expr x, Names names) {
    return given(guard(names.with(x)), effects.several(names.with(x)));
  }

  private Block branch(Block block, Names names, Inside at) {
    for (Local local : names.locals()) {
      if (local.type() instanceof Type.Queue) continue;
      boolean isNumber = local.name().equals("i");
      Expr condition =
          isNumber
              ? local.is(0)
              : names.ids().isEmpty() ? local.isNull() : local.is(names.ids().get(0));
      return step(block, names).branch(condition, arm(names, at), arm(names, at));
    }
    return step(block, names);
  }

  /** One side of a decision: empty, a step, or a way out. */
  private Block arm(Names names, Inside at) {
    return switch (random.nextInt(6)) {
      case 0 -> block();
      case 1 -> block().ret();
      case 2 -> at.hasLoop ? block().leave() : block();
      case 3 -> at.hasLoop ? block().again() : block();
      default -> statement(block(), names, at.deeper());
    };
  }

  private Block leaving(Block body, Names names, Inside at) {
    statement(body, names, new Inside(at.depth - 1, true));
    return body.test(label("until"), expressions.bool(names, 1), block().leave());
  }

  private Block way(Names names, Inside at) {
    Block way = step(block(), names);
    return random.nextBoolean() ? way : statement(way, names, at.deeper());
  }

  private Program function(String name, Names names, Inside at) {
    List<Local> locals = locals();
    Names inner = names.with(locals);
    Block body = step(program(name, locals.toArray(Local[]::new)), inner);
    return statements(body, random.nextInt(2), inner, new Inside(at.depth - 1, false)).end();
  }

  /** A section under a lock. Rarely a way out leads past the unlock, and the spec is faulty. */
  private Block section(Block block, Names names, Inside at) {
    Ref mutex = expressions.one(variables.mutexes);
    block.step(label("lock"), acquire(mutex));
    if (random.nextInt(12) == 0) statement(block, names, at.deeper());
    else step(block, names);
    return block.step(label("unlock"), release(mutex));
  }

  /** A section under both locks, taken in any order: two processes can wait for each other. */
  private Block twoLocks(Block block, Names names) {
    if (variables.mutexes.size() < 2) return step(block, names);
    int first = random.nextInt(2);
    Ref outer = variables.mutexes.get(first);
    Ref inner = variables.mutexes.get(1 - first);
    block.step(label("lock"), acquire(outer)).step(label("lock"), acquire(inner));
    return step(block, names).step(label("unlock"), release(outer), release(inner));
  }

  private Block jump(Block block, Names names) {
    String mark = "mark" + labels;
    return step(block.mark(mark), names)
        .test(label("goto"), expressions.bool(names, 1), block().goTo(mark));
  }

  private String label(String kind) {
    return kind + " " + labels++;
  }
}
