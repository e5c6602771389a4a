package org.mdscheck.invariants;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.model.cephfs.Assumption;
import org.mdscheck.model.cephfs.Bounds;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Hunk;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;
import org.mdscheck.model.cephfs.Variant;

/**
 * A mutant that breaks a property, in a scenario where the property holds without it.
 *
 * @param holdsIn where it is shown to hold; {@code brokenIn} unless that one is too large to be
 *     exhausted in a build
 */
record Witness(
    SessionProperty property, Variant tree, Setting holdsIn, Mutant mutant, Setting brokenIn) {

  /** A scenario under some of the assumptions. */
  record Setting(Scenario scenario, Set<Assumption> assumptions) {
    Setting(Scenario scenario) {
      this(scenario, Assumption.defaults());
    }

    Setting without(Assumption... unmade) {
      Set<Assumption> fewer = EnumSet.copyOf(assumptions);
      List.of(unmade).forEach(fewer::remove);
      return new Setting(scenario, fewer);
    }

    Setting with(Bounds bounds) {
      return new Setting(scenario.with(bounds), assumptions);
    }
  }

  private static final Setting RESET =
      new Setting(Scenario.PEER_RESET).with(new Bounds(1, 2, 1, 0, 0, 1, 0));
  private static final Setting RESETS_WITH_FAILURE = RESET.with(new Bounds(1, 2, 1, 0, 0, 1, 1));
  private static final Setting TWO_REQUESTS = RESET.with(new Bounds(1, 2, 2, 0, 0, 1, 0));
  private static final Setting FAILING_OPEN = RESET.with(new Bounds(1, 1, 1, 0, 0, 0, 1));
  private static final Setting REJECTED_OPEN =
      new Setting(Scenario.REJECT).with(new Bounds(1, 1, 1, 0, 0, 0, 1));
  private static final Setting SYNC =
      new Setting(Scenario.SYNC_FLUSH).with(new Bounds(1, 1, 1, 0, 0, 0, 0));
  private static final Setting SYNC_IN_RESTART = SYNC.with(new Bounds(1, 1, 1, 1, 0, 0, 0));
  private static final Setting RANK_GONE = new Setting(Scenario.RANK_GONE);
  private static final Setting UMOUNT =
      new Setting(Scenario.CLOSE_AT_UMOUNT).with(new Bounds(1, 1, 1, 0, 0, 0, 0));
  private static final Setting UMOUNT_WITH_FAILURE = UMOUNT.with(new Bounds(1, 1, 1, 0, 0, 0, 1));
  private static final Setting RESTART =
      new Setting(Scenario.SMOKE)
          .with(new Bounds(1, 1, 1, 1, 0, 0, 0))
          .without(Assumption.LATE_RECONNECT, Assumption.RECONNECT_TIMEOUT_EVICTS);
  private static final Setting RESTART_AS_FAR_AS_RECONNECT =
      RESTART.with(new Bounds(1, 1, 1, 1, 2, 0, 0));
  private static final Setting FAILOVER = RESTART.without(Assumption.IN_PLACE_RESTART_RESETS);

  private static final Setting FAILOVER_IN_WINDOW =
      new Setting(Scenario.WINDOW)
          .with(new Bounds(1, 1, 1, 1, 2, 0, 0))
          .without(
              Assumption.LATE_RECONNECT,
              Assumption.RECONNECT_TIMEOUT_EVICTS,
              Assumption.IN_PLACE_RESTART_RESETS);

  private static final Setting RESET_IN_WINDOW =
      new Setting(Scenario.WINDOW).with(new Bounds(1, 2, 1, 0, 0, 1, 0));

  private static final Setting EXPORT_TARGET =
      new Setting(Scenario.EXPORT_TARGET)
          .without(
              Assumption.LATE_RECONNECT,
              Assumption.RECONNECT_TIMEOUT_EVICTS,
              Assumption.IN_PLACE_RESTART_RESETS);
  private static final Setting CLIENT_RESET = new Setting(Scenario.CLIENT_RESETS);
  private static final Setting RESETS_OF_BOTH_SIDES =
      CLIENT_RESET.with(new Bounds(1, 1, 1, 0, 0, 2, 0));

  private static final Setting UMOUNT_AND_PARKING =
      new Setting(Scenario.PARKED_CLOSE).with(new Bounds(1, 1, 1, 0, 0, 0, 0));
  private static final Setting ASKED_CLOSE =
      new Setting(Scenario.PARKED_RESET).with(new Bounds(1, 2, 1, 0, 0, 1, 0));

  private static final Setting FORWARD =
      new Setting(Scenario.FORWARD).with(new Bounds(2, 2, 1, 0, 0, 1, 0));
  private static final Setting UMOUNT_END =
      new Setting(Scenario.UMOUNT_TO_THE_END).with(new Bounds(1, 1, 1, 0, 0, 0, 1));

  private static final Setting CLOSE_AFTER_RESET =
      new Setting(Scenario.CLOSE_AFTER_RESET).with(new Bounds(1, 1, 1, 0, 0, 1, 0));

  private static final Setting UMOUNT_CAPS = new Setting(Scenario.UMOUNT_WITH_CAPS);

  /** Without the close a reset meets no CLOSE, against which it has no defence. */
  private static final Variant SILENT_RESET = Variant.SERIES.without(Hunk.RESET_CLOSE);

  private static final Setting CREATES =
      new Setting(Scenario.ASYNC_RESET).with(new Bounds(1, 1, 2, 0, 0, 0, 0));
  private static final Setting CREATE_WITH_RESET = CREATES.with(new Bounds(1, 2, 1, 0, 0, 1, 0));
  private static final Setting CREATE_WITH_RESTART =
      new Setting(Scenario.ASYNC_CREATES)
          .with(new Bounds(1, 1, 1, 1, 2, 0, 0))
          .without(Assumption.LATE_RECONNECT, Assumption.RECONNECT_TIMEOUT_EVICTS);
  private static final Setting STANDBY = new Setting(Scenario.STANDBY_CONNECTION);
  private static final Setting RENEW_UMOUNT = new Setting(Scenario.RENEW_UMOUNT);
  private static final Setting RECORD_IN_RESTART =
      new Setting(Scenario.RETRY)
          .with(new Bounds(1, 1, 1, 1, 0, 0, 0))
          .without(
              Assumption.LATE_RECONNECT,
              Assumption.RECONNECT_TIMEOUT_EVICTS,
              Assumption.IN_PLACE_RESTART_RESETS);
  private static final Setting RECORD_AND_RENEWALS =
      new Setting(
          new Scenario(
              "record-and-renewals",
              "for this test",
              new Bounds(1, 2, 1, 0, 0, 0, 0),
              Set.of(Context.DELAYED_WORK, Context.MDS_RECORD)));
  private static final Setting ONE_MAP =
      new Setting(Scenario.MAP_FREED).with(new Bounds(1, 1, 1, 1, 1, 0, 0));

  private static final Setting ACCESS_CHECK = new Setting(Scenario.ACCESS_CHECK_AND_MAP);
  private static final Setting TWO_OPENS = new Setting(Scenario.ACCESS_CHECK);

  private static final Setting CAP_EXPORT =
      new Setting(Scenario.CAP_EXPORT_RESET).with(new Bounds(2, 2, 1, 0, 0, 0, 0));
  private static final Setting CAPS = new Setting(Scenario.CAPS_UMOUNT);
  private static final Setting CAPS_OF_TWO =
      new Setting(Scenario.CAPS_RESET).with(new Bounds(1, 1, 2, 0, 0, 0, 0));

  static List<Witness> all() {
    return List.of(
        v3(new NoWaitCycle(), Mutant.H2_MUTEX_ORDER_IN_NEW_MAP, FAILOVER),
        base(new NoWaitCycle(), Mutant.H3_CHECK_CAPS_IN_REPLAY, CREATE_WITH_RESET),
        v3(new LockOrder(), Mutant.H2_MUTEX_ORDER_IN_NEW_MAP, FAILOVER),
        v3(new NoWaitCycle(), Mutant.EXPORT_LOCKS_OWN_FIRST, CAP_EXPORT),
        v3(new HigherRankFirst(), Mutant.EXPORT_LOCKS_OWN_FIRST, CAP_EXPORT),
        v3(new HigherRankFirst(), Mutant.EXPORT_LOCKS_LOWER_FIRST, CAP_EXPORT),
        v3(new LockOrder(), Mutant.H6_MUTEX_ORDER_IN_FLUSH, SYNC),
        base(new NoLockAtRest(), Mutant.KEEP_S_MUTEX_ON_ERROR, RESETS_WITH_FAILURE),
        new Witness(new BugOn(), Variant.V3, RESET, Mutant.UNREGISTER_WITHOUT_CHECK, RANK_GONE),
        base(new BugOn(), Mutant.REOPEN_WITHOUT_CLOSE, RESET),
        v3(new BugOn(), Mutant.CAP_ADDED_TWICE, CAPS_OF_TWO),
        v3(new WarnOn(), Mutant.REJECT_WARNS_IN_OPENING, REJECTED_OPEN),
        v3(new UnregisteredStaysUnused(), Mutant.REUSE_SESSION, RESET),
        v3(new UnregisteredIsDisconnected(), Mutant.UNREGISTER_KEEPS_CONNECTION, RESET),
        v3(new OneSessionPerRank(), Mutant.UNREGISTER_KEEPS_COUNT, RESET),
        base(new TerminalStateStays(), Mutant.REOPEN_CLOSED, RESET),
        base(new UnregisteredIsTerminal(), Mutant.CLOSE_KEEPS_STATE, RESET),
        base(new UnregisteredIsNotInUse(), Mutant.CLOSE_KEEPS_STATE, RESET),
        v3(new StateTransitions(), Mutant.OPEN_FROM_NEW, RESET),
        v3(new NewMapSparesSessions(), Mutant.NEW_MAP_RESTARTS_ALL, FAILOVER),
        v3(new NewMapKeepsNewConnection(), Mutant.NEW_MAP_RESTARTS_ALL, FAILOVER),
        v3(new UseAfterFree(), Mutant.NO_SLOT_REFERENCE, UMOUNT),
        base(new UseAfterFree(), Mutant.CLOSE_WITHOUT_REFERENCE, UMOUNT),
        new Witness(
            new MapUseAfterFree(),
            Variant.V3.with(Hunk.MAP_MUTEX),
            ONE_MAP,
            Mutant.FREE_MAP_EARLY,
            ONE_MAP),
        new Witness(new OldMapIsFreed(), Variant.V3, ONE_MAP, Mutant.MAP_IS_KEPT, ONE_MAP),
        new Witness(
            new CapAuthsUseAfterFree(),
            Variant.V3.with(Hunk.MAP_MUTEX),
            TWO_OPENS,
            Mutant.AUTHS_WITHOUT_MUTEX,
            TWO_OPENS),
        new Witness(
            new CapAuthsAreThere(),
            Variant.V3.with(Hunk.MAP_MUTEX),
            ACCESS_CHECK,
            Mutant.AUTHS_WITHOUT_MUTEX,
            ACCESS_CHECK),
        v3(new RefcountZeroClosed(), Mutant.UNREGISTER_KEEPS_CONNECTION, RESET),
        v3(new ReferencesCounted(), Mutant.LEAK_ON_OPEN_FAILURE, FAILING_OPEN),
        new Witness(
            new ReferencesCounted(), Variant.V3, SYNC, Mutant.H20_LEAK_ON_ERROR, SYNC_IN_RESTART),
        v3(new WaitsOnOneList(), Mutant.KICK_LEAVES_ON_LIST, FORWARD),
        base(new ForwardIsNews(), Mutant.FORWARDS_NOT_TOLD, FORWARD),
        v3(
            new ResultIsWhatMdsSaid(),
            Mutant.ERROR_REPLY_IS_SUCCESS,
            new Setting(Scenario.CREATE_REFUSED).with(new Bounds(1, 1, 1, 0, 0, 0, 1))),
        v3(new ReplyBringsCapability(), Mutant.REPLY_WITHOUT_TRACE, SYNC),
        v3(new SyncWaitsUntilSafe(), Mutant.SYNC_DOES_NOT_WAIT, SYNC),
        v3(
            new ForcedUmountEndsRequests(),
            Mutant.FORCED_UMOUNT_KEEPS_REQUESTS,
            new Setting(Scenario.FORCED_UMOUNT_FIRST).with(new Bounds(1, 1, 1, 0, 0, 0, 0))),
        v3(new WorkerLeavesClosedConnection(), Mutant.GO_ON_AFTER_PEER_RESET, RESET),
        v3(new ListsUnderMutex(), Mutant.DISPATCH_WITHOUT_MUTEX, SYNC),
        v3(new ListsUnderMutex(), Mutant.WAKE_WITHOUT_MUTEX, SYNC),
        base(new ListsUnderMutex(), Mutant.CLEANUP_WITHOUT_MUTEX, UMOUNT),
        v3(
            new WritesUnderGuard(),
            Mutant.SEQUENCE_WITHOUT_S_MUTEX,
            new Setting(Scenario.CLOSE_CROSSES_PUSH)),
        v3(new WritesUnderGuard(), Mutant.WAKE_WITHOUT_MUTEX, SYNC),
        v3(new WritesUnderGuard(), Mutant.AUTHS_WITHOUT_MUTEX, ACCESS_CHECK),
        v3(new FlushesUnderSessionMutex(), Mutant.KICK_FLUSHES_WITHOUT_S_MUTEX, FAILOVER),
        v3(new CapWalksAlone(), Mutant.RECALL_WITHOUT_S_MUTEX, CAPS),
        v3(new CapWalkStaysOnList(), Mutant.RECALL_WITHOUT_S_MUTEX, CAPS),
        v3(new RequestListsAgree(), Mutant.WAIT_WITHOUT_SESSION, SYNC),
        base(new ReconnectNotTooEarly(), Mutant.H1_RECONNECT_ANY_MAP_STATE, RESTART),
        new Witness(
            new ReconnectNotTooLate(),
            Variant.V3,
            RESTART_AS_FAR_AS_RECONNECT,
            Mutant.RECONNECT_PAST_WINDOW,
            RESET),
        new Witness(
            new LateReconnectIsRefused(),
            Variant.BASE,
            FAILOVER_IN_WINDOW,
            Mutant.MDS_ACCEPTS_LATE_RECONNECT,
            RESET_IN_WINDOW),
        base(new DoomedReconnectClosesOther(), Mutant.REPLACE_RECONNECTING, TWO_REQUESTS),
        new Witness(
            new AskedCloseClosesOther(),
            SILENT_RESET,
            UMOUNT_AND_PARKING,
            Mutant.UNREGISTER_ASKS_FOR_CLOSE,
            ASKED_CLOSE),
        v3(new ReconnectIsNotDropped(), Mutant.RECONNECT_KEEPS_CLOSED, FAILOVER),
        new Witness(
            new ReconnectBuildConsistent(),
            Variant.BASE.with(Hunk.ROLL_BACK),
            RESETS_WITH_FAILURE,
            Mutant.H18_KEEP_CAP_RECONNECT,
            RESETS_WITH_FAILURE),
        base(new CapReconnectCleared(), Mutant.H18_KEEP_CAP_RECONNECT, RESETS_WITH_FAILURE),
        v3(new InoHandedToOne(), Mutant.ERASE_UNCHECKED, CREATES),
        new Witness(
            new NoOutdatedInoInSet(),
            Variant.MERGED.with(Hunk.INO_EPOCH),
            CREATE_WITH_RESTART,
            Mutant.RECONNECT_KEEPS_INOS,
            CREATE_WITH_RESTART),
        v3(new InoSentInItsEpoch(), Mutant.ASYNC_WAITS, CREATE_WITH_RESET),
        v3(new InoNotTakenTwice(), Mutant.ERASE_UNCHECKED, CREATES),
        v3(
            new DelegatedInosNotUsedAfterFree(),
            Mutant.GIVE_BACK_WITHOUT_REFERENCE,
            CREATE_WITH_RESET),
        v3(new AsyncCreateSettles(), Mutant.CREATE_NEVER_SETTLED, CREATES),
        v3(
            new AsyncCreateSettles(),
            Mutant.FAILED_CREATE_KEEPS_INODE,
            CREATES.with(new Bounds(1, 1, 1, 0, 0, 0, 1))),
        v3(
            new FailedCreateIsNotReported(),
            Mutant.FAILED_CREATE_IS_REPORTED,
            CREATES.with(new Bounds(1, 1, 1, 0, 0, 0, 1))),
        v3(new WaitersAreWoken(), Mutant.NO_WAKE_ON_OPEN, SYNC),
        v3(new StrandedReconnecting(), Mutant.OPEN_KEEPS_STATE, FAILOVER),
        v3(new StrandedRestarting(), Mutant.NEW_MAP_FORGETS_RESTARTING, FAILOVER),
        v3(new StrandedRestarting(), Mutant.NEW_MAP_IN_WINDOW_ONLY, FAILOVER),
        v3(new StrandedOpening(), Mutant.OPEN_KEEPS_STATE, SYNC),
        v3(new StrandedClosing(), Mutant.CLOSE_SESSIONS_KEEPS_CLOSING, UMOUNT_WITH_FAILURE),
        v3(new SentWhereItShould(), Mutant.SEND_BEFORE_ACTIVE, FAILOVER),
        v3(new SentWhereItShould(), Mutant.CHOOSE_WITHOUT_HINT, FORWARD),
        v3(new SentOncePerSession(), Mutant.SEND_WITHOUT_COUNT, RECORD_IN_RESTART),
        v3(new SentAgainByReplayOnly(), Mutant.KICK_SENT_REQUESTS, FAILOVER),
        v3(new ExecutedOnce(), Mutant.SEND_WITHOUT_COUNT, RECORD_IN_RESTART),
        v3(new NextOpenStartsAfresh(), Mutant.HUNG_IS_DROPPED, RECORD_AND_RENEWALS),
        new Witness(
            new AwaitedClientReconnects(),
            Variant.V3,
            EXPORT_TARGET,
            Mutant.H1_RECONNECT_ANY_MAP_STATE,
            RESTART.without(Assumption.RESET_UNDER_OLD_MAP)),
        v3(new AwaitedClientReconnects(), Mutant.H16_SKIP_EXPORT_TARGETS, EXPORT_TARGET),
        v3(new AwaitedSessionReconnects(), Mutant.NEW_MAP_FORGETS_RESTARTING, FAILOVER),
        v3(new WaitingRequestOpensSession(), Mutant.OPEN_KEEPS_STATE, SYNC),
        v3(new WaitingRequestOpensSession(), Mutant.H8_SKIP_OPENING, STANDBY),
        v3(new RenewsUntilFlushed(), Mutant.H21_STOP_RENEWALS, RENEW_UMOUNT),
        v3(new ExportTargetIsOpened(), Mutant.TARGET_NOT_OPENED, EXPORT_TARGET),
        v3(new UnsafeRequestBecomesSafe(), Mutant.REPLAY_FORGETS_UNSAFE, FAILOVER),
        v3(new UmountAwaitsCloses(), Mutant.UMOUNT_DOES_NOT_WAIT, UMOUNT),
        v3(new StuckRequest(), Mutant.NO_WAKE_ON_OPEN, SYNC),
        v3(new StuckRequest(), Mutant.NO_WAKE_ON_TEARDOWN, RESET),
        new Witness(
            new BugOn(),
            SILENT_RESET,
            RESETS_OF_BOTH_SIDES,
            Mutant.RESET_WITHOUT_CHECK,
            RESETS_OF_BOTH_SIDES),
        new Witness(
            new StuckRequest(), SILENT_RESET, CLIENT_RESET, Mutant.NO_WAKE_ON_RESET, CLIENT_RESET),
        v3(new NoInodeAfterFlush(), Mutant.NO_FLUSH_BEFORE_UMOUNT, UMOUNT_END),
        v3(new NoInodeAfterFlush(), Mutant.NO_STOPPING_BLOCKER, UMOUNT_CAPS),
        v3(new NoWorkAfterFree(), Mutant.NO_FLUSH_BEFORE_FREE, UMOUNT_END),
        v3(
            new UmountClosesSessions(),
            Mutant.H11_CLOSE_NOT_SENT_AGAIN,
            new Setting(Scenario.CLOSE_CROSSES_PUSH)),
        new Witness(
            new UmountClosesSessions(),
            Variant.REPAIRED,
            CLOSE_AFTER_RESET,
            Mutant.OPEN_KEEPS_SEQ,
            CLOSE_AFTER_RESET),
        v3(
            new RejectedRequestWaits(),
            Mutant.H14_REJECT_BEFORE_RECOVERY,
            new Setting(Scenario.FORCE_RECONNECT)),
        v3(
            new BlocklistedClientRecovers(),
            Mutant.RECOVER_KEEPS_MOUNT_STATE,
            new Setting(Scenario.FORCE_RECONNECT)),
        new Witness(
            new ResetEnds(), SILENT_RESET, CLIENT_RESET, Mutant.RESET_KEEPS_PHASE, CLIENT_RESET),
        v3(new NoStuckState(), Mutant.NO_WAKE_ON_OPEN, SYNC));
  }

  private static Witness v3(SessionProperty property, Mutant mutant, Setting setting) {
    return new Witness(property, Variant.V3, setting, mutant, setting);
  }

  private static Witness base(SessionProperty property, Mutant mutant, Setting setting) {
    return new Witness(property, Variant.BASE, setting, mutant, setting);
  }

  PropertyResult withoutMutant() throws InterruptedException {
    return check(tree, holdsIn);
  }

  PropertyResult withMutant() throws InterruptedException {
    return check(tree.with(mutant), brokenIn);
  }

  private PropertyResult check(Variant variant, Setting setting) throws InterruptedException {
    CephModel model = CephModel.of(variant, setting.scenario(), setting.assumptions());
    SearchOptions options =
        SearchOptions.defaults()
            .withSymmetry(true)
            .withStopAtFirstViolation(true)
            .withProperties(Set.of(property.name()));
    CheckResult result =
        new Search(CompiledSystem.of(model.spec(Catalogue.of(model))), options)
            .run(ProgressListener.NONE);
    if (result.error() != null) throw new AssertionError(result.error().message());
    return result.property(property.name()).orElseThrow();
  }

  @Override
  public String toString() {
    return property.name() + " / " + mutant;
  }
}
