package org.mdscheck.model.cephfs;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;

/**
 * What a request of an asynchronous create has beside the others.
 *
 * <p>Left out: {@code r_dir_caps}. The references to the directory's capability delay its return to
 * the MDS and nothing else; no MDS revokes here, and {@code ceph_mdsc_release_dir_caps()} exchanges
 * the mask atomically, so they are put once. Where putting them does more, as in {@link
 * Mutant#H3_CHECK_CAPS_IN_REPLAY}, who has them is known: a request that was sent and not answered.
 */
public final class AsyncCreate {
  private final AsyncVariables all;
  private final Expr id;

  AsyncCreate(AsyncVariables all, Expr id) {
    this.all = all;
    this.id = id;
  }

  /**
   * {@code r_deleg_ino}, or null for a synchronous create. Stays when the request is freed, for the
   * MDS may still have its message.
   */
  public Ref ino() {
    return all.ino.at(id);
  }

  /**
   * The session object that granted the number, while its epoch lasts; then null. An epoch of an
   * object ends when a reconnect destroys its set, and with the object.
   */
  public Ref granter() {
    return all.granter.at(id);
  }

  /** The new inode. Stays when the request is freed. */
  public Ref stage() {
    return all.stage.at(id);
  }
}
