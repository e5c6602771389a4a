package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.count;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Expressions.locked;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Property.clause;
import static org.mdscheck.invariants.Vocabulary.isAlive;

import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Session;

/**
 * The table holds live objects of the right rank, and {@code num_sessions} is their number.
 *
 * <p>Formally: {@code sessions[m] != NULL} implies {@code s_ref > 0} and {@code s_mds == m}; while
 * nobody owns {@code mdsc->mutex}, {@code num_sessions} is the number of ranks with {@code
 * sessions[m] != NULL}. That a rank has at most one registered object is in the shape of the table.
 *
 * <p>Why it matters: an umount waits for {@code num_sessions} to fall, and times out when it is
 * wrong.
 *
 * <p>Rests on: {@code register_session()} and {@code __unregister_session()} are the only writers
 * of the table. Broken by {@link Mutant#UNREGISTER_KEEPS_COUNT}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code register_session()}, {@code __unregister_session()},
 * {@code done_closing_sessions()}.
 */
final class OneSessionPerRank implements SessionProperty {
  @Override
  public String reference() {
    return "REG-2";
  }

  @Override
  public String meaning() {
    return "the table holds live objects of the right rank, and num_sessions is their number";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Invariant(
        name(),
        meaning(),
        List.of(
            clause(
                "the object in a slot is alive and of that rank",
                exists(c.ranks(), m -> c.mdsc().session(m).isNotNull()),
                forAll(c.ranks(), m -> isNullOrSound(c, m))),
            clause(
                "num_sessions",
                not(locked(c.mdsc().mutex())),
                c.mdsc()
                    .sessionCount()
                    .is(count(c.ranks(), m -> c.mdsc().session(m).isNotNull())))));
  }

  private static Expr isNullOrSound(CephModel c, Expr rank) {
    Session s = c.session(c.mdsc().session(rank));
    return c.mdsc().session(rank).isNull().or(isAlive(s).and(s.rank().is(rank)));
  }
}
