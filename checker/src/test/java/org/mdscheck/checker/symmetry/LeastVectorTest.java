package org.mdscheck.checker.symmetry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;

class LeastVectorTest {
  private static long[] randomState(StateLayout layout, Random random) {
    final int[] codes =
        layout.slots().stream().mapToInt(s -> random.nextInt((int) s.domain().size())).toArray();
    final long[] state = new long[layout.words()];
    layout.encode(codes, state);
    return state;
  }

  @ParameterizedTest(name = "{0} clients")
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void isTheLeastOfAllPermutedStates(int clients) {
    final StateLayout layout = new Clients(clients, Clients.Privilege.NONE).layout();
    final ScalarsetSymmetry symmetry = new ScalarsetSymmetry(layout);
    final Canonicaliser canonicaliser = symmetry.newCanonicaliser();
    final Random random = new Random(17);
    final long[] image = new long[layout.words()];
    for (int i = 0; i < 300; i++) {
      final long[] state = randomState(layout, random);
      long[] least = state;
      for (Permutation permutation : symmetry.permutations()) {
        permutation.apply(state, image);
        if (Arrays.compareUnsigned(image, least) < 0) least = image.clone();
      }
      assertArrayEquals(least, canonicaliser.representative(state));
    }
  }

  @Test
  void isTheSameForTheWholeOrbit() {
    final StateLayout layout = new Clients(4, Clients.Privilege.NONE).layout();
    final ScalarsetSymmetry symmetry = new ScalarsetSymmetry(layout);
    assertEquals(24, symmetry.permutationCount());
    final Canonicaliser canonicaliser = symmetry.newCanonicaliser();
    final Random random = new Random(4);
    final long[] image = new long[layout.words()];
    for (int i = 0; i < 300; i++) {
      final long[] state = randomState(layout, random);
      final long[] representative = canonicaliser.representative(state).clone();
      for (Permutation permutation : symmetry.permutations()) {
        permutation.apply(state, image);
        assertArrayEquals(representative, canonicaliser.representative(image));
      }
    }
  }

  @Test
  void severalScalarsetsArePermutedIndependentlyAndAsymmetricOnesNot() {
    final Scalarset thread = new Scalarset("thread", 3, true);
    final Scalarset rank = new Scalarset("rank", 2, true);
    final Scalarset fixed = new Scalarset("fixed", 4, false);
    final List<Slot> slots =
        List.of(
            new Slot(0, "t", new Domain.Id(thread, false), "t", List.of(), Slot.Kind.SHARED, -1),
            new Slot(1, "r", new Domain.Id(rank, true), "r", List.of(), Slot.Kind.SHARED, -1),
            new Slot(2, "f", new Domain.Id(fixed, false), "f", List.of(), Slot.Kind.SHARED, -1));
    final StateLayout layout = new StateLayout(slots, List.of(thread, rank, fixed), List.of());
    final ScalarsetSymmetry symmetry = new ScalarsetSymmetry(layout);
    assertEquals(12, symmetry.permutationCount());
    final long[] state = new long[1];
    layout.encode(new int[] {2, 2, 3}, state);
    final int[] codes = new int[3];
    layout.decode(symmetry.newCanonicaliser().representative(state), codes);
    assertArrayEquals(new int[] {0, 1, 3}, codes);
  }

  @Test
  void refusesAGroupThatIsTooLarge() {
    final StateLayout layout =
        new StateLayout(List.of(), List.of(new Scalarset("thread", 8, true)), List.of());
    final var refusal =
        assertThrows(IllegalArgumentException.class, () -> new ScalarsetSymmetry(layout));
    assertTrue(refusal.getMessage().contains("thread (8)"), refusal.getMessage());
  }

  @Test
  void refusesAVariableWithoutCounterpart() {
    final Scalarset thread = new Scalarset("thread", 2, true);
    final Slot lonely =
        new Slot(
            0,
            "x[thread0]",
            new Domain.Bool(),
            "x",
            List.of(new Slot.Coordinate(thread, 0)),
            Slot.Kind.SHARED,
            -1);
    final StateLayout layout = new StateLayout(List.of(lonely), List.of(thread), List.of());
    final var refusal =
        assertThrows(IllegalArgumentException.class, () -> new ScalarsetSymmetry(layout));
    assertTrue(
        refusal.getMessage().startsWith("variable x[thread0] has no counterpart"),
        refusal.getMessage());
  }
}
