package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * An umount can always close its sessions without its timeout.
 *
 * <p>Formally: AG (an umount has begun and sessions are registered implies EF by steps that can be
 * relied on: none is). In the scenarios in which this is asked the end of {@code mount_timeout}
 * counts as a fault.
 *
 * <p>Why it matters: the umount stalls for a minute, and an MDS that waits for the client's answer
 * meanwhile evicts and blocklists it.
 *
 * <p>Rests on: a REQUEST_CLOSE that the MDS drops for its number is sent again. Broken by {@link
 * Mutant#H11_CLOSE_NOT_SENT_AGAIN}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code inc_session_sequence()}, {@code
 * ceph_mdsc_close_sessions()}; tracker.ceph.com 47563.
 */
final class UmountClosesSessions implements SessionProperty {
  @Override
  public String reference() {
    return "LIVE-CLOSE";
  }

  @Override
  public String meaning() {
    return "an umount can always close its sessions without its timeout";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.asksForCloses();
  }

  @Override
  public Property on(CephModel c) {
    Expr open = c.mdsc().stopping().and(c.mdsc().sessionCount().isMore(0));
    return new Property.Recovery(
        name(), meaning(), List.of(clause("no session is registered", open, not(open))));
  }
}
