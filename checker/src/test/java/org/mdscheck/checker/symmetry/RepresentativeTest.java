package org.mdscheck.checker.symmetry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdscheck.checker.oracle.Orbits;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;

class RepresentativeTest {
  /** The one in use, and the one for large groups. */
  private static List<Canonicaliser> canonicalisers(StateLayout layout) {
    return List.of(new ScalarsetSymmetry(layout).newCanonicaliser(), sorting(layout));
  }

  private static Canonicaliser sorting(StateLayout layout) {
    return new SortedIds(new SortedIds.Tables(layout));
  }

  /** In its orbit, and the same for all of it: so two states share one only if they are of one. */
  private static void assertStandsForItsOrbit(
      Canonicaliser canonicaliser, Orbits orbits, long[] state) {
    final Set<LongBuffer> orbit = orbits.of(LongBuffer.wrap(state));
    final long[] representative = canonicaliser.representative(state).clone();
    assertTrue(orbit.contains(LongBuffer.wrap(representative)));
    for (LongBuffer other : orbit)
      assertArrayEquals(representative, canonicaliser.representative(other.array()));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void standsForItsOrbitInRandomLayouts(int seed) {
    final Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      final StateLayout layout = RandomLayout.of(random);
      final Orbits orbits = new Orbits(layout);
      for (Canonicaliser canonicaliser : canonicalisers(layout)) {
        for (int state = 0; state < 10; state++)
          assertStandsForItsOrbit(canonicaliser, orbits, RandomLayout.state(layout, random));
      }
    }
  }

  @ParameterizedTest(name = "{0} clients")
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void standsForItsOrbitAmongClients(int clients) {
    final StateLayout layout = new Clients(clients, Clients.Privilege.NONE).layout();
    final Orbits orbits = new Orbits(layout);
    final Random random = new Random(17);
    for (Canonicaliser canonicaliser : canonicalisers(layout)) {
      for (int i = 0; i < 50; i++)
        assertStandsForItsOrbit(canonicaliser, orbits, RandomLayout.state(layout, random));
    }
  }

  /** Trying all 479,001,600 orders of even one state would take minutes. */
  @Test
  @Timeout(60)
  void isTheSameForStatesOfTwelveClientsRenamed() {
    final Clients clients = new Clients(12, Clients.Privilege.NONE);
    final Canonicaliser canonicaliser = new ScalarsetSymmetry(clients.layout()).newCanonicaliser();
    final Random random = new Random(12);
    for (int i = 0; i < 200; i++) {
      final long[] state = RandomLayout.state(clients.layout(), random);
      final long[] representative = canonicaliser.representative(state).clone();
      final long[] renamed = clients.renamed(state, anyOrder(12, random));
      assertArrayEquals(representative, canonicaliser.representative(renamed));
    }
  }

  /** Each of twelve follows one other: what it refers to tells the distance to an end at most. */
  @ParameterizedTest(name = "rings of {0}")
  @ValueSource(ints = {2, 3, 4, 6, 12})
  @Timeout(60)
  void isTheSameForRingsOfTwelve(int ring) {
    final Scalarset id = new Scalarset("id", 12, true);
    final StateLayout layout = array(new Domain.Id(id, false), id);
    final Canonicaliser canonicaliser = sorting(layout);
    final Random random = new Random(ring);
    final Set<LongBuffer> representatives = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      final int[] order = anyOrder(12, random);
      final int[] next = new int[12];
      for (int at = 0; at < 12; at++) next[order[at]] = order[at / ring * ring + (at + 1) % ring];
      final long[] state = new long[layout.words()];
      layout.encode(next, state);
      representatives.add(LongBuffer.wrap(canonicaliser.representative(state).clone()));
    }
    assertEquals(1, representatives.size());
  }

  private static int[] anyOrder(int count, Random random) {
    final List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(order, random);
    return order.stream().mapToInt(Integer::intValue).toArray();
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
    final long[] state = new long[1];
    layout.encode(new int[] {2, 2, 3}, state);
    final int[] codes = new int[3];
    layout.decode(new ScalarsetSymmetry(layout).newCanonicaliser().representative(state), codes);
    assertArrayEquals(new int[] {0, 1, 3}, codes);
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

  /** OEIS A001372: maps of n things to themselves, the names of which do not matter. */
  @ParameterizedTest(name = "{0} ids: {1}")
  @CsvSource({"2, 3", "3, 7", "4, 19", "5, 47", "6, 130"})
  void mapsOfIdsToIds(int ids, int orbits) {
    final Scalarset id = new Scalarset("id", ids, true);
    assertEquals(orbits, representatives(array(new Domain.Id(id, false), id)));
  }

  /** OEIS A000595: relations between n things, the names of which do not matter. */
  @ParameterizedTest(name = "{0} ids: {1}")
  @CsvSource({"2, 10", "3, 104", "4, 3044"})
  void relationsAsArraysOfPairs(int ids, int orbits) {
    final Scalarset id = new Scalarset("id", ids, true);
    assertEquals(orbits, representatives(array(new Domain.Bool(), id, id)));
  }

  @ParameterizedTest(name = "{0} ids: {1}")
  @CsvSource({"2, 10", "3, 104", "4, 3044"})
  void relationsAsArraysOfSets(int ids, int orbits) {
    final Scalarset id = new Scalarset("id", ids, true);
    assertEquals(orbits, representatives(array(new Domain.SetOf(id), id)));
  }

  /** OEIS A002724: n by n matrices of bits, the order of rows and of columns does not matter. */
  @ParameterizedTest(name = "{0} and {0} ids: {1}")
  @CsvSource({"2, 7", "3, 36", "4, 317"})
  void arraysIndexedByTwoScalarsets(int ids, int orbits) {
    final Scalarset row = new Scalarset("row", ids, true);
    final Scalarset column = new Scalarset("column", ids, true);
    assertEquals(orbits, representatives(array(new Domain.Bool(), row, column)));
  }

  private static StateLayout array(Domain domain, Scalarset... indexes) {
    final List<Slot> slots = new ArrayList<>();
    final Scalarset last = indexes[indexes.length - 1];
    final int rows = indexes.length == 1 ? 1 : indexes[0].size();
    for (int i = 0; i < rows * last.size(); i++) {
      final List<Slot.Coordinate> at = new ArrayList<>();
      if (indexes.length > 1) at.add(new Slot.Coordinate(indexes[0], i / last.size()));
      at.add(new Slot.Coordinate(last, i % last.size()));
      slots.add(new Slot(i, "x" + i, domain, "x", at, Slot.Kind.SHARED, -1));
    }
    return new StateLayout(slots, Stream.of(indexes).distinct().toList(), List.of());
  }

  /** How many there are of all states. */
  private static int representatives(StateLayout layout) {
    final Canonicaliser canonicaliser = sorting(layout);
    final Set<LongBuffer> found = new HashSet<>();
    final int[] codes = new int[layout.slots().size()];
    final long[] state = new long[layout.words()];
    int slot = 0;
    while (slot < codes.length) {
      layout.encode(codes, state);
      found.add(LongBuffer.wrap(canonicaliser.representative(state).clone()));
      slot = 0;
      while (slot < codes.length && ++codes[slot] == layout.slots().get(slot).domain().size())
        codes[slot++] = 0;
    }
    return found.size();
  }
}
