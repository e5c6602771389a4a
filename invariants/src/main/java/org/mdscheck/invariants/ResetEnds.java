package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.ResetPhase;
import org.mdscheck.model.cephfs.Scenario;

/**
 * A reset of the client can always end, and whom it blocks can always go on.
 *
 * <p>Formally: AG (the phase of the reset is not IDLE implies EF by steps that can be relied on: it
 * is), and AG (a thread is inside {@code ceph_mdsc_wait_for_reset()} implies EF by steps that can
 * be relied on: none is). In a tree without the reset nothing is said.
 *
 * <p>Why it matters: every new request waits while the phase is not IDLE, and no further reset can
 * be asked for. The timeout of the wait is an error for the caller, so it counts as a fault.
 *
 * <p>Rests on: each way out of {@code ceph_mdsc_reset_workfn()} completes the reset, and nothing
 * that it waits for is without a deadline. Broken by {@link Mutant#RESET_KEEPS_PHASE}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code ceph_mdsc_reset_workfn()}, {@code
 * ceph_mdsc_wait_for_reset()}.
 */
final class ResetEnds implements SessionProperty {
  @Override
  public String reference() {
    return "RESET-1";
  }

  @Override
  public String meaning() {
    return "a reset of the client can always end, and whom it blocks can always go on";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.CLIENT_RESET);
  }

  @Override
  public Property on(CephModel c) {
    List<Property.Clause> clauses = new ArrayList<>();
    Expr works = c.canReset() ? c.clientReset().phase().isNot(ResetPhase.IDLE) : value(false);
    clauses.add(clause("the phase is IDLE again", works, not(works)));
    String gate = "ceph_mdsc_wait_for_reset";
    if (c.runs(CephModel.REQUEST_THREAD, gate)) {
      Expr blocked = inside(CephModel.REQUEST_THREAD, null, gate);
      clauses.add(clause("no request is blocked", blocked, not(blocked)));
    }
    return new Property.Recovery(name(), meaning(), clauses);
  }
}
