package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.acquiring;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.holding;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.MdsClient;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Session;

/**
 * {@code s_mutex} is taken before {@code mdsc->mutex}, and one {@code s_mutex} at a time.
 *
 * <p>Formally: a step that acquires a {@code s_mutex} is taken by a thread that holds neither
 * {@code mdsc->mutex} nor another {@code s_mutex}; but for {@code handle_cap_export()}, of which
 * {@link HigherRankFirst} speaks.
 *
 * <p>Why it matters: an inversion deadlocks only when two threads meet, so it can wait for years to
 * be seen. lockdep reports it the first time it is executed, and so does this.
 *
 * <p>Rests on: each function that needs {@code s_mutex} drops {@code mdsc->mutex} first. Broken by
 * {@link Mutant#H6_MUTEX_ORDER_IN_FLUSH} and {@link Mutant#H2_MUTEX_ORDER_IN_NEW_MAP}.
 *
 * <p>Reference: fs/ceph/mds_client.h, the lock dependencies; mds_client.c, {@code
 * flush_mdlog_and_wait_mdsc_unsafe_requests()}.
 */
final class LockOrder implements SessionProperty {
  @Override
  public String reference() {
    return "LOCK-1";
  }

  @Override
  public String meaning() {
    return "s_mutex is taken before mdsc->mutex, and one s_mutex at a time";
  }

  /** Whether some worker is where two are taken. */
  private static Expr isExporting(CephModel c) {
    return c.scenario().has(Context.CAP_EXPORTS)
        ? exists(c.sessions(), s -> inside(CephModel.CONNECTION_WORKER, s, "handle_cap_export"))
        : value(false);
  }

  @Override
  public Property on(CephModel c) {
    Expr taken = acquiring(Session.MUTEX);
    return new Property.StepInvariant(
        name(),
        meaning(),
        List.of(
            clause("no s_mutex is taken under mdsc->mutex", taken, not(holding(MdsClient.MUTEX))),
            clause(
                "no s_mutex is taken under another",
                taken,
                not(holding(Session.MUTEX)).or(isExporting(c)))));
  }
}
