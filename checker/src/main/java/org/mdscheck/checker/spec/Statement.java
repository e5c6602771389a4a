package org.mdscheck.checker.spec;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A statement of a program. */
public sealed interface Statement {

  /** One atomic step, or several alternatives of one: one per value of {@code choice}. */
  record Step(String label, Bound choice, Expr guard, List<Effect> effects, Kind kind)
      implements Statement {
    public Step {
      effects = List.copyOf(effects);
    }
  }

  /** What a step is besides its guard and effects. */
  enum Kind {
    PLAIN,
    /** A place where the process may stay for ever without anything being wrong. */
    REST,
    /**
     * Spends a fault budget: recovery may not rely on it. Where only faults can happen the process
     * may stay for ever.
     */
    FAULT,
    /**
     * What somebody may do or leave undone for ever, as a system call: recovery may not rely on it,
     * and the process may stay for ever.
     */
    OPTION;

    /** Whether the process may stay before such a step for ever. */
    public boolean rests() {
      return this == REST || this == OPTION;
    }
  }

  /** A step of its own that reads a condition of the state and goes one of two ways. */
  record Test(String label, Expr condition, List<Statement> then, List<Statement> otherwise)
      implements Statement {
    public Test {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** Goes one of two ways as part of the step before it; the condition may read only locals. */
  record Branch(Expr condition, List<Statement> then, List<Statement> otherwise)
      implements Statement {
    public Branch {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** Repeats until left. */
  record Loop(List<Statement> body) implements Statement {
    public Loop {
      body = List.copyOf(body);
    }
  }

  /** Out of the innermost loop. */
  record Leave() implements Statement {}

  /** To the start of the innermost loop. */
  record Again() implements Statement {}

  /** Any of several ways, decided by which first step happens. */
  record Either(List<List<Statement>> ways) implements Statement {
    public Either {
      ways = ways.stream().map(List::copyOf).toList();
    }
  }

  /** Another program's statements, with locals of its own. */
  record Call(Program program) implements Statement {}

  /** Out of the program; ends the process when it is its main program. */
  record Return() implements Statement {}

  /** A target for {@link Goto}, in the same program. */
  record Mark(String name) implements Statement {}

  record Goto(String name) implements Statement {}

  /** The statements inside of it, in the order of the text; not those of a program it calls. */
  default Stream<List<Statement>> bodies() {
    if (this instanceof Test test) return Stream.of(test.then(), test.otherwise());
    if (this instanceof Branch branch) return Stream.of(branch.then(), branch.otherwise());
    if (this instanceof Loop loop) return Stream.of(loop.body());
    return this instanceof Either either ? either.ways().stream() : Stream.empty();
  }

  /** The same with each of its bodies replaced. */
  default Statement withBodies(UnaryOperator<List<Statement>> by) {
    if (this instanceof Test test) {
      return new Test(
          test.label(), test.condition(), by.apply(test.then()), by.apply(test.otherwise()));
    }
    if (this instanceof Branch branch)
      return new Branch(branch.condition(), by.apply(branch.then()), by.apply(branch.otherwise()));
    if (this instanceof Loop loop) return new Loop(by.apply(loop.body()));
    return this instanceof Either either
        ? new Either(either.ways().stream().map(by).toList())
        : this;
  }
}
