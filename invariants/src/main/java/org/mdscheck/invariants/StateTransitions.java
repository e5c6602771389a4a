package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.next;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Property.clause;
import static org.mdscheck.invariants.Vocabulary.changesState;
import static org.mdscheck.invariants.Vocabulary.clauseOfSessions;
import static org.mdscheck.invariants.Vocabulary.existsSession;
import static org.mdscheck.invariants.Vocabulary.forAllSessions;
import static org.mdscheck.invariants.Vocabulary.isAlive;
import static org.mdscheck.invariants.Vocabulary.isReconnecting;
import static org.mdscheck.model.cephfs.SessionState.CLOSING;
import static org.mdscheck.model.cephfs.SessionState.HUNG;
import static org.mdscheck.model.cephfs.SessionState.NEW;
import static org.mdscheck.model.cephfs.SessionState.OPEN;
import static org.mdscheck.model.cephfs.SessionState.OPENING;
import static org.mdscheck.model.cephfs.SessionState.RECONNECTING;
import static org.mdscheck.model.cephfs.SessionState.RESTARTING;

import java.util.List;
import java.util.function.Function;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Property.Clause;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Session;
import org.mdscheck.model.cephfs.SessionState;

/**
 * {@code s_state} changes only as the protocol allows.
 *
 * <p>Formally: a new object is NEW. An object that stays alive goes from NEW to OPENING, from
 * OPENING to OPEN, from OPEN to HUNG and back; from any state to RESTARTING while registered; from
 * RESTARTING, OPEN, HUNG, OPENING or CLOSING to RECONNECTING; from RECONNECTING to OPEN, and, while
 * a thread is inside {@code send_mds_reconnect()} for it, back to one of the states that lead
 * there; from any state before CLOSING to CLOSING, and from there to OPENING; from any state to
 * CLOSED or REJECTED.
 *
 * <p>Why it matters: each writer assumes what the states allow. A change outside this list means
 * that a writer acted on a value that was no longer there.
 *
 * <p>Rests on: a state that is read and then written does not change in between, though nothing
 * guards {@code s_state} consistently. Broken by {@link Mutant#OPEN_FROM_NEW}.
 *
 * <p>Reference: fs/ceph/mds_client.c, all writers of {@code s_state}.
 */
final class StateTransitions implements SessionProperty {
  @Override
  public String reference() {
    return "STATE-1";
  }

  @Override
  public String meaning() {
    return "s_state changes only as the protocol allows";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.StepInvariant(
        name(),
        meaning(),
        List.of(
            clauseOfSessions(
                "a new object is NEW",
                c,
                s -> not(isAlive(s)).and(next(isAlive(s))),
                s -> next(s.state()).is(NEW)),
            to(c, NEW, s -> never()),
            to(c, OPENING, s -> s.state().isOneOf(NEW, CLOSING).or(isRestored(c, s))),
            to(c, OPEN, s -> s.state().isOneOf(OPENING, HUNG, RECONNECTING)),
            to(c, HUNG, s -> s.state().is(OPEN).or(isRestored(c, s))),
            to(c, RESTARTING, s -> c.isRegistered(s).or(isRestored(c, s))),
            to(c, RECONNECTING, s -> s.state().isOneOf(RESTARTING, OPEN, HUNG, OPENING, CLOSING)),
            to(c, CLOSING, s -> s.state().isLess(CLOSING))));
  }

  /** A clause for one new value; CLOSED and REJECTED may be written to any session. */
  private static Clause to(CephModel c, SessionState target, Function<Session, Expr> allowed) {
    return clause(
        "to " + target,
        existsSession(c, s -> changesState(s)),
        forAllSessions(
            c, s -> changesState(s).and(next(s.state()).is(target)).implies(allowed.apply(s))));
  }

  private static Expr never() {
    return value(false);
  }

  /** The state that was saved before the reconnect is written back. */
  private static Expr isRestored(CephModel c, Session s) {
    return s.state().is(RECONNECTING).and(isReconnecting(c, s));
  }
}
