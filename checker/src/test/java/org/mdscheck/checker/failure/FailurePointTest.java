package org.mdscheck.checker.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.compile.Pass;
import org.mdscheck.checker.compile.Passes;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.system.TransitionSystem;

/** The points of {@link Workshop}, read off its text, and what is left without them. */
class FailurePointTest {
  private static final String BREAKS = "work: the tool breaks";
  private static final String DROPS = "carry: the load is dropped";
  private static final String WINDOW = "work: mutex_unlock(&bench) .. mutex_lock(&bench)";

  private final TransitionSystem whole = CompiledSystem.of(Workshop.spec());
  private final List<FailurePoint> points = FailurePoint.of(whole, Set.of("carrier"));

  @Test
  void areTheFaultsOfThreadsAndTheStretchesFromAnUnlockToALock() {
    assertEquals(List.of(BREAKS, WINDOW), points.stream().map(FailurePoint::name).toList());
    assertEquals(List.of(false, true), points.stream().map(FailurePoint::isWindow).toList());
  }

  @Test
  void aProcessThatIsNoEnvironmentHasPointsToo() {
    List<String> names = FailurePoint.of(whole, Set.of()).stream().map(FailurePoint::name).toList();
    assertEquals(List.of(DROPS, BREAKS, WINDOW), names);
  }

  @Test
  void withAllOfThemEverythingCanHappen() {
    CheckResult result = check(List.of());
    assertEquals(Verdict.VIOLATED, verdict(result, Workshop.NEVER_BROKEN));
    assertEquals(Verdict.VIOLATED, verdict(result, Workshop.NOBODY_LOOKS_IN));
    assertEquals(Verdict.VIOLATED, verdict(result, Workshop.NEVER_DROPPED));
  }

  @Test
  void withoutAFaultItIsNotTaken() {
    CheckResult result = check(List.of(points.get(0)));
    assertEquals(Verdict.HOLDS, verdict(result, Workshop.NEVER_BROKEN));
    assertEquals(Verdict.VIOLATED, verdict(result, Workshop.NOBODY_LOOKS_IN));
  }

  @Test
  void throughAClosedWindowNobodyLooksIn() {
    CheckResult result = check(List.of(points.get(1)));
    assertEquals(Verdict.HOLDS, verdict(result, Workshop.NOBODY_LOOKS_IN));
    assertEquals(Verdict.VIOLATED, verdict(result, Workshop.NEVER_BROKEN));
  }

  @Test
  void whatTheEnvironmentDoesStays() {
    assertEquals(Verdict.VIOLATED, verdict(check(points), Workshop.NEVER_DROPPED));
  }

  /** Nobody could give the mutex back, if the thread in the window kept its owner out. */
  @Test
  void whoMustWaitInAClosedWindowLetsOthersOn() {
    TransitionSystem system = CompiledSystem.of(Workshop.withAnOwnerWhoWaitsForTheWindow());
    List<FailurePoint> windows = FailurePoint.of(system, Set.of());
    assertTrue(windows.stream().allMatch(FailurePoint::isWindow));
    assertFalse(windows.isEmpty());
    assertEquals(
        Verdict.HOLDS, verdict(check(new RestrictedSystem(system, windows)), Workshop.NEVER_STUCK));
  }

  @Test
  void aReducedSystemIsRefused() {
    TransitionSystem reduced =
        CompiledSystem.of(Workshop.spec(), new Passes(Set.of(Pass.values()), Set.of()));
    assertThrows(IllegalArgumentException.class, () -> new RestrictedSystem(reduced, List.of()));
  }

  private CheckResult check(List<FailurePoint> absent) {
    return check(new RestrictedSystem(whole, absent));
  }

  private static CheckResult check(TransitionSystem system) {
    try {
      return new Search(system, SearchOptions.defaults()).run(ProgressListener.NONE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Verdict verdict(CheckResult result, String property) {
    return result.property(property).orElseThrow().verdict();
  }
}
