package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.count;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.unreferenced;
import static org.mdscheck.checker.spec.Property.clause;
import static org.mdscheck.invariants.Vocabulary.clauseOfSessions;
import static org.mdscheck.invariants.Vocabulary.isAlive;
import static org.mdscheck.invariants.Vocabulary.isQuiescent;

import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.ConnectionState;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Session;

/**
 * {@code s_ref} is the number of those who hold the session; {@code r_kref} likewise.
 *
 * <p>Formally: for a live object {@code s} with no thread inside a function that was given {@code
 * s}: {@code s_ref} is 1 for the slot if {@code s} is registered, plus 1 for each request with
 * {@code r_session == s}, plus 1 for the connection's work while it is queued. (Queued messages
 * hold none in the model, dentry leases and cap releases are out of scope.) For a request whose
 * thread has ended: {@code r_kref} is 1 if it is in the tree, else it is freed.
 *
 * <p>Why it matters: one too many and the session is never freed, one too few and it is freed under
 * somebody's hands.
 *
 * <p>Rests on: each early return puts what the function got. Broken by {@link
 * Mutant#LEAK_ON_OPEN_FAILURE} and {@link Mutant#H20_LEAK_ON_ERROR}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code ceph_get_mds_session()}, {@code
 * ceph_put_mds_session()}; tracker.ceph.com 53819 and 55411.
 */
final class ReferencesCounted implements SessionProperty {
  @Override
  public String reference() {
    return "REF-1";
  }

  @Override
  public String meaning() {
    return "s_ref is the number of those who hold the session";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Invariant(
        name(),
        meaning(),
        List.of(
            clauseOfSessions(
                "counted when nobody works on it",
                c,
                s -> isAlive(s).and(isQuiescent(c, s)),
                s -> s.references().is(holders(c, s))),
            clause(
                "a request is counted when no thread has it",
                exists(c.requests(), r -> isLeftAlone(c, r)),
                forAll(
                    c.requests(),
                    r ->
                        isLeftAlone(c, r)
                            .implies(
                                c.request(r)
                                    .references()
                                    .is(ifElse(contains(c.mdsc().requestTree(), r), 1, 0)))))));
  }

  /** Alive, its thread has ended and no other thread has a local pointer to it. */
  private static Expr isLeftAlone(CephModel c, Expr request) {
    return c.request(request)
        .references()
        .isMore(0)
        .and(unreferenced(request))
        .and(not(inside(CephModel.REQUEST_THREAD, request)));
  }

  private static Expr holders(CephModel c, Session s) {
    Expr slot = ifElse(c.isRegistered(s), 1, 0);
    Expr work = ifElse(c.connection(s.id()).state().is(ConnectionState.CONNECTING), 1, 0);
    return count(c.requests(), r -> c.request(r).session().is(s.id())).plus(slot).plus(work);
  }
}
