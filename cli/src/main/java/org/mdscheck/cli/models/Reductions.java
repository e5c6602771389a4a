package org.mdscheck.cli.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mdscheck.checker.compile.Pass;
import org.mdscheck.checker.compile.Passes;
import org.mdscheck.cli.exit.Failure;

/**
 * What makes a search smaller beside symmetry: passes over the model, and leaving out orders of
 * steps.
 *
 * @param passes over the model
 * @param isPartialOrder whether to leave out steps whose order does not matter
 */
public record Reductions(Set<Pass> passes, boolean isPartialOrder) {
  private static final String PARTIAL_ORDER = "partial-order";
  private static final String ALL = "all";
  private static final String NONE = "none";

  public Reductions {
    passes = Set.copyOf(passes);
  }

  /** The model as it was written. */
  public static Reductions none() {
    return new Reductions(Set.of(), false);
  }

  /** The words for each, without those for all and none. */
  public static List<String> known() {
    return Stream.concat(Stream.of(Pass.values()).map(Pass::passName), Stream.of(PARTIAL_ORDER))
        .sorted()
        .toList();
  }

  /**
   * Those of some names, or all, or none.
   *
   * @throws Failure if a name is unknown, or stands beside {@code all} or {@code none}
   */
  public static Reductions named(Collection<String> names) {
    if (names.size() == 1 && names.contains(NONE)) return none();
    if (names.size() == 1 && names.contains(ALL)) return named(known());
    final EnumSet<Pass> passes = EnumSet.noneOf(Pass.class);
    for (String name : names) {
      if (name.equals(ALL) || name.equals(NONE))
        throw Failure.usage("reduction '" + name + "' goes with no other");
      Names.require("reduction", known(), name);
      if (!name.equals(PARTIAL_ORDER)) passes.add(Pass.named(name));
    }
    return new Reductions(passes, names.contains(PARTIAL_ORDER));
  }

  /**
   * Their names in the order in which they are applied, with commas; {@code none} if there are
   * none.
   */
  public String words() {
    final List<String> words = new ArrayList<>(new Passes(passes, Set.of()).names());
    if (isPartialOrder) words.add(PARTIAL_ORDER);
    return words.isEmpty() ? NONE : String.join(",", words);
  }
}
