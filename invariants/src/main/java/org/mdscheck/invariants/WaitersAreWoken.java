package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.invariants.Vocabulary.clauseOfSessions;
import static org.mdscheck.invariants.Vocabulary.isAlive;
import static org.mdscheck.invariants.Vocabulary.isReconnecting;
import static org.mdscheck.model.cephfs.SessionState.HUNG;
import static org.mdscheck.model.cephfs.SessionState.OPEN;

import java.util.List;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * Whoever waits for a session that is usable is about to be woken.
 *
 * <p>Formally: for a live object {@code s} in OPEN or HUNG with {@code s_waiting} not empty, the
 * worker of its connection is inside an arm of {@code handle_session()} that ends in {@code
 * __wake_requests()}, or a thread is inside {@code send_mds_reconnect()} for {@code s}. The safety
 * form of WAKE-1.
 *
 * <p>Why it matters: the session is ready, nothing more will arrive that could wake the request,
 * and its caller hangs.
 *
 * <p>Rests on: each function that makes a session usable ends in {@code __wake_requests()}. Broken
 * by {@link Mutant#NO_WAKE_ON_OPEN}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code handle_session()}, {@code send_mds_reconnect()},
 * {@code __do_request()}.
 */
final class WaitersAreWoken implements SessionProperty {
  @Override
  public String reference() {
    return "WAKE-1";
  }

  @Override
  public String meaning() {
    return "whoever waits for a session that is usable is about to be woken";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Invariant(
        name(),
        meaning(),
        List.of(
            clauseOfSessions(
                "somebody is about to wake s_waiting",
                c,
                s -> isAlive(s).and(s.state().isOneOf(OPEN, HUNG)).and(not(isEmpty(s.waiting()))),
                s ->
                    inside(
                            CephModel.CONNECTION_WORKER,
                            s.id(),
                            "handle_session[OPEN]",
                            "handle_session[CLOSE]",
                            "handle_session[REJECT]")
                        .or(isReconnecting(c, s)))));
  }
}
