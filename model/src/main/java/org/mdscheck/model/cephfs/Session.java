package org.mdscheck.model.cephfs;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;

/**
 * {@code struct ceph_mds_session}: a view of one object of the pool. A step that touches a field of
 * a freed object fails {@code use-after-free}; properties may read freely.
 *
 * <p>Left out: {@code s_ttl}, {@code s_cap_ttl} and the renewal sequence (time passes at will),
 * {@code s_readonly}, the delegated inos (destroying them stays a step, which touches the object).
 */
public final class Session {
  /** Lock class of {@code session->s_mutex}. */
  public static final String MUTEX = "session->s_mutex";

  private final SessionVariables all;
  private final Expr id;

  Session(SessionVariables all, Expr id) {
    this.all = all;
    this.id = id;
  }

  public Expr id() {
    return id;
  }

  /**
   * {@code s_ref}; 0 means freed. Messages queued on an open connection hold none here: they may be
   * acknowledged at once.
   */
  public Ref references() {
    return all.references.at(id);
  }

  /** {@code s_state}: guarded by nothing consistently, so each access is a step of its own. */
  public Ref state() {
    return all.state.at(id);
  }

  public Ref mutex() {
    return all.mutex.at(id);
  }

  /** {@code s_mds}. */
  public Ref rank() {
    return all.rank.at(id);
  }

  /** Whether {@code s_seq} is not 0. Nothing in scope tells two other values apart. */
  public Ref seq() {
    return all.seq.at(id);
  }

  /**
   * Whether {@code s_cap_gen} is ahead of the {@code cap_gen} of the session's capability: the only
   * use of the counter.
   */
  public Ref capsOutdated() {
    return all.capsOutdated.at(id);
  }

  /** {@code s_cap_reconnect}. */
  public Ref capReconnect() {
    return all.capReconnect.at(id);
  }

  /**
   * {@code s_nr_caps}, counted to 1: the functions in scope treat all capabilities of a session
   * alike.
   */
  public Ref caps() {
    return all.caps.at(id);
  }

  /**
   * {@code s_waiting}: requests in the order in which they were parked. The kernel puts the newest
   * first; which of two goes first only decides which of them opens the session anew.
   */
  public Ref waiting() {
    return all.waiting.at(id);
  }

  /**
   * Whether {@code s_msg_gen}, the value of {@code s_con_gen} when the message that is handled was
   * received, is behind {@code s_con_gen}, which counts how often the session code has closed the
   * connection. In no shipped tree. The first is taken in {@code mds_alloc_msg()}: a message whose
   * connection is closed between that and its dispatch is not dispatched.
   */
  Ref lateMessage() {
    return all.lateMessage.at(id);
  }

  /** {@code s_unsafe}: a set, for nobody looks at the order. */
  public Ref unsafe() {
    return all.unsafe.at(id);
  }
}
