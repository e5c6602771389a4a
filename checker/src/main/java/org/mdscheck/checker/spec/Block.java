package org.mdscheck.checker.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mdscheck.checker.spec.Statement.Kind;
import org.mdscheck.checker.system.Scalarset;

/** Writes down statements one after the other. */
public final class Block {
  private final String programName;
  private final List<Local> locals;
  private final List<Statement> statements = new ArrayList<>();

  Block(String programName, List<Local> locals) {
    this.programName = programName;
    this.locals = locals;
  }

  /** One value's guard and effects in {@link #choose}. */
  public record Given(Expr guard, List<Effect> effects) {
    public Given {
      effects = List.copyOf(effects);
    }
  }

  public static Given given(Expr guard, Effect... effects) {
    Expressions.requireBool("guard", guard);
    return new Given(guard, List.of(effects));
  }

  /** One atomic step. The label is the statement in the source. */
  public Block step(String label, Effect... effects) {
    return add(new Statement.Step(label, null, null, List.of(effects), Kind.PLAIN));
  }

  /** One atomic step that waits until the guard is true. */
  public Block await(String label, Expr guard, Effect... effects) {
    Expressions.requireBool(label, guard);
    return add(new Statement.Step(label, null, guard, List.of(effects), Kind.PLAIN));
  }

  /** As {@link #await}, at a place where the process may wait for ever. */
  public Block rest(String label, Expr guard, Effect... effects) {
    Expressions.requireBool(label, guard);
    return add(new Statement.Step(label, null, guard, List.of(effects), Kind.REST));
  }

  /** As {@link #rest}, where nobody may rely on it that the step is ever taken. */
  public Block option(String label, Expr guard, Effect... effects) {
    Expressions.requireBool(label, guard);
    return add(new Statement.Step(label, null, guard, List.of(effects), Kind.OPTION));
  }

  /** One atomic step that spends one unit of a fault budget, a bounded integer. */
  public Block fault(String label, Ref budget, Expr guard, Effect... effects) {
    Expressions.requireBool(label, guard);
    return add(
        new Statement.Step(
            label,
            null,
            budget.isMore(0).and(guard),
            Stream.concat(Stream.of(Effects.decrement(budget)), Stream.of(effects)).toList(),
            Kind.FAULT));
  }

  public Block fault(String label, Ref budget, Effect... effects) {
    return fault(label, budget, Expressions.value(true), effects);
  }

  /**
   * One atomic step for any id whose guard is true; what was chosen is lost unless an effect stores
   * it.
   */
  public Block choose(String label, Scalarset ids, Function<Expr, Given> body) {
    return choose(label, new Bound(ids.name(), new Type.Index.ByIds(ids)), body, Kind.PLAIN);
  }

  /** One atomic step for any integer in {@code low .. high} whose guard is true. */
  public Block choose(String label, int low, int high, Function<Expr, Given> body) {
    return choose(label, new Bound("i", new Type.Index.ByRange(low, high)), body, Kind.PLAIN);
  }

  /** As {@link #choose}, at a place where the process may wait for ever. */
  public Block restChoose(String label, Scalarset ids, Function<Expr, Given> body) {
    return choose(label, new Bound(ids.name(), new Type.Index.ByIds(ids)), body, Kind.REST);
  }

  /** As {@link #choose}, where nobody may rely on it that the step is ever taken. */
  public Block optionChoose(String label, Scalarset ids, Function<Expr, Given> body) {
    return choose(label, new Bound(ids.name(), new Type.Index.ByIds(ids)), body, Kind.OPTION);
  }

  /** As {@link #choose}, spending one unit of a fault budget. */
  public Block faultChoose(String label, Ref budget, Scalarset ids, Function<Expr, Given> body) {
    return choose(
        label,
        new Bound(ids.name(), new Type.Index.ByIds(ids)),
        x -> {
          Given given = body.apply(x);
          return new Given(
              budget.isMore(0).and(given.guard()),
              Stream.concat(Stream.of(Effects.decrement(budget)), given.effects().stream())
                  .toList());
        },
        Kind.FAULT);
  }

  private Block choose(String label, Bound variable, Function<Expr, Given> body, Kind kind) {
    Given given = body.apply(variable);
    return add(new Statement.Step(label, variable, given.guard(), given.effects(), kind));
  }

  /** A step of its own that reads a condition and goes one of two ways. */
  public Block test(String label, Expr condition, Block then, Block otherwise) {
    Expressions.requireBool(label, condition);
    return add(new Statement.Test(label, condition, then.statements, otherwise.statements));
  }

  public Block test(String label, Expr condition, Block then) {
    return test(label, condition, then, Program.block());
  }

  /** Goes one of two ways as part of the step before; the condition may read only locals. */
  public Block branch(Expr localCondition, Block then, Block otherwise) {
    Expressions.requireBool("branch", localCondition);
    return add(new Statement.Branch(localCondition, then.statements, otherwise.statements));
  }

  public Block branch(Expr localCondition, Block then) {
    return branch(localCondition, then, Program.block());
  }

  public Block loop(Block body) {
    return add(new Statement.Loop(body.statements));
  }

  public Block leave() {
    return add(new Statement.Leave());
  }

  public Block again() {
    return add(new Statement.Again());
  }

  public Block either(Block... ways) {
    return add(new Statement.Either(Stream.of(ways).map(way -> way.statements).toList()));
  }

  public Block call(Program program) {
    return add(new Statement.Call(program));
  }

  public Block ret() {
    return add(new Statement.Return());
  }

  public Block mark(String name) {
    return add(new Statement.Mark(name));
  }

  public Block goTo(String name) {
    return add(new Statement.Goto(name));
  }

  /**
   * The statements of another block, here, when {@code included}: for what only some variants
   * contain.
   */
  public Block only(boolean included, Block block) {
    if (included) statements.addAll(block.statements);
    return this;
  }

  /** The statements of another block, here. */
  public Block then(Block block) {
    return only(true, block);
  }

  /** Finishes a program. */
  public Program end() {
    if (programName == null)
      throw new SpecException("end() on a block: only a program has a name and an end");
    return new Program(programName, locals, statements);
  }

  private Block add(Statement statement) {
    statements.add(statement);
    return this;
  }
}
