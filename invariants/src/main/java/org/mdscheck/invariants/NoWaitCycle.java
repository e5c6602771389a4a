package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.noWaitCycle;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Mutant;

/**
 * No circle of threads waits for each other's mutexes.
 *
 * <p>Formally: the graph with an edge from each thread that waits for a mutex to the thread that
 * owns it has no cycle.
 *
 * <p>Why it matters: the threads hang for ever, and with {@code mdsc->mutex} among the mutexes so
 * does every other user of the mount.
 *
 * <p>Rests on: {@code s_mutex} before {@code mdsc->mutex}, everywhere. Broken by {@link
 * Mutant#H2_MUTEX_ORDER_IN_NEW_MAP}, {@link Mutant#EXPORT_LOCKS_OWN_FIRST} and, by a thread that
 * waits for itself, {@link Mutant#H3_CHECK_CAPS_IN_REPLAY}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code check_new_map()}, {@code handle_reply()}; kernel lock
 * order in mds_client.h.
 */
final class NoWaitCycle implements SessionProperty {
  @Override
  public String reference() {
    return "LOCK-1";
  }

  @Override
  public String meaning() {
    return "no circle of threads waits for each other's mutexes";
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Invariant(
        name(), meaning(), List.of(clause("no cycle in wait-for", noWaitCycle())));
  }
}
