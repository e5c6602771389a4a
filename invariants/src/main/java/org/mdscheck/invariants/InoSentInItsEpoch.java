package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * An asynchronous create is sent on the session and in the epoch that granted its ino.
 *
 * <p>Formally: when {@code __do_request()} sends a request with {@code r_deleg_ino} on {@code s},
 * the number was granted to {@code s}, and no reconnect has destroyed the set of {@code s} since.
 * What a reconnect itself sends again is not meant: the MDS keeps those numbers aside until it
 * replays the requests.
 *
 * <p>Why it matters: the MDS that has taken over, or the one that has closed the session, may have
 * given the number to another file.
 *
 * <p>Rests on: {@code __do_request()} fails an asynchronous create with {@code -EJUKEBOX} unless
 * the session is OPEN, which is not enough: the session may be open again. Broken by {@link
 * Mutant#ASYNC_WAITS}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code __do_request()}; file.c, {@code
 * try_prep_async_create()}.
 */
final class InoSentInItsEpoch implements SessionProperty {
  @Override
  public String reference() {
    return "INO-3";
  }

  @Override
  public String meaning() {
    return "an asynchronous create is sent on the session and in the epoch that granted its ino";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.ASYNC_CREATE);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
