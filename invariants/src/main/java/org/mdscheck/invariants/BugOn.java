package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * No BUG_ON of the session code fires.
 *
 * <p>Formally: {@code __unregister_session(s)} runs only with {@code sessions[s->s_mds] == s},
 * {@code ceph_con_open()} only on a connection that is CLOSED, and {@code erase_request()} only on
 * a request that is in the tree; {@code ceph_add_cap()} adds no second capability of a rank to an
 * inode. {@code remove_session_caps()} ends without a capability: where they are only counted so by
 * construction, with {@link org.mdscheck.model.cephfs.Context#CAPS} by the {@code BUG_ON} at its
 * end.
 *
 * <p>Why it matters: the kernel crashes, or the messenger warns and goes on with a connection that
 * is opened twice.
 *
 * <p>Rests on: whoever unregisters has looked at the table under the same {@code mdsc->mutex}, or
 * nobody else can have unregistered. Broken by {@link Mutant#UNREGISTER_WITHOUT_CHECK}, {@link
 * Mutant#REOPEN_WITHOUT_CLOSE} and {@link Mutant#CAP_ADDED_TWICE}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code __unregister_session()}; fs/ceph/caps.c, {@code
 * __insert_cap_node()}; net/ceph/messenger.c, {@code ceph_con_open()}.
 */
final class BugOn implements SessionProperty {
  @Override
  public String reference() {
    return "BUG-1";
  }

  @Override
  public String meaning() {
    return "no BUG_ON of the session code fires";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
