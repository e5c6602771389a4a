package org.mdscheck.invariants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.Bounds;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Scenario;
import org.mdscheck.model.cephfs.Variant;

class CatalogueTest {
  static List<SessionProperty> properties() {
    return Catalogue.all();
  }

  static List<Scenario> smallScenarios() {
    return List.of(
        Scenario.PEER_RESET.with(new Bounds(1, 2, 1, 0, 0, 1, 0)),
        Scenario.SYNC_FLUSH.with(new Bounds(1, 1, 1, 0, 0, 0, 0)));
  }

  @Test
  void namesAreTheClassesInKebabCase() {
    assertEquals("no-wait-cycle", new NoWaitCycle().name());
    assertEquals("bug-on", new BugOn().name());
  }

  @Test
  void findsEachPropertyByItsName() {
    for (SessionProperty property : Catalogue.all()) {
      SessionProperty found = Catalogue.named(property.name()).orElseThrow();
      assertEquals(property.getClass(), found.getClass());
    }
    assertTrue(Catalogue.named("no-such-property").isEmpty());
  }

  @ParameterizedTest
  @MethodSource("properties")
  void aModelGetsThePropertyUnderItsNameAndMeaning(SessionProperty property) {
    Scenario scenario =
        Scenario.shipped().stream().filter(property::appliesTo).findFirst().orElseThrow();
    Property built = property.on(CephModel.of(Variant.V3, scenario));
    assertEquals(property.name(), built.name());
    assertEquals(property.meaning(), built.meaning());
  }

  private static SessionProperty named(String name) {
    return Catalogue.named(name).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("smallScenarios")
  void whatAppliesIsNeverVacuousButForChecksInStepsNotTaken(Scenario scenario)
      throws InterruptedException {
    CephModel model = CephModel.of(Variant.V3, scenario);
    List<PropertyResult> results =
        new Search(
                CompiledSystem.of(model.spec(Catalogue.of(model))),
                SearchOptions.defaults().withSymmetry(true))
            .run(ProgressListener.NONE)
            .properties();
    assertEquals(
        List.of(),
        results.stream()
            .filter(r -> r.verdict() == Verdict.INCOMPLETE)
            .filter(r -> !(named(r.name()).on(model) instanceof Property.Checked))
            .map(r -> r.name() + ": " + r.note())
            .collect(Collectors.toList()));
  }
}
