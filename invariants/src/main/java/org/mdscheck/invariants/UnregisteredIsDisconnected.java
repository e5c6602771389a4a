package org.mdscheck.invariants;

import static org.mdscheck.invariants.Vocabulary.clauseOfSessions;
import static org.mdscheck.invariants.Vocabulary.endsSessions;
import static org.mdscheck.invariants.Vocabulary.isQuiescent;
import static org.mdscheck.invariants.Vocabulary.isUnregistered;

import java.util.List;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.ConnectionState;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * The connection of an unregistered session ends up CLOSED.
 *
 * <p>Formally: for a live object {@code s} with {@code sessions[s->s_mds] != s}, and no thread
 * inside a function that was given {@code s}: the state of {@code s_con} is CLOSED.
 *
 * <p>Why it matters: nothing will ever close that connection, and its work holds a reference, so
 * the object leaks and its worker competes with that of the next session.
 *
 * <p>Rests on: {@code __unregister_session()} closes the connection, and nobody opens it again.
 * Broken by {@link Mutant#UNREGISTER_KEEPS_CONNECTION}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code __unregister_session()}, {@code send_mds_reconnect()}.
 */
final class UnregisteredIsDisconnected implements SessionProperty {
  @Override
  public String reference() {
    return "REG-1";
  }

  @Override
  public String meaning() {
    return "the connection of an unregistered session ends up CLOSED";
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
                "closed when nobody works on it",
                c,
                s -> isUnregistered(c, s).and(isQuiescent(c, s)),
                s -> c.connection(s.id()).state().is(ConnectionState.CLOSED))));
  }
}
