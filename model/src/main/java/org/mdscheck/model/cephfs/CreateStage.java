package org.mdscheck.model.cephfs;

/** How far an asynchronous create is, as its new inode shows it. */
public enum CreateStage {
  /** The create is synchronous, or has not got a number yet. */
  NONE,
  /** The inode is hashed with the number and is I_NEW. */
  NEW,
  /** The caller has its file; CEPH_I_ASYNC_CREATE is set. */
  PENDING,
  /** CEPH_I_ASYNC_CREATE is cleared again: the file exists, or the error is recorded. */
  SETTLED
}
