package org.mdscheck.model.cephfs;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.spec.Property;

class ScenarioTest {
  static List<Scenario> shipped() {
    return Scenario.shipped();
  }

  static List<Variant> variants() {
    return Variant.shipped();
  }

  static List<Scenario> small() {
    return List.of(Scenario.SYNC_FLUSH, Scenario.CLOSE_AT_UMOUNT, Scenario.SIGNAL);
  }

  @Test
  void theDefaultIsTheReconnect() {
    assertEquals("reconnect", Scenario.shipped().get(0).name());
  }

  @Test
  void findsAScenarioByItsName() {
    Set<String> names = new HashSet<>();
    for (Scenario scenario : Scenario.shipped()) {
      assertTrue(names.add(scenario.name()));
      assertEquals(scenario, Scenario.named(scenario.name()).orElseThrow());
    }
    assertTrue(Scenario.named("no-such-scenario").isEmpty());
  }

  @Test
  void everyContextTakesPartInOneThatCanBeExhausted() {
    Set<Context> missing = EnumSet.allOf(Context.class);
    for (Scenario scenario : Scenario.shipped()) {
      if (scenario != Scenario.FULL) missing.removeAll(scenario.contexts());
    }
    assertEquals(Set.of(), missing);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void canBeElaborated(Scenario scenario) {
    InterpretedSystem system = InterpretedSystem.of(CephModel.of(Variant.V3, scenario).spec());
    assertTrue(system.actions().size() > 400);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void canBeElaboratedForEachVariant(Variant variant) {
    InterpretedSystem system = InterpretedSystem.of(CephModel.of(variant, Scenario.SMOKE).spec());
    assertTrue(system.actions().size() > 300);
  }

  @ParameterizedTest
  @MethodSource("small")
  void reachesItsCovers(Scenario scenario) throws InterruptedException {
    CephModel model = CephModel.of(Variant.V3, scenario);
    Set<String> covers = model.spec().properties().stream().map(Property::name).collect(toSet());
    CheckResult result = Checking.check(Checking.system(model));
    assertTrue(covers.size() > 5);
    assertEquals(
        List.of(),
        result.properties().stream()
            .filter(p -> covers.contains(p.name()) && p.verdict() != Verdict.HOLDS)
            .map(PropertyResult::name)
            .toList());
  }
}
