package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Property.Clause;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.CreateStage;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * An asynchronous create that was reported done ends in success or a recorded error.
 *
 * <p>Formally: when the request of an asynchronous create is freed, CEPH_I_ASYNC_CREATE of its
 * inode is not set, and the inode is not I_NEW any more.
 *
 * <p>Why it matters: the caller was told that the file exists. It does not, no error is recorded
 * where {@code fsync()} would find it, and whoever waits for the create, or for an inode that is
 * I_NEW, waits for ever.
 *
 * <p>Rests on: {@code ceph_async_create_cb()} runs for each request and clears the flag, or leaves
 * it to the submitter, who must not have returned. Broken by {@link Mutant#CREATE_NEVER_SETTLED}
 * and {@link Mutant#FAILED_CREATE_KEEPS_INODE}.
 *
 * <p>Reference: fs/ceph/file.c, {@code ceph_async_create_cb()}, {@code ceph_finish_async_create()}.
 */
final class AsyncCreateSettles implements SessionProperty {
  @Override
  public String reference() {
    return "ASYNC-1";
  }

  @Override
  public String meaning() {
    return "an asynchronous create that was reported done ends in success or a recorded error";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.ASYNC_CREATE);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Invariant(
        name(),
        meaning(),
        List.of(
            unlessFreed(c, "the inode of a freed request is settled", CreateStage.PENDING),
            unlessFreed(c, "the inode of a freed request is not I_NEW", CreateStage.NEW)));
  }

  private static Clause unlessFreed(CephModel c, String name, CreateStage stage) {
    return clause(
        name,
        exists(c.requests(), r -> c.asyncCreate(r).stage().is(stage)),
        forAll(
            c.requests(),
            r -> c.asyncCreate(r).stage().is(stage).implies(c.request(r).references().isMore(0))));
  }
}
