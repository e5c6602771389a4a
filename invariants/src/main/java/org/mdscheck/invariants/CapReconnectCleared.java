package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.invariants.Vocabulary.clauseOfSessions;
import static org.mdscheck.invariants.Vocabulary.isAlive;
import static org.mdscheck.invariants.Vocabulary.isReconnecting;

import java.util.List;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * {@code s_cap_reconnect} is set only while a reconnect is being built.
 *
 * <p>Formally: for a live object with no thread inside {@code send_mds_reconnect()} for it, {@code
 * s_cap_reconnect == 0}.
 *
 * <p>Why it matters: while it is set, {@code __ceph_remove_cap()} queues no cap release, so the MDS
 * keeps capabilities that the client has dropped.
 *
 * <p>Rests on: each way out of {@code send_mds_reconnect()} past the point that sets it also clears
 * it. Broken by {@link Mutant#H18_KEEP_CAP_RECONNECT}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code send_mds_reconnect()}; commit cc5643095419.
 */
final class CapReconnectCleared implements SessionProperty {
  @Override
  public String reference() {
    return "CONS-1";
  }

  @Override
  public String meaning() {
    return "s_cap_reconnect is set only while a reconnect is being built";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Invariant(
        name(),
        meaning(),
        List.of(
            clauseOfSessions(
                "clear outside send_mds_reconnect",
                c,
                s -> isAlive(s).and(not(isReconnecting(c, s))),
                s -> not(s.capReconnect()))));
  }
}
