package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * The caller is not told of a file whose asynchronous create could not be submitted.
 *
 * <p>Formally: {@code ceph_finish_async_create()} runs only if {@code ceph_mdsc_submit_request()}
 * has returned 0.
 *
 * <p>Why it matters: {@code open()} returns a file that no MDS has heard of, though the error was
 * known.
 *
 * <p>Rests on: the look at {@code r_err} under the {@code mdsc->mutex} of the submission. Broken by
 * {@link Mutant#FAILED_CREATE_IS_REPORTED}.
 *
 * <p>Reference: fs/ceph/file.c, {@code ceph_atomic_open()}.
 */
final class FailedCreateIsNotReported implements SessionProperty {
  @Override
  public String reference() {
    return "ASYNC-1";
  }

  @Override
  public String meaning() {
    return "the caller is not told of a file whose asynchronous create could not be submitted";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.ASYNC_CREATE);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
