package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * A request that was sent is sent again by a reconnect, or when its session has ended.
 *
 * <p>Formally: {@code __do_request()} sends no request with {@code r_attempts > 0}. Whoever ends a
 * session, or is told that the request belongs to another rank, sets it to 0; what a reconnect
 * sends again does not go through there.
 *
 * <p>Why it matters: the MDS that has the request gets it once more on the same session. It tells
 * the two apart by the retry count only as long as it remembers the first.
 *
 * <p>Rests on: {@code kick_requests()} passes over what was sent, and nothing that was sent is on a
 * list of those that wait. Broken by {@link Mutant#KICK_SENT_REQUESTS}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code kick_requests()}, {@code __do_request()}.
 */
final class SentAgainByReplayOnly implements SessionProperty {
  @Override
  public String reference() {
    return "ONCE-1";
  }

  @Override
  public String meaning() {
    return "a request that was sent is sent again by a reconnect, or when its session has ended";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
