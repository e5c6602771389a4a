package org.mdscheck.checker.oracle.classic;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.add;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Expressions.allOf;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.size;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/**
 * Two-phase commit of Gray and Lamport, Consensus on Transaction Commit, ACM TODS 31, 2006, with
 * messages that stay.
 *
 * <p>Three managers: 288 distinct states, 1146 generated, depth 11 counted in states (TLC on {@code
 * TwoPhase.cfg}, in {@code specifications/transaction_commit/manifest.json} of
 * github.com/tlaplus/Examples). Five: 8832 (Stateright, the test of {@code examples/2pc.rs}). The
 * numbers for one, two and four managers, and those up to renaming the managers (12, 34, 80, 166,
 * 314), have no public source known to us: they come from the project's own reference checker and
 * its orbits.
 */
public final class TwoPhaseCommit {
  enum Manager {
    WORKING,
    PREPARED,
    COMMITTED,
    ABORTED
  }

  enum Decision {
    NONE,
    COMMIT,
    ABORT
  }

  private final Spec.Builder spec;
  private final Scalarset managers;
  private final Ref state;
  private final Ref decision;
  private final Ref prepared;
  private final Ref preparedMessages;

  private TwoPhaseCommit(int count) {
    spec = Spec.builder("two-phase-commit(" + count + ")");
    managers = spec.scalarset("rm", count);
    state = spec.variable("rmState", Type.array(managers, Type.enumOf(Manager.class)));
    // The commit and abort messages are sent when the decision is made and never withdrawn: one
    // variable is both.
    decision = spec.variable("tmState", Type.enumOf(Decision.class));
    prepared = spec.variable("tmPrepared", Type.setOf(managers));
    preparedMessages = spec.variable("msgs.Prepared", Type.setOf(managers));
  }

  /** The protocol with {@code count} resource managers. */
  public static Spec spec(int count) {
    TwoPhaseCommit model = new TwoPhaseCommit(count);
    return model
        .spec
        .processes("manager", model.managers, model::manager)
        .process("coordinator", model.coordinator())
        .property(model.consistent())
        .property(new Property.Cover("commits", "everybody commits", model.all(Manager.COMMITTED)))
        .property(new Property.Cover("aborts", "everybody aborts", model.all(Manager.ABORTED)))
        .property(
            new Property.Recovery(
                "decides",
                "everybody can still decide",
                List.of(
                    clause(
                        "decided",
                        forAll(
                            model.managers,
                            r -> model.state.at(r).isOneOf(Manager.COMMITTED, Manager.ABORTED))))))
        .property(new Property.NoStuckState("no-stuck-state", "something can happen"))
        .build();
  }

  private Program manager(Expr self) {
    Ref mine = state.at(self);
    return program("manager")
        .loop(
            block()
                .either(
                    block()
                        .await(
                            "prepare",
                            mine.is(Manager.WORKING),
                            assign(mine, Manager.PREPARED),
                            add(preparedMessages, self)),
                    block()
                        .await(
                            "choose to abort",
                            mine.is(Manager.WORKING),
                            assign(mine, Manager.ABORTED)),
                    block()
                        .await(
                            "receive commit",
                            decision.is(Decision.COMMIT),
                            assign(mine, Manager.COMMITTED)),
                    block()
                        .await(
                            "receive abort",
                            decision.is(Decision.ABORT),
                            assign(mine, Manager.ABORTED))))
        .end();
  }

  private Program coordinator() {
    return program("coordinator")
        .loop(
            block()
                .either(
                    block()
                        .choose(
                            "receive prepared",
                            managers,
                            r ->
                                given(
                                    decision.is(Decision.NONE).and(r.isIn(preparedMessages)),
                                    add(prepared, r))),
                    block()
                        .await(
                            "commit",
                            decision.is(Decision.NONE).and(size(prepared).is(managers.size())),
                            assign(decision, Decision.COMMIT)),
                    block()
                        .await(
                            "abort", decision.is(Decision.NONE), assign(decision, Decision.ABORT))))
        .end();
  }

  private Expr all(Manager value) {
    return forAll(managers, r -> state.at(r).is(value));
  }

  private Property consistent() {
    Expr mixed =
        allOf(
            exists(managers, r -> state.at(r).is(Manager.COMMITTED)),
            exists(managers, r -> state.at(r).is(Manager.ABORTED)));
    return new Property.Invariant(
        "consistent",
        "no manager commits where another aborts",
        List.of(clause("consistent", not(mixed))));
  }
}
