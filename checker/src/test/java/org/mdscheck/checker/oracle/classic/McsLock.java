package org.mdscheck.checker.oracle.classic;

import static org.mdscheck.checker.spec.Effects.add;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.drop;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.size;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;
import static org.mdscheck.checker.spec.Type.field;

import java.util.List;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/**
 * The list-based queue lock of Mellor-Crummey and Scott (ACM TOCS 9, 1991) with an atomic
 * compare-and-swap.
 *
 * <p>After Ip's Murphi model {@code ex/sym/mcslock1.m} (CMurphi 5.5, github.com/melver/cmurphi),
 * whose comments give, for two processes, 159 states and 318 rules fired, with symmetry 81 and 162;
 * for three, 7597 and 22,791, with symmetry 1285 and 3855; for four, 554,221 and 2,216,884, with
 * symmetry 23,636 and 94,544.
 */
public final class McsLock {
  private final Spec.Builder spec;
  private final Scalarset pid;
  private final Ref nodes;
  private final Ref predecessor;
  private final Ref lock;
  // Who is at the label after the wait: says nothing that the labels do not, and so adds no state.
  private final Ref critical;

  private McsLock(int count) {
    spec = Spec.builder("mcs-lock(" + count + ")");
    pid = spec.scalarset("pid", count);
    nodes =
        spec.variable(
            "R",
            Type.array(
                pid, Type.struct(field("next", Type.nullable(pid)), field("locked", Type.bool()))));
    predecessor = spec.variable("predecessor", Type.array(pid, Type.nullable(pid)));
    lock = spec.variable("L", Type.nullable(pid));
    critical = spec.variable("critical", Type.setOf(pid));
  }

  /** The lock used by {@code count} processes. */
  public static Spec spec(int count) {
    McsLock model = new McsLock(count);
    return model
        .spec
        .processes("process", model.pid, model::process)
        .property(
            new Property.Invariant(
                "mutual-exclusion",
                "at most one process is in its critical section",
                List.of(clause("at-most-one", size(model.critical).isAtMost(1)))))
        .property(new Property.Cover("critical", "a process gets in", size(model.critical).is(1)))
        .build();
  }

  private Program process(Expr self) {
    Ref next = nodes.at(self).field("next");
    Ref locked = nodes.at(self).field("locked");
    Ref before = predecessor.at(self);
    Effect enter = add(critical, self);
    Effect exit = drop(critical, self);
    return program("process")
        .loop(
            block()
                .step("I->next = nil", assign(next, nobody()))
                .step(
                    "predecessor = fetch_and_store(L, I)", assign(before, lock), assign(lock, self))
                .either(
                    block().await("predecessor = nil", before.isNull(), enter),
                    block()
                        .await("predecessor != nil", before.isNotNull())
                        .step("I->locked = true", assign(locked, true))
                        .step("predecessor->next = I", assign(nodes.at(before).field("next"), self))
                        .mark("wait")
                        .either(
                            block().await("I->locked", locked).goTo("wait"),
                            block().await("!I->locked", not(locked), enter)))
                .either(
                    block().await("I->next != nil", next.isNotNull(), exit),
                    block()
                        .await("I->next = nil", next.isNull(), exit)
                        .either(
                            block()
                                .await(
                                    "compare_and_swap(L, I, nil)",
                                    lock.is(self),
                                    assign(lock, nobody()))
                                .again(),
                            block().await("compare_and_swap fails", lock.isNot(self)))
                        .loop(
                            block()
                                .test(
                                    "repeat while I->next = nil",
                                    next.isNull(),
                                    block().again(),
                                    block().leave())))
                .step("I->next->locked = false", assign(nodes.at(next).field("locked"), false)))
        .end();
  }
}
