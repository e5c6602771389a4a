package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * A request is sent to a rank that is ACTIVE, and to the one to which it was forwarded.
 *
 * <p>Formally: when {@code __do_request()} sends, the client's map says that the rank is in ACTIVE
 * or STOPPING; where the choice of the rank is a step, it is {@code r_resend_mds} if there is one
 * and the client has a session with it or the map says that it is up. A reconnect sends again what
 * it has to: that is not asked.
 *
 * <p>Why it matters: a rank that is not ACTIVE keeps a new request until it is, or for ever; one
 * that has forwarded a request forwards it again, and a request that is forwarded too often fails.
 *
 * <p>Rests on: the test of the map state in {@code __do_request()}, the hint in {@code
 * __choose_mds()}. Broken by {@link Mutant#SEND_BEFORE_ACTIVE} and {@link
 * Mutant#CHOOSE_WITHOUT_HINT}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code __do_request()}, {@code __choose_mds()}.
 */
final class SentWhereItShould implements SessionProperty {
  @Override
  public String reference() {
    return "LIVE-REQ";
  }

  @Override
  public String meaning() {
    return "a request is sent to a rank that is ACTIVE, and to the one to which it was forwarded";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
