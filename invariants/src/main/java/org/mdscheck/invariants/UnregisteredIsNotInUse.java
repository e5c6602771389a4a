package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.invariants.Vocabulary.clauseOfSessions;
import static org.mdscheck.invariants.Vocabulary.endsSessions;
import static org.mdscheck.invariants.Vocabulary.isQuiescent;
import static org.mdscheck.invariants.Vocabulary.isUnregistered;
import static org.mdscheck.model.cephfs.SessionState.HUNG;
import static org.mdscheck.model.cephfs.SessionState.OPEN;
import static org.mdscheck.model.cephfs.SessionState.OPENING;
import static org.mdscheck.model.cephfs.SessionState.RECONNECTING;

import java.util.List;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * An unregistered session does not look as if it were in use: the weak form of TERM-1.
 *
 * <p>Formally: for a live object {@code s} with {@code sessions[s->s_mds] != s}, and no thread
 * inside a function that was given {@code s}: {@code s_state} is not OPENING, OPEN, HUNG or
 * RECONNECTING.
 *
 * <p>Why it matters: OPEN and HUNG tell a thread that it may send on a dead connection, OPENING and
 * RECONNECTING tell it to wait for an answer that cannot come.
 *
 * <p>Rests on: each function that unregisters also writes the state, or the state was RESTARTING or
 * CLOSING before. Broken by {@link Mutant#CLOSE_KEEPS_STATE}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code handle_session()}, {@code mds_peer_reset()}, {@code
 * send_mds_reconnect()}.
 */
final class UnregisteredIsNotInUse implements SessionProperty {
  @Override
  public String reference() {
    return "TERM-1";
  }

  @Override
  public String meaning() {
    return "an unregistered session does not look as if it were in use";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return endsSessions(scenario);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Invariant(
        name(),
        meaning(),
        List.of(
            clauseOfSessions(
                "not in use when nobody works on it",
                c,
                s -> isUnregistered(c, s).and(isQuiescent(c, s)),
                s -> not(s.state().isOneOf(OPENING, OPEN, HUNG, RECONNECTING)))));
  }
}
