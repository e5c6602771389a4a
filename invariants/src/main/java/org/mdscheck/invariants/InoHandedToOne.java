package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.count;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * A delegated ino is handed to one request at a time.
 *
 * <p>Formally: for each number, at most one request that is not freed has it in {@code
 * r_deleg_ino}.
 *
 * <p>Why it matters: two files would be created under one number.
 *
 * <p>Rests on: {@code ceph_get_deleg_ino()} takes only what its own {@code xa_erase()} removed, so
 * of two takers one goes on looking; a number that is given back is given back once. Broken by
 * {@link Mutant#ERASE_UNCHECKED}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code ceph_get_deleg_ino()}, {@code
 * ceph_restore_deleg_ino()}.
 */
final class InoHandedToOne implements SessionProperty {
  @Override
  public String reference() {
    return "INO-1";
  }

  @Override
  public String meaning() {
    return "a delegated ino is handed to one request at a time";
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
            clause(
                "at most one request has the number",
                exists(c.inos(), ino -> holders(c, ino).isMore(0)),
                forAll(c.inos(), ino -> holders(c, ino).isAtMost(1)))));
  }

  private static Expr holders(CephModel c, Expr ino) {
    return count(
        c.requests(), r -> c.request(r).references().isMore(0).and(c.asyncCreate(r).ino().is(ino)));
  }
}
