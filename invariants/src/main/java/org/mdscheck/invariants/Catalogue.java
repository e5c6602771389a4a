package org.mdscheck.invariants;

import java.util.List;
import java.util.Optional;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;

/** The properties of the sessions, in the order of reports. */
public final class Catalogue {
  private Catalogue() {}

  /** All of them. */
  public static List<SessionProperty> all() {
    return List.of(
        new NoWaitCycle(),
        new LockOrder(),
        new HigherRankFirst(),
        new NoLockAtRest(),
        new BugOn(),
        new WarnOn(),
        new UnregisteredStaysUnused(),
        new UnregisteredIsDisconnected(),
        new OneSessionPerRank(),
        new TerminalStateStays(),
        new UnregisteredIsTerminal(),
        new UnregisteredIsNotInUse(),
        new StateTransitions(),
        new NewMapSparesSessions(),
        new NewMapKeepsNewConnection(),
        new WorkerLeavesClosedConnection(),
        new UseAfterFree(),
        new MapUseAfterFree(),
        new CapAuthsUseAfterFree(),
        new CapAuthsAreThere(),
        new RefcountZeroClosed(),
        new ReferencesCounted(),
        new OldMapIsFreed(),
        new RequestListsAgree(),
        new WaitsOnOneList(),
        new ForwardIsNews(),
        new ResultIsWhatMdsSaid(),
        new ReplyBringsCapability(),
        new SyncWaitsUntilSafe(),
        new ForcedUmountEndsRequests(),
        new ListsUnderMutex(),
        new WritesUnderGuard(),
        new FlushesUnderSessionMutex(),
        new CapWalksAlone(),
        new CapWalkStaysOnList(),
        new ReconnectNotTooEarly(),
        new ReconnectNotTooLate(),
        new DoomedReconnectClosesOther(),
        new AskedCloseClosesOther(),
        new LateReconnectIsRefused(),
        new ReconnectIsNotDropped(),
        new ReconnectBuildConsistent(),
        new CapReconnectCleared(),
        new InoHandedToOne(),
        new NoOutdatedInoInSet(),
        new InoSentInItsEpoch(),
        new InoNotTakenTwice(),
        new DelegatedInosNotUsedAfterFree(),
        new AsyncCreateSettles(),
        new FailedCreateIsNotReported(),
        new WaitersAreWoken(),
        new StrandedReconnecting(),
        new StrandedRestarting(),
        new StrandedOpening(),
        new StrandedClosing(),
        new SentWhereItShould(),
        new SentOncePerSession(),
        new SentAgainByReplayOnly(),
        new ExecutedOnce(),
        new NextOpenStartsAfresh(),
        new AwaitedClientReconnects(),
        new AwaitedSessionReconnects(),
        new ExportTargetIsOpened(),
        new RenewsUntilFlushed(),
        new WaitingRequestOpensSession(),
        new StuckRequest(),
        new UnsafeRequestBecomesSafe(),
        new UmountAwaitsCloses(),
        new UmountClosesSessions(),
        new NoInodeAfterFlush(),
        new NoWorkAfterFree(),
        new ResetEnds(),
        new RejectedRequestWaits(),
        new BlocklistedClientRecovers(),
        new NoStuckState());
  }

  /** The property of a name. */
  public static Optional<SessionProperty> named(String name) {
    return all().stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /** Those that apply to the model's scenario, as properties of the model. */
  public static List<Property> of(CephModel model) {
    return all().stream().filter(p -> p.appliesTo(model.scenario())).map(p -> p.on(model)).toList();
  }
}
