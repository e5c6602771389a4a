package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * No request is sent twice on one session object as if for the first time.
 *
 * <p>Formally: when {@code __send_request()} sends a request with {@code r_attempts == 0}, it has
 * not been sent so on this object before. (Two equal retry counts above 0 need two of 0 first; a
 * replay after an unsafe reply has its flag and is sent elsewhere.)
 *
 * <p>Why it matters: the MDS consults its table of completed requests only for a retry or a replay,
 * so a request that claims to be new is executed again: a create ends in EEXIST, a rename in
 * ENOENT, an unlink removes what was made since.
 *
 * <p>Rests on: {@code r_attempts} is reset only when the session that the request was sent on is
 * gone. Broken by {@link Mutant#SEND_WITHOUT_COUNT}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code cleanup_session_requests()}, {@code kick_requests()};
 * src/mds/Server.cc, {@code handle_client_request()}.
 */
final class SentOncePerSession implements SessionProperty {
  @Override
  public String reference() {
    return "ONCE-1";
  }

  @Override
  public String meaning() {
    return "no request is sent twice on a session as if for the first time";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.MDS_RECORD);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
