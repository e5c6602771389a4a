package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * The capability in a reply is taken, unless the session is closed.
 *
 * <p>Formally: when {@code handle_reply()} stores the result of a reply that is not an error, and
 * its snap trace is in order, the session is CLOSED or has a capability. Where an inode is
 * exported, replies are about another one and bring none.
 *
 * <p>Why it matters: the MDS has issued it and waits for the client to give it back when another
 * one wants it. A client that knows nothing of it does not answer, and is evicted.
 *
 * <p>Rests on: {@code ceph_fill_trace()}, under the {@code s_mutex} that a walk over the
 * capabilities needs too. Broken by {@link Mutant#REPLY_WITHOUT_TRACE}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code handle_reply()}; fs/ceph/caps.c, {@code
 * ceph_add_cap()}.
 */
final class ReplyBringsCapability implements SessionProperty {
  @Override
  public String reference() {
    return "REPLY-2";
  }

  @Override
  public String meaning() {
    return "the capability in a reply is taken, unless the session is closed";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.has(Context.CAP_EXPORTS);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
