package org.mdscheck.checker.compile;

import static java.util.Collections.nCopies;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Program.program;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdscheck.checker.oracle.random.RandomSpec;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * A trace is replayed only on the model that it belongs to: nothing may change without the hash.
 */
class SpecHashTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "domain of a variable, 4, 0, 1, 1, x",
    "initial value, 3, 1, 1, 1, x",
    "domain of a local, 3, 0, 2, 1, x",
    "values of a choice, 3, 0, 1, 2, x",
    "name of a variable, 3, 0, 1, 1, y"
  })
  void changesWithThe(String part, int high, int initial, int localHigh, int choices, String name) {
    assertNotEquals(hash(3, 0, 1, 1, "x"), hash(high, initial, localHigh, choices, name));
  }

  @Test
  void isTheSameForTheSameModel() {
    assertEquals(hash(3, 0, 1, 1, "x"), hash(3, 0, 1, 1, "x"));
    assertEquals(
        InterpretedSystem.of(RandomSpec.of(7).spec()).hash(),
        InterpretedSystem.of(RandomSpec.of(7).spec()).hash());
  }

  @Test
  void isTheSameWhetherEqualPartsAreOneObjectOrTwo() {
    assertEquals(hash(x -> List.of(x.is(1), x.is(1))), hash(x -> nCopies(2, x.is(1))));
  }

  @Test
  void tellsTwoVariablesOfOneNameFromOne() {
    Local one = Local.local("local", Type.range(0, 1));
    Local other = Local.local("local", Type.range(0, 1));
    assertNotEquals(
        hash(x -> List.of(one.is(1), other.is(1)), one, other),
        hash(x -> List.of(one.is(1), one.is(1)), one, other));
  }

  private static String hash(Function<Ref, List<Expr>> conditions, Local... locals) {
    Spec.Builder spec = Spec.builder("s");
    Ref x = spec.variable("x", Type.range(0, 1), 0);
    List<Expr> both = conditions.apply(x);
    spec.process(
        "p",
        program("f", locals)
            .await("first", both.get(0), assign(x, 0))
            .await("second", both.get(1), assign(x, 0))
            .end());
    return InterpretedSystem.of(spec.build()).hash();
  }

  private static String hash(int high, int initial, int localHigh, int choices, String name) {
    Spec.Builder spec = Spec.builder("s");
    Ref x = spec.variable(name, Type.range(0, high), initial);
    Local local = Local.local("local", Type.range(0, localHigh));
    spec.process(
        "p",
        program("f", local)
            .choose("choose", 0, choices, i -> given(local.is(i), assign(x, i)))
            .end());
    return InterpretedSystem.of(spec.build()).hash();
  }
}
