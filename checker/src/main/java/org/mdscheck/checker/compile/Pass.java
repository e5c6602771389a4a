package org.mdscheck.checker.compile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A way to make the graphs of a spec smaller before they are searched, without a change to what is
 * found out. Each can be switched by its name.
 */
public enum Pass {
  /** Drops what no selected property depends on; see {@code Cone}. */
  CONE,
  /** Joins a step that nobody sees to the one before it; see {@code MergedSteps}. */
  MERGED_STEPS,
  /** Resets locals when their values no longer matter; see {@code DeadLocals}. */
  DEAD_LOCALS;

  /** The word for it in options and results: {@code dead-locals}. */
  public String passName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The pass of a name.
   *
   * @throws IllegalArgumentException if there is none; the message says which there are
   */
  public static Pass named(String name) {
    for (Pass pass : values()) if (pass.passName().equals(name)) return pass;
    List<String> names = Arrays.stream(values()).map(Pass::passName).sorted().toList();
    throw new IllegalArgumentException(
        "no pass is called " + name + ": choose from " + String.join(", ", names));
  }
}
