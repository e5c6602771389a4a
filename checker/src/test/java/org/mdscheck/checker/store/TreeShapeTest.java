package org.mdscheck.checker.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeShapeTest {
  private static List<long[]> random(int leaves, int count, int bound) {
    final Random random = new Random(leaves);
    return IntStream.range(0, count)
        .mapToObj(i -> random.longs(leaves, 0, bound).toArray())
        .toList();
  }

  private static Set<Integer> leavesBelow(TreeShape shape, int node) {
    if (node < shape.leaves()) return Set.of(node);
    final Set<Integer> below = new TreeSet<>(leavesBelow(shape, shape.left(node)));
    below.addAll(leavesBelow(shape, shape.right(node)));
    return below;
  }

  private static void assertIsTree(TreeShape shape, int leaves) {
    assertEquals(leaves, shape.leaves());
    assertEquals(2 * leaves - 2, shape.root());
    final List<Integer> children = new ArrayList<>();
    for (int node = leaves; node <= shape.root(); node++) {
      assertTrue(shape.left(node) < node && shape.right(node) < node, "children of " + node);
      children.add(shape.left(node));
      children.add(shape.right(node));
    }
    assertEquals(
        IntStream.range(0, shape.root()).boxed().toList(), children.stream().sorted().toList());
  }

  @ParameterizedTest(name = "{0} leaves")
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 12, 40})
  void everyLeafAndEveryNodeButTheRootHasAParent(int leaves) {
    assertIsTree(TreeShape.balanced(leaves), leaves);
    assertIsTree(TreeShape.of(random(leaves, 50, 3)), leaves);
  }

  /** Words 0 and 3 are equal, and so are 1 and 4, and 2 and 5: three pairs that take no more. */
  @Test
  void pairsWhatGoesTogether() {
    final List<long[]> states =
        random(3, 3000, 30).stream()
            .map(s -> new long[] {s[0], s[1], s[2], s[0], s[1], s[2]})
            .toList();
    final TreeShape shape = TreeShape.of(states);
    final Set<Set<Integer>> groups =
        IntStream.range(6, shape.root())
            .mapToObj(node -> leavesBelow(shape, node))
            .collect(Collectors.toSet());
    assertTrue(
        groups.containsAll(Set.of(Set.of(0, 3), Set.of(1, 4), Set.of(2, 5))), groups.toString());
    assertTrue(shape.cost(states) < TreeShape.balanced(6).cost(states));
  }

  @Test
  void theCostIsAboutTheNumberOfValuesOfAllDictionaries() {
    final List<long[]> states = random(5, 2000, 4);
    final TreeShape shape = TreeShape.of(states);
    final StateTree tree = new StateTree(5, shape, new MemoryBudget(Filling.PLENTY));
    final TreeKeys keys = new TreeKeys(tree);
    for (long[] state : states) keys.keyOf(state);
    long values = 0;
    for (Dictionary dictionary : tree.dictionaries) values += dictionary.size();
    assertEquals(values, shape.cost(states), 0.05 * values);
  }

  /** A tenth of the states: without an estimate all four words together would seem the cheapest. */
  @Test
  void aSampleTellsTheShapeOfAll() {
    final Random random = new Random(4);
    final List<long[]> states =
        IntStream.range(0, 4000)
            .mapToObj(i -> new long[] {random.nextInt(200), random.nextInt(200), i % 5, i % 7})
            .toList();
    final TreeShape shape = TreeShape.of(states);
    final Set<Integer> half = leavesBelow(shape, shape.left(shape.root()));
    assertTrue(half.contains(0) != half.contains(1), "left of the root: " + half);
  }
}
