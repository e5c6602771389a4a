package org.mdscheck.checker.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;

/**
 * A layout of a few variables that symmetry permutes in all the ways there are: plain ones and
 * those of ids, of pairs of ids of one scalarset or two, with numbers, ids, sets and owners in
 * them, of interchangeable ids and of others. What has many slots has few values, so that states
 * have many ids alike.
 */
final class RandomLayout {
  private final Random random;
  private final List<Scalarset> scalarsets = new ArrayList<>();
  private final List<StateLayout.Process> processes = new ArrayList<>();
  private final List<Slot> slots = new ArrayList<>();

  private RandomLayout(Random random) {
    this.random = random;
  }

  static StateLayout of(Random random) {
    return new RandomLayout(random).layout();
  }

  /** A state in which most slots have their first value or, quite as likely, one out of all. */
  static long[] state(StateLayout layout, Random random) {
    final int varied = random.nextInt(4);
    final int[] codes =
        layout.slots().stream()
            .mapToInt(s -> random.nextInt(4) > varied ? 0 : random.nextInt((int) s.domain().size()))
            .toArray();
    final long[] state = new long[layout.words()];
    layout.encode(codes, state);
    return state;
  }

  private StateLayout layout() {
    scalarsets.add(new Scalarset("fixed", 2, false));
    scalarsets.add(new Scalarset("a", 1 + random.nextInt(5), true));
    if (random.nextBoolean()) scalarsets.add(new Scalarset("b", 2 + random.nextInt(2), true));
    for (int family = 0; family < 2; family++) {
      final Scalarset of = anyScalarset();
      for (int id = 0; id < of.size(); id++) {
        processes.add(
            new StateLayout.Process(
                "p" + family + of.name() + id, "p" + family, new Slot.Coordinate(of, id)));
      }
    }
    processes.add(new StateLayout.Process("alone", "alone", null));
    final int families = 1 + random.nextInt(6);
    for (int family = 0; family < families; family++) addFamily("v" + family);
    return new StateLayout(slots, scalarsets, processes);
  }

  private Scalarset anyScalarset() {
    return scalarsets.get(random.nextInt(scalarsets.size()));
  }

  private void addFamily(String family) {
    final Domain domain = domain();
    List<List<Slot.Coordinate>> places = List.of(List.of());
    for (int indexes = random.nextInt(3); indexes > 0; indexes--) {
      final Scalarset index = anyScalarset();
      places =
          places.stream()
              .flatMap(
                  outer ->
                      IntStream.range(0, index.size())
                          .mapToObj(id -> joined(outer, new Slot.Coordinate(index, id))))
              .toList();
    }
    for (List<Slot.Coordinate> place : places) {
      slots.add(
          new Slot(slots.size(), family + place, domain, family, place, Slot.Kind.SHARED, -1));
    }
  }

  private static List<Slot.Coordinate> joined(List<Slot.Coordinate> outer, Slot.Coordinate inner) {
    final List<Slot.Coordinate> result = new ArrayList<>(outer);
    result.add(inner);
    return result;
  }

  private Domain domain() {
    return switch (random.nextInt(6)) {
      case 0 -> new Domain.Bool();
      case 1 -> new Domain.Range(-1, random.nextInt(1 << random.nextInt(20)));
      case 2 -> new Domain.Id(anyScalarset(), true);
      case 3 -> new Domain.Id(anyScalarset(), false);
      case 4 -> new Domain.SetOf(anyScalarset());
      default -> new Domain.Owner(processes.stream().map(StateLayout.Process::name).toList());
    };
  }
}
