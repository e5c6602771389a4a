package org.mdscheck.checker.symmetry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * States are equal up to permuting the ids of each symmetric scalarset: the product of the full
 * groups (Ip and Dill, Better Verification Through Symmetry, FMSD 9, 1996). Built from the layout
 * alone.
 */
public final class ScalarsetSymmetry implements Symmetry {
  /** The largest group. */
  public static final int MAX_PERMUTATIONS = 5040;

  private final StateLayout layout;
  private final List<Scalarset> sets;
  private final List<Permutation> permutations = new ArrayList<>();
  private final PermutedWord[][] programs; // by permutation, the identity left out

  /**
   * @throws IllegalArgumentException if the group is too large, or the layout is not closed under
   *     it
   */
  public ScalarsetSymmetry(StateLayout layout) {
    this.layout = layout;
    sets = layout.scalarsets().stream().filter(s -> s.symmetric() && s.size() > 1).toList();
    refuseTooMany();
    addPermutations(0, new HashMap<>());
    programs =
        permutations.stream()
            .filter(p -> !p.isIdentity())
            .map(p -> PermutedWord.programs(layout, p))
            .toArray(PermutedWord[][]::new);
  }

  @Override
  public Canonicaliser newCanonicaliser() {
    return new LeastVector(programs, layout.words());
  }

  @Override
  public int permutationCount() {
    return permutations.size();
  }

  @Override
  public Optional<String> refutation(TransitionSystem system, List<Property> properties) {
    return new SymmetryCertificate(system, properties, generators()).refutationNearStart();
  }

  @Override
  public Optional<String> refutation(
      TransitionSystem system, List<Property> properties, List<long[]> states) {
    return new SymmetryCertificate(system, properties, generators()).refutation(states);
  }

  @Override
  public String description() {
    if (sets.isEmpty()) return "none";
    return String.join(", ", sets.stream().map(s -> s.name() + " (" + s.size() + ")").toList());
  }

  /** All of them, the identity included. */
  List<Permutation> permutations() {
    return permutations;
  }

  /**
   * A few that generate all: for each scalarset the exchange of the first two ids, and the step
   * from each id to the next.
   */
  List<Permutation> generators() {
    final List<Permutation> result = new ArrayList<>();
    for (Scalarset set : sets) {
      final int[] exchange = IntStream.range(0, set.size()).toArray();
      exchange[0] = 1;
      exchange[1] = 0;
      result.add(new Permutation(layout, Map.of(set, exchange)));
      if (set.size() > 2) {
        final int[] cycle = IntStream.range(0, set.size()).map(i -> (i + 1) % set.size()).toArray();
        result.add(new Permutation(layout, Map.of(set, cycle)));
      }
    }
    return result;
  }

  private void refuseTooMany() {
    long count = 1;
    for (Scalarset set : sets) {
      for (int i = 2; i <= set.size() && count <= MAX_PERMUTATIONS; i++) count *= i;
    }
    if (count > MAX_PERMUTATIONS) {
      throw new IllegalArgumentException(
          "symmetry of "
              + description()
              + " means more than "
              + MAX_PERMUTATIONS
              + " permutations: make a scalarset smaller or asymmetric");
    }
  }

  private void addPermutations(int set, Map<Scalarset, int[]> images) {
    if (set == sets.size()) {
      permutations.add(new Permutation(layout, images));
      return;
    }
    final int size = sets.get(set).size();
    addImages(set, images, new int[size], 0, new boolean[size]);
  }

  private void addImages(
      int set, Map<Scalarset, int[]> images, int[] image, int from, boolean[] used) {
    if (from == image.length) {
      images.put(sets.get(set), image.clone());
      addPermutations(set + 1, images);
      return;
    }
    for (int to = 0; to < image.length; to++) {
      if (used[to]) continue;
      used[to] = true;
      image[from] = to;
      addImages(set, images, image, from + 1, used);
      used[to] = false;
    }
  }
}
