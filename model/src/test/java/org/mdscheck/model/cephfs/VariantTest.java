package org.mdscheck.model.cephfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VariantTest {
  /** Small bounds, and everything takes part. */
  private static final Scenario EVERYTHING =
      new Scenario(
          "everything", "for this test", new Bounds(1, 1, 1, 1, 0, 1, 1), Set.of(Context.values()));

  /** And no rank stops: one that is away has failed. */
  private static final Scenario STEADY =
      new Scenario(
          "steady",
          "for this test",
          EVERYTHING.bounds(),
          EnumSet.complementOf(EnumSet.of(Context.STOPPING)));

  static Stream<Hunk> behaviouralHunksOfV3() {
    return Arrays.stream(Hunk.values()).filter(h -> h.behavioural() && Variant.V3.has(h));
  }

  static Stream<Hunk> otherHunks() {
    return Arrays.stream(Hunk.values()).filter(h -> !h.behavioural());
  }

  @Test
  void shipsTheTreesAndEachHunkTakenOutOrPutOnAlone() {
    List<String> names = Variant.shipped().stream().map(Variant::name).toList();
    assertEquals(List.of("base", "v3", "merged"), names.subList(0, 3));
    assertTrue(names.containsAll(Variant.trees().stream().map(Variant::name).toList()));
    assertTrue(names.contains("base+xa-destroy-under-s-mutex"), names::toString);
    behaviouralHunksOfV3().forEach(hunk -> assertNamesBoth(hunk, names));
    assertEquals(names.size(), new HashSet<>(names).size());
  }

  private static void assertNamesBoth(Hunk hunk, List<String> names) {
    assertTrue(names.contains(Variant.V3.without(hunk).name()), hunk::name);
    assertTrue(names.contains(Variant.BASE.with(hunk).name()), hunk::name);
  }

  @Test
  void shipsThePartsOfTheResetTakenOutAlone() {
    for (Hunk part :
        List.of(Hunk.RESET_GATE, Hunk.RESET_DRAIN, Hunk.RESET_CLOSE, Hunk.RESET_SHUTDOWN)) {
      Variant without = Variant.named("series-without-" + word(part)).orElseThrow();
      assertNotEquals(programs(Variant.SERIES), programs(without), part::name);
      assertEquals(programs(Variant.MERGED), programs(Variant.MERGED.with(part)), part::name);
    }
    assertNotEquals(programs(Variant.MERGED), programs(Variant.MERGED.with(Hunk.RESET_WORK)));
  }

  private static String word(Hunk hunk) {
    return hunk.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Test
  void findsAVariantByItsName() {
    for (Variant variant : Variant.shipped()) {
      assertEquals(variant, Variant.named(variant.name()).orElseThrow());
    }
    assertTrue(Variant.named("v2").isEmpty());
  }

  @Test
  void theTreeThatTheThirdVersionWasPostedOnForgetsTheFlag() {
    assertTrue(Variant.BASE.has(Hunk.CLEAR_CAP_RECONNECT));
    assertFalse(Variant.V3.has(Hunk.CLEAR_CAP_RECONNECT));
    assertTrue(Variant.MERGED.has(Hunk.CLEAR_CAP_RECONNECT));
  }

  @ParameterizedTest
  @MethodSource("behaviouralHunksOfV3")
  void takingOutABehaviouralHunkChangesTheModel(Hunk hunk) {
    assertNotEquals(programs(Variant.V3), programs(Variant.V3.without(hunk)));
  }

  @ParameterizedTest
  @MethodSource("behaviouralHunksOfV3")
  void puttingABehaviouralHunkOnChangesTheModel(Hunk hunk) {
    assertNotEquals(programs(Variant.BASE), programs(Variant.BASE.with(hunk)));
  }

  @ParameterizedTest
  @MethodSource("org.mdscheck.model.cephfs.Variant#repairs")
  void takingOutARepairChangesTheModel(Hunk hunk) {
    Variant without = Variant.REPAIRED.without(hunk);
    assertNotEquals(
        programs(Variant.REPAIRED) + programs(Variant.REPAIRED, STEADY),
        programs(without) + programs(without, STEADY));
  }

  @Test
  void findsTheRepairWithoutEachOfItsChanges() {
    assertEquals(
        Variant.REPAIRED.without(Hunk.DROP_LATE),
        Variant.named("repaired-without-drop-late").orElseThrow());
    assertEquals(Variant.repairs().size(), Variant.ablations().size());
  }

  @ParameterizedTest
  @MethodSource("otherHunks")
  void takingOutAnyOtherHunkDoesNot(Hunk hunk) {
    assertEquals(programs(Variant.V3), programs(Variant.V3.without(hunk)));
  }

  @ParameterizedTest
  @EnumSource(Mutant.class)
  void aMutantChangesTheModel(Mutant mutant) {
    assertNotEquals(programs(Variant.SERIES), programs(Variant.SERIES.with(mutant)));
  }

  private static String programs(Variant variant) {
    return programs(variant, EVERYTHING);
  }

  /** With each load of {@code s_state} apart, or to read it once would change nothing. */
  private static String programs(Variant variant, Scenario scenario) {
    Set<Assumption> assumptions = EnumSet.complementOf(EnumSet.of(Assumption.LOADS_ARE_MERGED));
    return CephModel.of(variant, scenario, assumptions).spec().processes().toString();
  }
}
