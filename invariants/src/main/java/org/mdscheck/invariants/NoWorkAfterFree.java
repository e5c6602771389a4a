package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Property.clause;
import static org.mdscheck.invariants.Vocabulary.forAllSessions;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.ConnectionState;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Hunk;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;
import org.mdscheck.model.cephfs.UmountStage;

/**
 * No work is done with {@code mdsc} after it was freed.
 *
 * <p>Formally: when {@code mdsc} is freed, no worker of a connection and no other thread but the
 * umount is inside a function, and each connection is CLOSED: one that is not calls back, if only
 * for an authorizer.
 *
 * <p>Why it matters: the memory is somebody else's by then, and the module may be gone.
 *
 * <p>Rests on: {@code ceph_mdsc_destroy()} waits for the connections' work and for a reset; nobody
 * opens a connection after {@code ceph_mdsc_close_sessions()}. Broken by {@link
 * Mutant#NO_FLUSH_BEFORE_FREE}, and by the reset without {@link Hunk#RESET_SHUTDOWN}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code ceph_mdsc_destroy()}; fs/ceph/super.c, {@code
 * ceph_kill_sb()}.
 */
final class NoWorkAfterFree implements SessionProperty {
  @Override
  public String reference() {
    return "UAF-4";
  }

  @Override
  public String meaning() {
    return "no work is done with mdsc after it was freed";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.DESTRUCTION);
  }

  @Override
  public Property on(CephModel c) {
    Expr freed = c.umountStage().is(UmountStage.FREED);
    List<Property.Clause> clauses = new ArrayList<>();
    clauses.add(
        clause(
            "a connection's worker",
            freed,
            forAllSessions(c, s -> not(inside(CephModel.CONNECTION_WORKER, s.id())))));
    clauses.add(
        clause(
            "a connection",
            freed,
            forAllSessions(c, s -> c.connection(s.id()).state().is(ConnectionState.CLOSED))));
    for (String family : c.soleThreads()) {
      if (!family.equals(CephModel.UMOUNT_THREAD))
        clauses.add(clause(family, freed, not(inside(family, null))));
    }
    return new Property.Invariant(name(), meaning(), clauses);
  }
}
