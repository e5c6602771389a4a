package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * After {@code peer_reset()} a worker goes on only with a connection that nobody has touched.
 *
 * <p>Formally: when a worker takes up the handshake after {@code con->ops->peer_reset()}, the
 * connection is in the state in which the worker left it: nobody has closed it since, nor closed
 * and opened it. After {@code dispatch()} it holds by construction: a connection that is closed
 * loses its queue, and a message is taken only off an established one.
 *
 * <p>Why it matters: the handshake would establish a connection of a session that was given up, or
 * establish one twice.
 *
 * <p>Rests on: the worker looks at {@code con->state} when it has {@code con->mutex} again. Broken
 * by {@link Mutant#GO_ON_AFTER_PEER_RESET}.
 *
 * <p>Reference: net/ceph/messenger_v2.c, {@code process_session_reset()}.
 */
final class WorkerLeavesClosedConnection implements SessionProperty {
  @Override
  public String reference() {
    return "CON-1";
  }

  @Override
  public String meaning() {
    return "after peer_reset a worker goes on only with a connection that nobody has touched";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
