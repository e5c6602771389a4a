package org.mdscheck.invariants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.model.cephfs.Assumption;
import org.mdscheck.model.cephfs.Bounds;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Hunk;
import org.mdscheck.model.cephfs.Scenario;
import org.mdscheck.model.cephfs.Variant;

/** Nothing fails in the repaired tree, and something does without any of its changes. */
class RepairTest {
  /** A change, and what fails without it. */
  record Ablation(Hunk hunk, Scenario scenario, SessionProperty property) {
    @Override
    public String toString() {
      return hunk + " / " + scenario.name() + " / " + property.name();
    }
  }

  private static final Bounds ONE_FAILURE = new Bounds(1, 1, 1, 0, 0, 0, 1);

  /** What needs more than some seconds is only in docs/repair.md. */
  static List<Ablation> ablations() {
    return List.of(
        new Ablation(Hunk.UNLINK_WAITING, Scenario.SMOKE, new RequestListsAgree()),
        new Ablation(Hunk.NEW_MAP_REFERENCE, Scenario.SMOKE, new UseAfterFree()),
        new Ablation(Hunk.NEW_MAP_RECHECK, Scenario.SMOKE, new TerminalStateStays()),
        new Ablation(Hunk.NEW_MAP_KEEPS_NEW, Scenario.SMOKE, new NewMapKeepsNewConnection()),
        new Ablation(Hunk.RESTARTING_UNDER_S_MUTEX, Scenario.RENEW_RESTART, new StateTransitions()),
        new Ablation(Hunk.FORCE_CLOSE_UNDER_BOTH, Scenario.STOPPING_RANK, new TerminalStateStays()),
        new Ablation(Hunk.ABSENT_RANK_RESTARTS, Scenario.RANK_GONE, new AwaitedClientReconnects()),
        new Ablation(Hunk.NEW_MAP_PAST_WINDOW, Scenario.SMOKE, new ReconnectNotTooLate()),
        new Ablation(Hunk.HANDLE_UNDER_BOTH, Scenario.CLOSE_AT_UMOUNT, new BugOn()),
        new Ablation(Hunk.OPEN_WHEN_AWAITED, Scenario.CLOSE_AT_UMOUNT, new StateTransitions()),
        new Ablation(Hunk.RESET_ASKS, Scenario.SMOKE, new TerminalStateStays()),
        new Ablation(Hunk.REPLY_CHECKS_STATE, Scenario.STOPPING_FORWARDS, new RefcountZeroClosed()),
        new Ablation(Hunk.LOST_OPEN_DROPS, Scenario.LOSS.with(ONE_FAILURE), new StuckRequest()),
        new Ablation(
            Hunk.OPENING_AFTER_ALLOCATION,
            Scenario.PEER_RESET.with(ONE_FAILURE),
            new StrandedOpening()),
        new Ablation(Hunk.RECONNECT_SKIPS_NEW, Scenario.REJECT, new StateTransitions()),
        new Ablation(Hunk.HUNG_UNDER_S_MUTEX, Scenario.RENEW_UMOUNT, new StateTransitions()),
        new Ablation(Hunk.OWN_REQUESTS, Scenario.RETRY, new SentOncePerSession()),
        new Ablation(Hunk.CLOSE_AFTER_RESET, Scenario.RETRY, new NextOpenStartsAfresh()),
        new Ablation(Hunk.RESET_NEVER_FAILS, Scenario.FORWARD, new NextOpenStartsAfresh()),
        new Ablation(Hunk.TARGET_PUTS, Scenario.LAGGY_MDS, new ReferencesCounted()),
        new Ablation(Hunk.RECOVER_PARKS, Scenario.FORCE_RECONNECT, new StuckRequest()),
        new Ablation(
            Hunk.UMOUNT_DROPS,
            Scenario.SNAP_TRACE.with(new Bounds(1, 2, 2, 0, 0, 0, 1)),
            new StuckRequest()),
        new Ablation(Hunk.FORWARD_CHECKS_SESSION, Scenario.STOPPING_FORWARDS, new BugOn()),
        new Ablation(Hunk.EXPORT_RECHECK, Scenario.CAP_EXPORT_RESET, new UnregisteredStaysUnused()),
        new Ablation(Hunk.MAP_MUTEX, Scenario.MAP_FREED, new MapUseAfterFree()),
        new Ablation(Hunk.MAP_MUTEX, Scenario.MAP_RENEW, new MapUseAfterFree()),
        new Ablation(Hunk.MAP_MUTEX, Scenario.ACCESS_CHECK, new CapAuthsUseAfterFree()),
        new Ablation(Hunk.MAP_REFERENCE, Scenario.MDS_MAP, new MapUseAfterFree()),
        new Ablation(Hunk.INO_EPOCH, Scenario.ASYNC_CREATES, new NoOutdatedInoInSet()),
        new Ablation(Hunk.SETTLE_FAILED_CREATE, Scenario.CREATE_REFUSED, new AsyncCreateSettles()),
        new Ablation(
            Hunk.SETTLE_FAILED_CREATE,
            Scenario.ASYNC_RESET.with(new Bounds(1, 2, 1, 0, 0, 1, 0)),
            new AsyncCreateSettles()));
  }

  /** The other scenarios are in gate.yaml, as far as they end within seconds. */
  static List<Scenario> small() {
    return List.of(
        Scenario.RETRY,
        Scenario.FORWARD,
        Scenario.FORCE_RECONNECT,
        Scenario.CAPS_UMOUNT,
        Scenario.SYNC_RESTART,
        Scenario.LOSS.with(ONE_FAILURE),
        Scenario.REJECT.with(ONE_FAILURE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("small")
  void nothingFailsInTheRepairedTree(Scenario scenario) throws InterruptedException {
    CheckResult result = run(Variant.REPAIRED, scenario, SearchOptions.defaults());
    assertTrue(result.properties().size() > 20);
    assertEquals(
        List.of(),
        result.properties().stream()
            .filter(p -> p.verdict() == Verdict.VIOLATED)
            .map(PropertyResult::name)
            .toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ablations")
  void somethingFailsWithoutTheChange(Ablation ablation) throws InterruptedException {
    String name = ablation.property().name();
    SearchOptions options =
        SearchOptions.defaults().withStopAtFirstViolation(true).withProperties(Set.of(name));
    CheckResult result =
        run(Variant.REPAIRED.without(ablation.hunk()), ablation.scenario(), options);
    assertEquals(Verdict.VIOLATED, result.property(name).orElseThrow().verdict());
  }

  @ParameterizedTest
  @CsvSource({"true, HOLDS", "false, VIOLATED"})
  void nobodyWaitsOnAnOpenSessionWhereTheStateIsReadOnce(boolean readsOnce, Verdict verdict)
      throws InterruptedException {
    Set<Assumption> loadsApart = EnumSet.complementOf(EnumSet.of(Assumption.LOADS_ARE_MERGED));
    Scenario scenario = Scenario.RENEW.with(new Bounds(1, 1, 2, 0, 0, 0, 0));
    String name = new WaitersAreWoken().name();
    SearchOptions options =
        SearchOptions.defaults().withStopAtFirstViolation(true).withProperties(Set.of(name));
    Variant variant = readsOnce ? Variant.REPAIRED : Variant.REPAIRED.without(Hunk.STATE_READ_ONCE);
    CheckResult result = run(CephModel.of(variant, scenario, loadsApart), options);
    assertEquals(verdict, result.property(name).orElseThrow().verdict());
  }

  private static CheckResult run(Variant variant, Scenario scenario, SearchOptions options)
      throws InterruptedException {
    return run(CephModel.of(variant, scenario), options);
  }

  private static CheckResult run(CephModel model, SearchOptions options)
      throws InterruptedException {
    CheckResult result =
        new Search(CompiledSystem.of(model.spec(Catalogue.of(model))), options.withSymmetry(true))
            .run(ProgressListener.NONE);
    if (result.error() != null) throw new AssertionError(result.error().message());
    return result;
  }
}
