package org.mdscheck.model.cephfs;

/** What is known of the result of a request: {@code r_err}, GOT_RESULT and ABORTED together. */
public enum Outcome {
  NONE,
  RESULT,
  ERROR,
  /** {@code r_err} was set when the request could not be sent again; the waiter was not told. */
  UNSENT,
  /** The waiter was killed; the request stays in the tree until somebody unregisters it. */
  ABORTED,
  /** {@code -EJUKEBOX}: an asynchronous create that cannot be sent now. */
  TRY_AGAIN,
  /**
   * {@code -EMULTIHOP} with ABORTED: forwarded too often. The waiter was told; the request stays in
   * the tree as one does whose waiter was killed.
   */
  MULTIHOP
}
