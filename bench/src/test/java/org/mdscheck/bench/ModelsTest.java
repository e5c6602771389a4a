package org.mdscheck.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.result.Statistics;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.spec.Spec;

class ModelsTest {
  /** Counts by SPIN 6.5.2 ({@code -DNOREDUCE}) and TLC 2.18, which calls the first level 1. */
  @ParameterizedTest(name = "{0} threads, {1} restarts, {2} workers")
  @CsvSource({
    "2, 0, 1, 79557, 195556, 189",
    "2, 0, 2, 79557, 195556, 189",
    "2, 1, 2, 187854, 491931, 189"
  })
  void kernHasTheStatesThatItsPeersFind(
      int threads, int restarts, int workers, long distinct, long steps, int depth)
      throws InterruptedException {
    final Statistics found = search(Kern.spec(threads, restarts), workers, false);
    assertEquals(distinct, found.distinctStates());
    assertEquals(steps, found.steps().stream().mapToLong(Long::longValue).sum());
    assertEquals(depth, found.depth());
  }

  /** Counts by Rumur v2022.08.20-1 (exhaustive reduction) and TLC 2.18. */
  @ParameterizedTest(name = "{0} threads, {1} restarts")
  @CsvSource({"2, 0, 40044", "2, 1, 94512"})
  void kernHasTheOrbitsThatItsPeersFind(int threads, int restarts, long orbits)
      throws InterruptedException {
    assertEquals(orbits, search(Kern.spec(threads, restarts), 2, true).distinctStates());
  }

  @ParameterizedTest(name = "{0} seats")
  @ValueSource(ints = {2, 3, 5, 9})
  void philosophersReachAllButOneAssignmentOfForks(int seats) throws InterruptedException {
    assertEquals(
        Math.round(Math.pow(3, seats)) - 1,
        search(Philosophers.spec(seats), 2, false).distinctStates());
  }

  /** Counts by SPIN 6.5.2 ({@code -DNOREDUCE}), TLC 2.18 and Rumur v2022.08.20-1. */
  @ParameterizedTest(name = "{0} clients, an inbox of {1}, {2} values")
  @CsvSource({"3, 3, 2, 3560, 12156", "4, 4, 2, 55582, 226808"})
  void leaseHasTheStatesThatItsPeersFind(
      int clients, int inbox, int values, long distinct, long steps) throws InterruptedException {
    final Statistics found = search(Lease.spec(clients, inbox, values), 2, false);
    assertEquals(distinct, found.distinctStates());
    assertEquals(steps, found.steps().stream().mapToLong(Long::longValue).sum());
  }

  /** Counts by Rumur v2022.08.20-1 (exhaustive reduction). */
  @ParameterizedTest(name = "{0} clients, an inbox of {1}, {2} values")
  @CsvSource({"3, 3, 2, 614", "4, 2, 2, 1364"})
  void leaseHasTheOrbitsThatItsPeersFind(int clients, int inbox, int values, long orbits)
      throws InterruptedException {
    assertEquals(orbits, search(Lease.spec(clients, inbox, values), 2, true).distinctStates());
  }

  @Test
  void refusesAModelThatIsNotThere() {
    final var refused =
        assertThrows(IllegalArgumentException.class, () -> Measurement.spec("kern", 3));
    assertEquals(
        "no model kern with 1 parameters: there are kern THREADS RESTARTS, phil SEATS and lease"
            + " CLIENTS INBOX VALUES",
        refused.getMessage());
  }

  private static Statistics search(Spec spec, int workers, boolean symmetric)
      throws InterruptedException {
    return Measurement.measure(
            CompiledSystem.of(spec),
            SearchOptions.defaults().withWorkers(workers).withSymmetry(symmetric),
            new Samples())
        .statistics();
  }
}
