package org.mdscheck.checker.oracle.wild;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.oracle.wild.Names.Moment;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/** Random programs: every kind of statement, nested a little. */
final class WildPrograms {
  private final Dice dice;
  private final Declarations declarations;
  private final WildExpressions expressions;
  private final WildEffects effects;
  private int functions;
  private int labels;

  WildPrograms(Dice dice, Declarations declarations, WildExpressions expressions) {
    this.dice = dice;
    this.declarations = declarations;
    this.expressions = expressions;
    effects = new WildEffects(dice, declarations, expressions);
  }

  /** How deep statements may still nest, and whether there is a loop to leave. */
  private record Inside(int depth, boolean hasLoop) {
    Inside deeper() {
      return new Inside(depth - 1, hasLoop);
    }
  }

  /** The program of a process: ends, or goes on for ever. */
  Program main(Declarations.Family family, Names names) {
    List<Local> locals = locals();
    Names inner = names.with(locals);
    Block body = program(family.main(), locals.toArray(Local[]::new));
    if (dice.percent(25)) decision(body, inner, new Inside(1, false));
    Program entry = function(family.entry(), inner, new Inside(1, false));
    if (dice.percent(20))
      return statements(body.call(entry), dice.between(1, 3), inner, new Inside(2, false)).end();
    return body.loop(
            statements(block().call(entry), dice.between(1, 3), inner, new Inside(2, true)))
        .end();
  }

  private List<Local> locals() {
    List<Local> locals = new ArrayList<>();
    while (dice.percent(45) && locals.size() < 3) {
      Type type = dice.percent(60) ? declarations.types.scalar() : declarations.types.any();
      if (type.slots() <= 8) locals.add(Local.local("l" + locals.size(), type));
    }
    return locals;
  }

  private Block statements(Block block, int count, Names names, Inside at) {
    for (int i = 0; i < count; i++) statement(block, names, at);
    return block;
  }

  private Block statement(Block block, Names names, Inside at) {
    if (at.depth == 0) return step(block, names);
    return switch (dice.below(14)) {
      case 0 ->
          block.test(label("test"), expressions.bool(names, 2), arm(names, at), arm(names, at));
      case 1, 2 -> decision(step(block, names), names, at);
      case 3 -> block.loop(leaving(step(block(), names), names, at));
      case 4 -> block.either(way(names, at), way(names, at));
      case 5 -> block.either(way(names, at), way(names, at), rest(block(), names));
      case 6 -> block.call(function("f" + functions++, names, at));
      case 7, 8 -> section(block, names, at);
      case 9 -> jump(block, names);
      default -> step(block, names);
    };
  }

  private Block step(Block block, Names names) {
    return switch (dice.below(14)) {
      case 0, 1, 2 -> block.await(label("await"), guard(names), effects.several(names));
      case 3 -> rest(block, names);
      case 4, 5 ->
          block.choose(label("choose"), dice.one(declarations.sets), x -> choice(x, names));
      case 6 -> block.choose(label("choose"), dice.between(-1, 1), 2, i -> choice(i, names));
      case 7 ->
          dice.percent(50)
              ? block.restChoose(label("restChoose"), smallSet(), x -> choice(x, names))
              : block.optionChoose(label("optionChoose"), smallSet(), x -> choice(x, names));
      case 8 ->
          block
              .fault(label("fault"), declarations.budget, effects.several(names))
              .step(label("after"), effects.several(names));
      case 9 ->
          block.faultChoose(
              label("faultChoose"), declarations.budget, smallSet(), x -> choice(x, names));
      default -> block.step(label("step"), effects.several(names));
    };
  }

  private Scalarset smallSet() {
    return declarations.sets.get(0);
  }

  private Block rest(Block block, Names names) {
    return dice.percent(50)
        ? block.rest(label("rest"), guard(names), effects.several(names))
        : block.option(label("option"), guard(names), effects.several(names));
  }

  private Expr guard(Names names) {
    Expr often = expressions.bool(names, 2).or(expressions.bool(names, 1));
    return dice.percent(50) ? often : often.or(expressions.bool(names, 0));
  }

  private Block.Given choice(Expr x, Names names) {
    Names inner = names.with(x);
    return given(guard(inner), effects.several(inner));
  }

  private Block decision(Block block, Names names, Inside at) {
    Expr condition = expressions.bool(names.at(names.bounds(), Moment.BRANCH), 2);
    return block.branch(condition, arm(names, at), arm(names, at));
  }

  /** One side of a decision: empty, a step, or a way out. */
  private Block arm(Names names, Inside at) {
    return switch (dice.below(7)) {
      case 0 -> block();
      case 1 -> block().ret();
      case 2 -> at.hasLoop ? step(block(), names).leave() : block();
      case 3 -> at.hasLoop ? step(block(), names).again() : block();
      default -> statement(block(), names, at.deeper());
    };
  }

  private Block leaving(Block body, Names names, Inside at) {
    statement(body, names, new Inside(at.depth - 1, true));
    return body.test(label("until"), expressions.bool(names, 1), block().leave());
  }

  /** Begins with a step, or with a decision between steps. */
  private Block way(Names names, Inside at) {
    if (dice.percent(20)) {
      Expr condition = expressions.bool(names.at(names.bounds(), Moment.BRANCH), 1);
      return block().branch(condition, step(block(), names), step(block(), names));
    }
    Block way = step(block(), names);
    return dice.percent(50) ? way : statement(way, names, at.deeper());
  }

  private Program function(String name, Names names, Inside at) {
    List<Local> locals = locals();
    Names inner = names.with(locals);
    Block body = step(program(name, locals.toArray(Local[]::new)), inner);
    return statements(body, dice.below(3), inner, new Inside(at.depth - 1, false)).end();
  }

  /** A section under one lock or two, taken together or one after the other. */
  private Block section(Block block, Names names, Inside at) {
    Ref outer = expressions.places.mutex(names);
    Ref inner = expressions.places.mutex(names);
    boolean isNested = dice.percent(35);
    if (isNested && dice.percent(50)) {
      block.step(label("both"), acquire(outer), acquire(inner));
    } else {
      block.step(label("lock"), lock(outer));
      if (isNested) block.await(label("second"), guard(names), acquire(inner));
    }
    statement(block, names, at.deeper());
    if (isNested) return block.step(label("unlock"), release(inner), release(outer));
    Effect[] last = effects.several(names);
    return block.step(label("unlock"), all(last), release(outer));
  }

  private Effect lock(Ref mutex) {
    return dice.percent(85) ? acquire(mutex) : all(acquire(mutex));
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
