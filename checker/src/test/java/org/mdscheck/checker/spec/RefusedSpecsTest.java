package org.mdscheck.checker.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.enqueue;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.acquiring;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.holding;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.next;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;
import static org.mdscheck.checker.spec.Type.field;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.system.Scalarset;

/** Specs that are refused before the first step, each with the whole message. */
class RefusedSpecsTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"programs", "types", "names", "properties"})
  void refuses(String what, String message, Consumer<Spec.Builder> declare) {
    SpecException refusal =
        assertThrows(
            SpecException.class,
            () -> {
              Spec.Builder spec = Spec.builder("s");
              declare.accept(spec);
              CompiledSystem.of(spec.build());
            });
    assertEquals(message, refusal.getMessage());
  }

  static Stream<Arguments> programs() {
    return Stream.of(
        refused(
            "a goto to nowhere",
            "f: goto to undefined label out; set it with mark(\"out\")",
            s -> s.process("p", flip(s).goTo("out").end())),
        refused(
            "a label marked twice",
            "f: label here is marked twice",
            s -> s.process("p", flip(s).mark("here").mark("here").goTo("here").end())),
        refused(
            "a step without footprint",
            "f: step \"nothing\" reads and writes nothing: leave it out, or say what it touches",
            s -> s.process("p", program("f").step("nothing").end())),
        refused(
            "a local of another program",
            "local i is used in a program that does not declare it: name it in program(...)",
            s ->
                s.process(
                    "p",
                    program("f")
                        .step("i = 1", assign(Local.local("i", Type.range(0, 1)), 1))
                        .end())),
        refused(
            "a branch on a shared variable",
            "f: branch reads the shared variable x without a step of its own: use test(...), or read it into a local first",
            s -> {
              Ref x = s.variable("x", Type.bool());
              s.process(
                  "p", program("f").step("x = true", assign(x, true)).branch(x, block()).end());
            }),
        refused(
            "leave outside a loop",
            "f: leave() or again() outside a loop",
            s -> s.process("p", flip(s).leave().end())),
        refused(
            "a loop without a step",
            "a loop without a step in it: it would never end",
            s -> s.process("p", program("f").loop(block()).end())),
        refused(
            "a loop that only decides",
            "a loop without a step in it: it would never end",
            s -> {
              Local local = Local.local("local", Type.bool());
              s.process(
                  "p", program("f", local).loop(block().branch(local, block(), block())).end());
            }),
        refused(
            "an either without a way",
            "f: an either without a way",
            s -> s.process("p", flip(s).either().end())),
        refused(
            "a lock under a condition",
            "f: step \"lock\" acquires m under a condition: use a branch or a test",
            s -> {
              Ref m = s.variable("m", Type.mutex("M"));
              Ref x = s.variable("x", Type.bool());
              s.process("p", program("f").step("lock", when(x, acquire(m))).end());
            }),
        refused(
            "an end of a block",
            "end() on a block: only a program has a name and an end",
            s -> s.process("p", block().end())),
        refused("no process", "spec s has no process: nothing would ever happen", s -> {}),
        refused(
            "next in a guard",
            "f: step \"wait\" asks about a step with next or acquiring: only step properties can",
            s ->
                s.process(
                    "p", program("f").await("wait", next(s.variable("x", Type.bool()))).end())));
  }

  static Stream<Arguments> types() {
    return Stream.of(
        refused(
            "a boolean for a number",
            "assignment to n: 1 is of type Scalar[domain=Bool[]], expected Scalar[domain=Range[low=0, high=2]]",
            s -> assign(s.variable("n", Type.range(0, 2)), true)),
        refused(
            "an order of ids",
            "a LT a: only integers and enums are ordered",
            s -> {
              Ref a = s.variable("a", Type.nullable(s.scalarset("id", 2)));
              a.isLess(a);
            }),
        refused(
            "an id of another scalarset in a set",
            "b is an id of another scalarset than the members of set",
            s -> {
              Ref set = s.variable("set", Type.setOf(s.scalarset("a", 2)));
              Effects.add(set, s.variable("b", Type.nullable(s.scalarset("id", 2))));
            }),
        refused(
            "null for a number",
            "assignment to n: null stands where Scalar[domain=Range[low=0, high=2]] is expected",
            s -> assign(s.variable("n", Type.range(0, 2)), new Expr.Null())),
        refused(
            "a divisor of zero",
            "n divided by 0: the divisor must be positive",
            s -> s.variable("n", Type.range(0, 2)).dividedBy(0)),
        refused(
            "a modulus of zero",
            "n modulo 0: the divisor must be positive",
            s -> s.variable("n", Type.range(0, 2)).modulo(0)),
        refused(
            "too few values for an element",
            "enqueue on q: 1 values for an element of 2 scalars",
            s -> {
              Type pair = Type.struct(field("a", Type.bool()), field("b", Type.bool()));
              enqueue(s.variable("q", Type.queue(pair, 1)), true);
            }),
        refused(
            "a write into a queue",
            "q[0] is inside a queue: elements of a queue are only read",
            s -> assign(s.variable("q", Type.queue(Type.bool(), 1)).head(), true)),
        refused(
            "a literal of no type",
            "no literal of the language: 1.5 (use a boolean, an int, an enum constant or an expression)",
            s -> assign(s.variable("n", Type.range(0, 2)), 1.5)),
        refused(
            "a start outside the domain",
            "initial value 7 of n is outside Range[low=0, high=2]",
            s ->
                s.process(
                    "p",
                    program("f").step("reset", reset(s.variable("n", Type.range(0, 2), 7))).end())),
        refused(
            "a write to a mutex",
            "f: step \"reset\" writes m, which holds a mutex: only acquire and release do that",
            s ->
                s.process(
                    "p",
                    program("f").step("reset", reset(s.variable("m", Type.mutex("M")))).end())),
        refused(
            "a mutex of one process",
            "local m of f is a mutex: a mutex is a shared variable or part of one",
            s -> {
              Local m = Local.local("m", Type.mutex("M"));
              s.process("p", program("f", m).step("lock", acquire(m)).end());
            }),
        refused(
            "a queue without room",
            "queue q has room for 0 elements: give it 1 or more",
            s -> {
              s.variable("q", Type.queue(Type.bool(), 0));
              s.process("p", flip(s).end());
            }),
        refused(
            "a choice between structs",
            "f: step \"copy\" assigns to a, which is no scalar: copy another place to it",
            s -> {
              Type cell = Type.struct(field("full", Type.bool()));
              Ref a = s.variable("a", cell);
              s.process(
                  "p", program("f").step("copy", assign(a, ifElse(a.field("full"), a, a))).end());
            }));
  }

  static Stream<Arguments> names() {
    return Stream.of(
        refused(
            "two variables of a name",
            "spec s declares x twice",
            s -> {
              s.variable("x", Type.bool());
              s.variable("x", Type.bool());
            }),
        refused(
            "a process named like a scalarset",
            "spec s declares client twice",
            s -> s.processes("client", s.scalarset("client", 2), self -> flip(s).end())),
        refused(
            "two properties of a name",
            "spec s declares property live twice",
            s ->
                s.property(new Property.NoStuckState("live", ""))
                    .property(new Property.NoStuckState("live", ""))),
        refused(
            "two fields of a name",
            "cell has two fields full",
            s -> {
              s.variable(
                  "cell", Type.struct(field("full", Type.bool()), field("full", Type.bool())));
              s.process("p", flip(s).end());
            }),
        refused(
            "a local declared twice",
            "f declares local i twice",
            s -> {
              Local i = Local.local("i", Type.bool());
              s.process("p", program("f", i, i).step("i = true", assign(i, true)).end());
            }),
        refused(
            "a variable of another spec",
            "variable x was not declared in this spec",
            s -> s.process("p", flip(Spec.builder("other")).end())),
        refused(
            "a scalarset of another spec",
            "owner uses the scalarset id, which spec s lacks",
            s -> {
              s.variable("owner", Type.nullable(new Scalarset("id", 2, true)));
              s.process("p", flip(s).end());
            }),
        refused(
            "a chosen id outside its step",
            "variable id is used outside the quantifier, choice or process that binds it",
            s -> {
              Scalarset ids = s.scalarset("id", 2);
              Ref owner = s.variable("owner", Type.nullable(ids));
              Expr[] chosen = new Expr[1];
              Block.Given any = given(value(true), assign(owner, new Expr.Null()));
              Block block =
                  program("f").choose("choose", ids, id -> (chosen[0] = id) == null ? null : any);
              s.process("p", block.step("store", assign(owner, chosen[0])).end());
            }));
  }

  static Stream<Arguments> properties() {
    return Stream.of(
        refused(
            "an unknown function",
            "process p never runs any of [g]",
            s -> s.process("p", flip(s).end()).property(invariant(not(inside("p", null, "g"))))),
        refused(
            "an unknown process",
            "no process is called q: there are [p]",
            s -> s.process("p", flip(s).end()).property(invariant(not(inside("q", null, "f"))))),
        refused(
            "an id of another family",
            "property p1, clause \"c\": b is no id of a process p",
            s -> {
              Scalarset other = s.scalarset("b", 2);
              s.processes(
                  "p",
                  s.scalarset("a", 2),
                  self -> program("f").step("x", assign(s.variable("x", Type.bool()), true)).end());
              s.property(invariant(not(exists(other, b -> inside("p", b, "f")))));
            }),
        refused(
            "next in an invariant",
            "property p1, clause \"c\" asks about a step with next or acquiring: only step properties can",
            s ->
                s.property(invariant(next(s.variable("y", Type.bool()))))
                    .process("p", flip(s).end())),
        refused(
            "what nobody holds",
            "property p1, clause \"c\" asks what the process holds, but no process takes a step: name the process with holdsAnyLock",
            s -> {
              s.variable("m", Type.mutex("M"));
              s.process("p", flip(s).end()).property(invariant(not(holding("M"))));
            }),
        refused(
            "a class of no mutex",
            "property p1, clause \"c\": no mutex is of class N: there are [M]",
            s -> {
              s.variable("m", Type.mutex("M"));
              s.process("p", flip(s).end());
              s.property(
                  new Property.StepInvariant("p1", "", List.of(clause("c", not(acquiring("N"))))));
            }),
        refused(
            "a step property about states",
            "property p1 says nothing about the step: use next(...) or acquiring(...), or make it an invariant",
            s -> {
              Ref y = s.variable("y", Type.bool());
              s.process("p", flip(s).end());
              s.property(new Property.StepInvariant("p1", "", List.of(clause("c", y))));
            }));
  }

  private static Arguments refused(String what, String message, Consumer<Spec.Builder> declare) {
    return arguments(what, message, declare);
  }

  /** The beginning of a program that is all right. */
  private static Block flip(Spec.Builder spec) {
    return program("f").step("x = true", assign(spec.variable("x", Type.bool()), true));
  }

  private static Property invariant(Expr expr) {
    return new Property.Invariant("p1", "", List.of(clause("c", expr)));
  }
}
