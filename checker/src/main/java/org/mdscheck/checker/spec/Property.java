package org.mdscheck.checker.spec;

import java.util.List;

/**
 * A property of a spec, as expressions. The kinds are those of {@code system.Property}, which
 * defines their meaning.
 */
public sealed interface Property {
  String name();

  String meaning();

  /** A named part; {@code premise} null is "always". */
  record Clause(String name, Expr premise, Expr conclusion) {}

  static Clause clause(String name, Expr conclusion) {
    Expressions.requireBool(name, conclusion);
    return new Clause(name, null, conclusion);
  }

  /**
   * Wherever the premise is true the conclusion is; a premise that is never true is reported as
   * vacuous.
   */
  static Clause clause(String name, Expr premise, Expr conclusion) {
    Expressions.requireBool(name, premise);
    Expressions.requireBool(name, conclusion);
    return new Clause(name, premise, conclusion);
  }

  record Invariant(String name, String meaning, List<Clause> clauses) implements Property {
    public Invariant {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * The clauses may use {@code next}, {@code holding} and {@code acquiring}; they are tested on the
   * steps that can falsify them.
   */
  record StepInvariant(String name, String meaning, List<Clause> clauses) implements Property {
    public StepInvariant {
      clauses = List.copyOf(clauses);
    }
  }

  record Cover(String name, String meaning, Expr condition) implements Property {}

  record Recovery(String name, String meaning, List<Clause> clauses) implements Property {
    public Recovery {
      clauses = List.copyOf(clauses);
    }
  }

  record Checked(String name, String meaning) implements Property {}

  record NoStuckState(String name, String meaning) implements Property {}
}
