package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.value;

import java.util.List;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/**
 * {@code struct ceph_fs_client}: the state of the mount and whether the client knows itself to be
 * blocklisted, guarded by nothing; and whether it is, which the OSD map says. Where nothing changes
 * them they are no variables.
 */
public final class FsClient {
  private final Ref mountState;
  private final Ref blocklisted;
  private final Ref addressBlocklisted;
  private final Ref connectionBlocklisted;

  FsClient(Spec.Builder spec, Scenario scenario, Ids ids) {
    mountState =
        changesMountState(scenario)
            ? spec.variable("fsc.mount_state", Type.enumOf(MountState.class), MountState.MOUNTED)
            : null;
    boolean recovers = scenario.has(Context.CLEAN_RECOVER);
    blocklisted = recovers ? spec.variable("fsc.blocklisted", Type.bool()) : null;
    addressBlocklisted =
        knowsBlocklist(scenario) ? spec.variable("osdmap.blocklisted", Type.bool()) : null;
    connectionBlocklisted =
        recovers ? spec.variable("con.blocklisted", Type.array(ids.sessions(), Type.bool())) : null;
  }

  static boolean changesMountState(Scenario scenario) {
    return scenario.has(Context.FORCED_UMOUNT)
        || scenario.has(Context.CLEAN_RECOVER)
        || scenario.has(Context.CORRUPT_SNAP_TRACE);
  }

  /** Whether it makes a difference that the client is blocklisted. */
  static boolean knowsBlocklist(Scenario scenario) {
    return scenario.has(Context.CLEAN_RECOVER) || scenario.has(Context.BLOCKLISTING);
  }

  public Expr is(MountState state) {
    return mountState == null ? value(state == MountState.MOUNTED) : mountState.is(state);
  }

  /** Whether the state is below SHUTDOWN: what a sync looks at first. */
  Expr isUsable() {
    return mountState == null ? value(true) : mountState.isLess(MountState.SHUTDOWN);
  }

  Effect become(MountState state) {
    return assign(mountState, state);
  }

  /** {@code fsc->blocklisted}. */
  public Ref blocklisted() {
    return blocklisted;
  }

  /** Whether the address that the client gives to new connections is blocklisted. */
  public Ref addressBlocklisted() {
    return addressBlocklisted;
  }

  /** Whether an established connection was made from an address that is blocklisted. */
  Expr isBlocklisted(Expr session) {
    if (connectionBlocklisted == null) return addressBlocklisted;
    return addressBlocklisted.or(session.isNotNull().and(connectionBlocklisted.at(session)));
  }

  /** A new connection is made from the present address. */
  Effect connect(Expr session) {
    return reset(connectionBlocklisted.at(session));
  }

  /** The client takes a new address; connections that are established keep the old one. */
  Effect renewAddress(CephModel c) {
    Scalarset sessions = c.sessions();
    return all(
        when(
            addressBlocklisted,
            forEach(
                sessions,
                x ->
                    List.of(
                        when(
                            c.connection(x).state().is(ConnectionState.OPEN),
                            assign(connectionBlocklisted.at(x), true))))),
        assign(addressBlocklisted, false));
  }
}
