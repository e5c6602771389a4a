package org.mdscheck.invariants;

import static org.mdscheck.invariants.Vocabulary.clauseOfSessions;
import static org.mdscheck.invariants.Vocabulary.endsSessions;
import static org.mdscheck.invariants.Vocabulary.isQuiescent;
import static org.mdscheck.invariants.Vocabulary.isUnregistered;
import static org.mdscheck.model.cephfs.SessionState.CLOSED;
import static org.mdscheck.model.cephfs.SessionState.REJECTED;

import java.util.List;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * An unregistered session ends up CLOSED or REJECTED: the strict form of TERM-1.
 *
 * <p>Formally: for a live object {@code s} with {@code sessions[s->s_mds] != s}, and no thread
 * inside a function that was given {@code s}: {@code s_state} is CLOSED or REJECTED.
 *
 * <p>Why it matters: a thread that still finds the object through a request or an inode can tell by
 * the state alone that it is over. (The forced close of {@code check_new_map()} and the umount
 * leave another state on purpose, so this form fails where they take part.)
 *
 * <p>Rests on: each function that unregisters also writes the state. Broken by {@link
 * Mutant#CLOSE_KEEPS_STATE}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code handle_session()}, {@code mds_peer_reset()}, {@code
 * check_new_map()}.
 */
final class UnregisteredIsTerminal implements SessionProperty {
  @Override
  public String reference() {
    return "TERM-1";
  }

  @Override
  public String meaning() {
    return "an unregistered session ends up CLOSED or REJECTED";
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
                "terminal when nobody works on it",
                c,
                s -> isUnregistered(c, s).and(isQuiescent(c, s)),
                s -> s.state().isOneOf(CLOSED, REJECTED))));
  }
}
