package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.emptySet;
import static org.mdscheck.invariants.Vocabulary.clauseOfSessions;
import static org.mdscheck.invariants.Vocabulary.isAlive;

import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;
import org.mdscheck.model.cephfs.Session;

/**
 * No ino of an earlier epoch is in the set of delegated inos.
 *
 * <p>Formally: each number in {@code s_delegated_inos} of a live object was granted to that object,
 * and since the last {@code xa_destroy()} of a reconnect.
 *
 * <p>Why it matters: to the MDS that has taken over, the number is free. It gives it to another
 * file, while the client hands it to an asynchronous create.
 *
 * <p>Rests on: nothing is put into the set late. Neither {@code ceph_parse_deleg_inos()}, which
 * holds {@code mdsc->mutex}, nor {@code ceph_restore_deleg_ino()}, which holds nothing, is kept
 * from it by the lock of the destruction. Broken by {@link Mutant#RECONNECT_KEEPS_INOS}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code send_mds_reconnect()}, {@code
 * ceph_parse_deleg_inos()}; file.c, {@code restore_deleg_ino()}.
 */
final class NoOutdatedInoInSet implements SessionProperty {
  @Override
  public String reference() {
    return "INO-2";
  }

  @Override
  public String meaning() {
    return "no ino of an earlier epoch is in the set of delegated inos";
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
            clauseOfSessions(
                "the numbers in the set are of this epoch",
                c,
                s -> isAlive(s).and(isFilled(c, s)),
                s -> c.delegatedInos(s.id()).outdated().is(emptySet(c.inos())))));
  }

  private static Expr isFilled(CephModel c, Session s) {
    return c.delegatedInos(s.id()).numbers().isNot(emptySet(c.inos()));
  }
}
