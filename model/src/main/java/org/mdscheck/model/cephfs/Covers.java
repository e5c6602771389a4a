package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Expressions.count;
import static org.mdscheck.checker.spec.Expressions.emptySet;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.model.cephfs.ResetPhase.IDLE;
import static org.mdscheck.model.cephfs.ResetPhase.TEARDOWN;
import static org.mdscheck.model.cephfs.SessionState.CLOSED;
import static org.mdscheck.model.cephfs.SessionState.CLOSING;
import static org.mdscheck.model.cephfs.SessionState.HUNG;
import static org.mdscheck.model.cephfs.SessionState.NEW;
import static org.mdscheck.model.cephfs.SessionState.OPEN;
import static org.mdscheck.model.cephfs.SessionState.OPENING;
import static org.mdscheck.model.cephfs.SessionState.RECONNECTING;
import static org.mdscheck.model.cephfs.SessionState.REJECTED;
import static org.mdscheck.model.cephfs.SessionState.RESTARTING;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;

/** What a scenario must reach, or its model is wrong. */
final class Covers {
  private final CephModel c;
  private final List<Property.Cover> covers = new ArrayList<>();

  private Covers(CephModel c) {
    this.c = c;
  }

  static List<Property.Cover> of(CephModel c) {
    Covers covers = new Covers(c);
    covers.always();
    covers.restart();
    covers.resets();
    covers.contexts();
    return covers.covers;
  }

  private void always() {
    reached(NEW, OPENING, OPEN);
    if (!c.scenario().has(Context.NO_REQUESTS)) requests();
    if (c.scenario().bounds().failures() > 0) {
      cover("failure", "the budget of failures is spent", c.budgets().failures.is(0));
    }
  }

  private void requests() {
    cover(
        "reply-received",
        "a request has its result",
        exists(c.requests(), r -> c.request(r).outcome().is(Outcome.RESULT)));
    cover(
        "unsafe-reply-received",
        "a session has an unsafe request",
        session(s -> s.unsafe().isNot(emptySet(c.requests()))));
    cover(
        "request-waits-for-session",
        "a request is on s_waiting",
        session(s -> not(isEmpty(s.waiting()))));
  }

  private void restart() {
    Bounds bounds = c.scenario().bounds();
    if (bounds.mdsRestarts() == 0 || bounds.mapEpochs() > 0) return;
    reached(RESTARTING, RECONNECTING, CLOSED);
    cover(
        "reconnect-accepted",
        "an OPEN answers a CLIENT_RECONNECT",
        session(s -> s.state().is(RECONNECTING).and(answered(s, ToClient.OPEN))));
    cover(
        "reconnect-denied",
        "a CLOSE answers a CLIENT_RECONNECT",
        session(s -> s.state().is(RECONNECTING).and(answered(s, ToClient.CLOSE))));
    cover(
        "request-waits-for-map",
        "a request is on waiting_for_map",
        not(isEmpty(c.mdsc().waitingForMap())));
    cover(
        "client-evicted",
        "an MDS evicts the client",
        exists(c.ranks(), rank -> c.mds(rank).session().is(ServerSessionState.KILLING)));
    cover(
        "request-replayed",
        "a request waits for CLIENTREPLAY",
        exists(c.ranks(), rank -> c.mds(rank).replay().isNot(emptySet(c.requests()))));
  }

  private void resets() {
    if (c.scenario().bounds().resets() == 0 && c.scenario().bounds().mdsRestarts() == 0) return;
    cover(
        "peer-reset",
        "a worker is in mds_peer_reset()",
        inside(CephModel.CONNECTION_WORKER, null, "mds_peer_reset"));
    boolean tearsDown =
        c.variant().has(Hunk.PEER_RESET) || c.variant().has(Hunk.PEER_RESET_FIRST_FORM);
    if (tearsDown && !c.variant().has(Hunk.RESET_ASKS)) {
      cover(
          "teardown",
          "mds_peer_reset() has closed a session",
          session(
              s ->
                  s.state()
                      .is(CLOSED)
                      .and(inside(CephModel.CONNECTION_WORKER, s.id(), "mds_peer_reset"))));
    }
    if (c.sessions().size() > 1) {
      cover(
          "two-sessions",
          "two session objects are alive",
          count(c.sessions(), s -> c.session(s).references().isMore(0)).isMore(1));
    }
  }

  private void contexts() {
    Scenario scenario = c.scenario();
    if (scenario.has(Context.DELAYED_WORK)) {
      reached(HUNG);
      if (scenario.bounds().resets() > 0) stale();
    }
    if (scenario.has(Context.SYNC)) {
      cover(
          "journal-flushed",
          "a thread is in send_flush_mdlog()",
          inside(CephModel.SYNC_THREAD, null, "send_flush_mdlog"));
    }
    if (scenario.has(Context.UMOUNT)) reached(CLOSING, CLOSED);
    if (scenario.has(Context.SIGNALS)) {
      cover(
          "request-aborted",
          "a request is in the tree without its thread",
          exists(c.requests(), r -> c.request(r).outcome().is(Outcome.ABORTED)));
    }
    if (scenario.has(Context.REJECTION)) reached(REJECTED);
    if (c.canReset()) clientReset();
    if (c.createsAsync()) creates();
    if (scenario.has(Context.FORCED_UMOUNT)) reached(CLOSING);
    if (c.exportsCaps()) exports();
    if (scenario.has(Context.STOPPING_BLOCKERS)) {
      cover(
          "umount-waits-for-handler",
          "an umount waits for the handler of a capability message",
          c.umountStage().is(UmountStage.FLUSHING).and(c.mdsc().stoppingBlockers().isMore(0)));
    }
    if (scenario.has(Context.ACCESS_CHECKS)) {
      cover(
          "access-checked",
          "a thread compares what an MDS has said of the client's permissions",
          inside(CephModel.OPEN_THREAD, null, "ceph_mds_auth_match"));
    }
    if (scenario.has(Context.RECOVERY_GETATTR)) {
      cover(
          "recovery-waits",
          "delayed work waits for the getattr of a recovery",
          inside(CephModel.DELAYED_WORK, null, "ceph_do_getattr"));
    }
    for (MountState state : MountState.values()) mountState(state);
    if (scenario.has(Context.STOPPING)) {
      cover(
          "rank-stopping",
          "the client's map has a rank that is stopping",
          exists(c.ranks(), rank -> c.mdsc().mapState(rank).is(MdsState.STOPPING)));
    }
    if (scenario.has(Context.FORWARDING)) {
      cover(
          "request-forwarded",
          "a request was forwarded and has its result",
          exists(
              c.requests(),
              r -> c.request(r).numFwd().isMore(0).and(c.request(r).outcome().is(Outcome.RESULT))));
    }
    if (scenario.hasMapState(MdsState.DNE)) {
      cover(
          "rank-gone",
          "the rank is not in the client's map",
          exists(c.ranks(), rank -> c.mdsc().mapState(rank).is(MdsState.DNE)));
    }
  }

  private void mountState(MountState state) {
    boolean possible =
        switch (state) {
          case MOUNTED -> false;
          case SHUTDOWN -> c.scenario().has(Context.FORCED_UMOUNT);
          case RECOVER -> c.scenario().has(Context.CLEAN_RECOVER);
          case FENCE_IO -> c.scenario().has(Context.CORRUPT_SNAP_TRACE);
        };
    if (!possible) return;
    String word = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    cover("mount-" + word, "fsc->mount_state is " + state, c.fsc().is(state));
  }

  private void clientReset() {
    reached(CLOSED);
    if (c.resetReconnects()) {
      cover(
          "reset-reconnects",
          "a reset reconnects a session",
          inside(CephModel.RESET_WORK, null, "send_mds_reconnect"));
      return;
    }
    cover("reset-tears-down", "a reset is past its drain", c.clientReset().phase().is(TEARDOWN));
    if (c.variant().has(Hunk.RESET_GATE)) {
      cover(
          "request-blocked",
          "a request waits until the reset is over",
          inside(CephModel.REQUEST_THREAD, null, "ceph_mdsc_wait_for_reset")
              .and(c.clientReset().phase().isNot(IDLE)));
    }
  }

  private void creates() {
    cover(
        "create-pending",
        "a caller has a file that the MDS may not know",
        exists(c.requests(), r -> c.asyncCreate(r).stage().is(CreateStage.PENDING)));
    cover(
        "create-settled",
        "the MDS has answered an asynchronous create",
        exists(c.requests(), r -> c.asyncCreate(r).stage().is(CreateStage.SETTLED)));
    Bounds bounds = c.scenario().bounds();
    if (bounds.mdsRestarts() == 0 && bounds.resets() == 0) return;
    cover(
        "ino-given-back",
        "a number that was not used is given back",
        inside(CephModel.REQUEST_THREAD, null, "restore_deleg_ino"));
  }

  private void exports() {
    Expr exporter = c.ids().exporter();
    cover(
        "placeholder",
        "the client has a capability of an importer that has not told it",
        c.capExports()
            .migration()
            .is(CapExports.Migration.EXPORTED)
            .and(c.capExports().has(c.ids().importer())));
    cover(
        "cap-comes-back",
        "the client has a capability of the rank that it had the first one of",
        c.capExports().has(exporter, c.capExports().imported(exporter)));
  }

  private void stale() {
    cover(
        "session-stale",
        "the MDS calls the session stale",
        exists(c.ranks(), rank -> c.mds(rank).session().is(ServerSessionState.STALE)));
    cover("caps-outdated", "s_cap_gen is ahead of the caps", session(Session::capsOutdated));
  }

  private void reached(SessionState... states) {
    for (SessionState state : states) {
      String word = state.name().toLowerCase(Locale.ROOT);
      String name = "session-" + word;
      if (covers.stream().anyMatch(cover -> cover.name().equals(name))) continue;
      cover(
          name,
          "a session is " + state,
          session(s -> s.references().isMore(0).and(s.state().is(state))));
    }
  }

  private void cover(String name, String meaning, Expr condition) {
    covers.add(new Property.Cover(name, meaning, condition));
  }

  private Expr session(Function<Session, Expr> condition) {
    return exists(c.sessions(), s -> condition.apply(c.session(s)));
  }

  private Expr answered(Session s, ToClient op) {
    Connection con = c.connection(s.id());
    return not(isEmpty(con.incoming())).and(con.incoming().head().field("op").is(op));
  }
}
