package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.count;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.locked;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Property.clause;
import static org.mdscheck.invariants.Vocabulary.existsSession;
import static org.mdscheck.invariants.Vocabulary.forAllSessions;

import java.util.List;
import java.util.function.Function;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Property.Clause;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * A request is on the lists that its fields say.
 *
 * <p>Formally, while nobody owns {@code mdsc->mutex}: a request on {@code s_waiting} of {@code s}
 * has {@code r_session == s}; one on {@code s_unsafe} has GOT_UNSAFE; one that waits, for a session
 * or for a map, is on one list only and is in the tree.
 *
 * <p>Why it matters: {@code kick_requests()} and {@code cleanup_session_requests()} find requests
 * through the tree and {@code r_session}. One that says something else than the list it is on is
 * not found.
 *
 * <p>Rests on: the lists change under {@code mdsc->mutex}, together with the fields. Broken by
 * {@link Mutant#WAIT_WITHOUT_SESSION}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code __do_request()}, {@code __wake_requests()}, {@code
 * kick_requests()}.
 */
final class RequestListsAgree implements SessionProperty {
  @Override
  public String reference() {
    return "REQ-1";
  }

  @Override
  public String meaning() {
    return "a request is on the lists that its fields say";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Invariant(
        name(),
        meaning(),
        List.of(
            about(
                "on s_waiting: r_session", c, r -> isOnWaiting(c, r), r -> waitsWhereItSays(c, r)),
            about(
                "on s_unsafe: GOT_UNSAFE", c, r -> isOnUnsafe(c, r), r -> c.request(r).gotUnsafe()),
            about("waiting on one list", c, r -> isWaiting(c, r), r -> waitingLists(c, r).is(1)),
            about(
                "waiting and in the tree",
                c,
                r -> isWaiting(c, r),
                r -> contains(c.mdsc().requestTree(), r))));
  }

  private static Clause about(
      String name, CephModel c, Function<Expr, Expr> premise, Function<Expr, Expr> conclusion) {
    return clause(
        name,
        not(locked(c.mdsc().mutex())).and(exists(c.requests(), premise)),
        forAll(c.requests(), r -> premise.apply(r).implies(conclusion.apply(r))));
  }

  private static Expr isOnWaiting(CephModel c, Expr r) {
    return existsSession(c, s -> contains(s.waiting(), r));
  }

  private static Expr waitsWhereItSays(CephModel c, Expr r) {
    return forAllSessions(
        c, s -> contains(s.waiting(), r).implies(c.request(r).session().is(s.id())));
  }

  private static Expr isOnUnsafe(CephModel c, Expr r) {
    return existsSession(c, s -> r.isIn(s.unsafe()));
  }

  private static Expr isWaiting(CephModel c, Expr r) {
    return isOnWaiting(c, r).or(contains(c.mdsc().waitingForMap(), r));
  }

  private static Expr waitingLists(CephModel c, Expr r) {
    return count(c.sessions(), id -> contains(c.session(id).waiting(), r))
        .plus(ifElse(contains(c.mdsc().waitingForMap(), r), 1, 0));
  }
}
