package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Expressions.holdsAnyLock;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Property.clause;
import static org.mdscheck.invariants.Vocabulary.forAllSessions;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Property.Clause;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * No thread holds a mutex when it has returned.
 *
 * <p>Formally: for each thread of the kernel that is at rest or has ended, no mutex is owned by it.
 *
 * <p>Why it matters: nobody will ever release that mutex.
 *
 * <p>Rests on: each way out of a function unlocks what the function locked. Broken by {@link
 * Mutant#KEEP_S_MUTEX_ON_ERROR}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code send_mds_reconnect()}, the labels at its end.
 */
final class NoLockAtRest implements SessionProperty {
  @Override
  public String reference() {
    return "LOCK-1";
  }

  @Override
  public String meaning() {
    return "no thread holds a mutex when it has returned";
  }

  @Override
  public Property on(CephModel c) {
    List<Property.Clause> clauses = new ArrayList<>();
    c.soleThreads().forEach(family -> clauses.add(ofOne(family)));
    clauses.add(
        clause(
            "a connection's worker",
            forAllSessions(c, s -> holdsNoneAtRest(CephModel.CONNECTION_WORKER, s.id()))));
    clauses.add(
        clause(
            "a thread with a request",
            forAll(c.requests(), r -> holdsNoneAtRest(CephModel.REQUEST_THREAD, r))));
    return new Property.Invariant(name(), meaning(), clauses);
  }

  private static Clause ofOne(String family) {
    return clause(family, holdsNoneAtRest(family, null));
  }

  private static Expr holdsNoneAtRest(String family, Expr member) {
    return inside(family, member).or(not(holdsAnyLock(family, member)));
  }
}
