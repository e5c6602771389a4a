package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.next;
import static org.mdscheck.checker.spec.Property.clause;
import static org.mdscheck.invariants.Vocabulary.changesState;
import static org.mdscheck.invariants.Vocabulary.endsSessions;
import static org.mdscheck.invariants.Vocabulary.existsSession;
import static org.mdscheck.invariants.Vocabulary.forAllSessions;
import static org.mdscheck.invariants.Vocabulary.isAlive;
import static org.mdscheck.invariants.Vocabulary.isUnregistered;
import static org.mdscheck.model.cephfs.SessionState.CLOSED;
import static org.mdscheck.model.cephfs.SessionState.REJECTED;
import static org.mdscheck.model.cephfs.SessionState.RESTARTING;

import java.util.List;
import java.util.function.Function;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Property.Clause;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;
import org.mdscheck.model.cephfs.Session;

/**
 * CLOSED is final, REJECTED nearly so, and an unregistered session gets no other state than these.
 *
 * <p>Formally, for an object that stays alive in the step: {@code s_state == CLOSED} does not
 * change; REJECTED changes only to RESTARTING, or to CLOSED of an unregistered session; {@code
 * s_state} of an unregistered session changes only to CLOSED or REJECTED.
 *
 * <p>Why it matters: the waiters were woken and the capabilities removed when the state was
 * written. A session revived after that has nobody who will do it again.
 *
 * <p>Rests on: whoever writes {@code s_state} has looked at it under a lock that the terminal
 * writers take too. Broken by {@link Mutant#REOPEN_CLOSED}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code handle_session()}, {@code mds_peer_reset()}, {@code
 * send_mds_reconnect()}.
 */
final class TerminalStateStays implements SessionProperty {
  @Override
  public String reference() {
    return "TERM-1";
  }

  @Override
  public String meaning() {
    return "CLOSED is final, REJECTED nearly so, and an unregistered session ends";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return endsSessions(scenario);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.StepInvariant(
        name(),
        meaning(),
        List.of(
            about("CLOSED is final", c, s -> s.state().is(CLOSED), s -> next(s.state()).is(CLOSED)),
            about(
                "REJECTED leaves by RESTARTING or CLOSED",
                c,
                s -> s.state().is(REJECTED),
                s ->
                    next(s.state())
                        .isOneOf(REJECTED, RESTARTING)
                        .or(next(s.state()).is(CLOSED).and(isUnregistered(c, s)))),
            about(
                "no other state is written to an unregistered session",
                c,
                s -> isUnregistered(c, s).and(changesState(s)),
                s -> next(s.state()).isOneOf(CLOSED, REJECTED))));
  }

  private static Clause about(
      String name,
      CephModel c,
      Function<Session, Expr> premise,
      Function<Session, Expr> conclusion) {
    return clause(
        name,
        existsSession(c, s -> isTerminal(c, s)),
        forAllSessions(
            c,
            s ->
                isAlive(s)
                    .and(next(isAlive(s)))
                    .and(premise.apply(s))
                    .implies(conclusion.apply(s))));
  }

  private static Expr isTerminal(CephModel c, Session s) {
    return isAlive(s).and(s.state().isOneOf(CLOSED, REJECTED).or(isUnregistered(c, s)));
  }
}
