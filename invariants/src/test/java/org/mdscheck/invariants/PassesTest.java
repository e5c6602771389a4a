package org.mdscheck.invariants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.compile.Pass;
import org.mdscheck.checker.compile.Passes;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.TransitionSystem;
import org.mdscheck.model.cephfs.Bounds;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Scenario;
import org.mdscheck.model.cephfs.Variant;

/** Passes keep every verdict on the model, and which steps are taken. */
class PassesTest {
  private static final Bounds SMALL = new Bounds(1, 1, 1, 0, 0, 1, 0);

  static Stream<Arguments> models() {
    return Stream.of(Variant.V3, Variant.BASE)
        .flatMap(
            variant ->
                Stream.of(Scenario.PEER_RESET, Scenario.SYNC_FLUSH)
                    .map(scenario -> Arguments.of(variant, scenario.with(SMALL))));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("models")
  void keepVerdictsAndCounts(Variant variant, Scenario scenario) throws InterruptedException {
    CephModel model = CephModel.of(variant, scenario);
    Spec spec = model.spec(Catalogue.of(model));
    TransitionSystem plain = CompiledSystem.of(spec);
    CheckResult whole = check(plain);
    CheckResult found = check(CompiledSystem.of(spec, Passes.of(Pass.values())));
    assertEquals(verdicts(whole), verdicts(found));
    assertEquals(
        whole.statistics().sourcesNeverTaken(plain.actions()),
        found.statistics().sourcesNeverTaken(plain.actions()));
    assertEquals(whole.statistics().tallies(), found.statistics().tallies());
    assertTrue(found.statistics().distinctStates() < whole.statistics().distinctStates());
  }

  private static CheckResult check(TransitionSystem system) throws InterruptedException {
    return new Search(system, SearchOptions.defaults()).run(ProgressListener.NONE);
  }

  private static Map<String, Verdict> verdicts(CheckResult result) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    result.properties().forEach(p -> verdicts.put(p.name(), p.verdict()));
    return verdicts;
  }
}
