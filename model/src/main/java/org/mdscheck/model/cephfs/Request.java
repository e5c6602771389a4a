package org.mdscheck.model.cephfs;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;

/**
 * {@code struct ceph_mds_request}: a view of one request. Each thread submits one, so a request is
 * named by its thread.
 */
public final class Request {
  private final RequestVariables all;
  private final Expr id;

  Request(RequestVariables all, Expr id) {
    this.all = all;
    this.id = id;
  }

  public Expr id() {
    return id;
  }

  /** {@code r_kref}; 0 before it is submitted and after it is freed. */
  public Ref references() {
    return all.references.at(id);
  }

  /**
   * The rank that it is for, chosen from the inode's capabilities or at random in the kernel: fixed
   * here, but where {@link MdsChoice} is made.
   */
  public Ref rank() {
    return all.rank.at(id);
  }

  /** {@code r_resend_mds}: the rank to try next, or null; where a request can change its rank. */
  Ref resendMds() {
    return all.resendMds.at(id);
  }

  /** {@code r_num_fwd}: how often it was forwarded, where requests are. */
  public Ref numFwd() {
    return all.numFwd.at(id);
  }

  /** {@code r_session}, with a reference. */
  public Ref session() {
    return all.session.at(id);
  }

  /** Whether {@code r_attempts > 0}. */
  public Ref attempted() {
    return all.attempted.at(id);
  }

  /** CEPH_MDS_R_GOT_UNSAFE. */
  public Ref gotUnsafe() {
    return all.gotUnsafe.at(id);
  }

  public Ref outcome() {
    return all.outcome.at(id);
  }

  /** Whether some thread has had it, where that is not always the same: there is no second use. */
  Ref begun() {
    return all.begun.at(id);
  }

  /**
   * The session object on which it was last sent with a retry count of 0, or null; not in the
   * kernel, and only where the MDS keeps a record.
   */
  Ref firstSentOn() {
    return all.firstSentOn.at(id);
  }
}
