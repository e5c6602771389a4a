package org.mdscheck.checker.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mdscheck.checker.search.SearchFixture.check;
import static org.mdscheck.checker.search.SearchFixture.line;
import static org.mdscheck.checker.search.SearchFixture.nodes;
import static org.mdscheck.checker.search.SearchFixture.property;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.system.Property;

class RecoveryTest {
  @Test
  void holdsWhenTheGoalCanAlwaysBeReachedAgain() throws InterruptedException {
    final GraphSystem ring =
        line(50).edge(49, "again", 0).recovery("home", n -> n == 7, n -> n == 3);
    assertEquals(Verdict.HOLDS, property(check(ring), "home").verdict());
  }

  @Test
  void aTrapIsReportedAtItsShallowestStateWithItsSize() throws InterruptedException {
    // 0 -> 1 -> 0, and 1 -> 2 -> 3 -> 4 -> 2 for ever
    final GraphSystem graph =
        line(5).edge(1, "back", 0).edge(4, "loop", 2).recovery("home", n -> true, n -> n == 0);
    final PropertyResult result = property(check(graph), "home");
    assertEquals(Verdict.VIOLATED, result.verdict());
    assertArrayEquals(new int[] {0, 1, 2}, nodes(result.trace()));
    assertEquals(3, result.evidenceStates());
  }

  @Test
  void recoveryMayNotRelyOnFaults() throws InterruptedException {
    final GraphSystem graph = line(3).fault(2, "crash", 0).recovery("home", n -> true, n -> n == 0);
    final PropertyResult result = property(check(graph), "home");
    assertArrayEquals(new int[] {0, 1}, nodes(result.trace()));
    assertEquals(2, result.evidenceStates());
  }

  @Test
  void recoveryMayNotRelyOnWhatMayBeLeftUndone() throws InterruptedException {
    final GraphSystem graph = line(3).option(2, "call", 0).recovery("home", n -> true, n -> n == 0);
    final PropertyResult result = property(check(graph), "home");
    assertArrayEquals(new int[] {0, 1}, nodes(result.trace()));
    assertEquals(2, result.evidenceStates());
  }

  @Test
  void aStateBeyondTheBoundCountsAsRecovered() throws InterruptedException {
    final GraphSystem graph = line(9).bound(n -> n < 5).recovery("home", n -> true, n -> n == 0);
    assertEquals(Verdict.HOLDS, property(check(graph), "home").verdict());
  }

  @Test
  void aFatalCheckIsNoWayBack() throws InterruptedException {
    final GraphSystem graph =
        line(2)
            .failing(1, "boom", "BUG", true, 0)
            .property(new Property.Checked("BUG", ""))
            .recovery("home", n -> true, n -> n == 0);
    assertArrayEquals(new int[] {0, 1}, nodes(property(check(graph), "home").trace()));
  }

  @Test
  void isOpenWhenTheSearchWasNotExhausted() throws InterruptedException {
    final GraphSystem graph = line(9).recovery("home", n -> true, n -> n == 0);
    final CheckResult result = check(graph, SearchOptions.defaults().withDepthBound(3));
    assertEquals(Verdict.INCOMPLETE, property(result, "home").verdict());
  }

  @Test
  void aPremiseThatIsNeverTrueIsVacuous() throws InterruptedException {
    final GraphSystem graph = line(3).recovery("home", n -> n > 9, n -> n == 0);
    assertEquals(
        "vacuous: the premise of clause \"back\" was never true",
        property(check(graph), "home").note());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void agreesWithPlainBackwardReachability(long seed) throws InterruptedException {
    final Random random = new Random(seed);
    final int nodes = 400;
    final Plain plain = new Plain(nodes);
    final GraphSystem graph = new GraphSystem(nodes);
    for (int edge = 0; edge < 600; edge++) {
      final int from = random.nextInt(nodes);
      final int to = random.nextInt(nodes);
      final boolean fault = random.nextInt(4) == 0;
      if (fault) graph.fault(from, "fault", to);
      else graph.edge(from, "step", to);
      plain.edge(from, to, fault);
    }
    for (int modulus : new int[] {3, 20, 90}) {
      graph.recovery("mod " + modulus, n -> n % 2 == 0, n -> n % modulus == 1);
    }
    final CheckResult result = check(graph, SearchOptions.defaults().withWorkers(2));
    for (int modulus : new int[] {3, 20, 90}) {
      final List<Integer> stranded = plain.stranded(n -> n % 2 == 0, n -> n % modulus == 1);
      final PropertyResult found = property(result, "mod " + modulus);
      assertEquals(stranded.isEmpty(), found.verdict() != Verdict.VIOLATED, found.name());
      if (!stranded.isEmpty()) {
        final int expected = stranded.get(0);
        final int[] path = nodes(found.trace());
        assertEquals(expected, path[path.length - 1], found.name());
        assertEquals(
            plain.reachable(expected, false).cardinality(), found.evidenceStates(), found.name());
      }
    }
  }

  /** The definition, written down: sets of nodes, no cleverness. */
  private static final class Plain {
    private final List<List<Integer>> steps = new ArrayList<>();
    private final List<List<Integer>> all = new ArrayList<>();

    Plain(int nodes) {
      for (int i = 0; i < nodes; i++) {
        steps.add(new ArrayList<>());
        all.add(new ArrayList<>());
      }
    }

    void edge(int from, int to, boolean fault) {
      all.get(from).add(to);
      if (!fault) steps.get(from).add(to);
    }

    BitSet reachable(int start, boolean faultsToo) {
      final BitSet seen = new BitSet();
      for (int node : breadthFirst(start, faultsToo)) seen.set(node);
      return seen;
    }

    /**
     * Reachable nodes that have the premise and cannot reach the goal; the shallowest level only,
     * ascending.
     */
    List<Integer> stranded(IntPredicate premise, IntPredicate goal) {
      final int[] depth = depths();
      return breadthFirst(0, true).stream()
          .filter(n -> premise.test(n) && reachable(n, false).stream().noneMatch(goal))
          .sorted((a, b) -> depth[a] != depth[b] ? depth[a] - depth[b] : a - b)
          .toList();
    }

    private int[] depths() {
      final int[] depth = new int[all.size()];
      final BitSet seen = new BitSet();
      final Deque<Integer> queue = new ArrayDeque<>(List.of(0));
      seen.set(0);
      while (!queue.isEmpty()) {
        final int node = queue.remove();
        for (int next : all.get(node)) {
          if (seen.get(next)) continue;
          seen.set(next);
          depth[next] = depth[node] + 1;
          queue.add(next);
        }
      }
      return depth;
    }

    private List<Integer> breadthFirst(int start, boolean faultsToo) {
      final List<Integer> order = new ArrayList<>(List.of(start));
      final BitSet seen = new BitSet();
      seen.set(start);
      for (int i = 0; i < order.size(); i++) {
        for (int next : (faultsToo ? all : steps).get(order.get(i))) {
          if (seen.get(next)) continue;
          seen.set(next);
          order.add(next);
        }
      }
      return order;
    }
  }
}
