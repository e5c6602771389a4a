package org.mdscheck.cli.models;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mdscheck.cli.exit.Failure;

/** Looks names up, and helps who mistyped one. */
public final class Names {
  private final ModelLibrary library;

  public Names(ModelLibrary library) {
    this.library = library;
  }

  /**
   * Returns {@code name} if the library lists it under {@code topic}.
   *
   * @throws Failure if it does not; the message gives the nearest name and all of them
   */
  public String require(Topic topic, String name) {
    return require(topic.singular(), library.list(topic).stream().map(Entry::name).toList(), name);
  }

  /**
   * Returns {@code name} if it is a variant of the library, or one followed by {@code +} and a
   * mutant or hunk, any number of times.
   *
   * @throws Failure if it is not
   */
  public String requireVariant(String name) {
    final String[] parts = name.split("\\+", -1);
    require(Topic.VARIANTS, parts[0]);
    final List<String> changes =
        Stream.of(Topic.MUTANTS, Topic.HUNKS)
            .flatMap(topic -> library.list(topic).stream())
            .map(Entry::name)
            .toList();
    for (int i = 1; i < parts.length; i++) require("mutant or hunk", changes, parts[i]);
    return name;
  }

  /** The same for any list of names. */
  public static String require(String what, List<String> known, String name) {
    if (known.contains(name)) return name;
    final String help =
        nearest(known, name)
            .map(near -> "did you mean " + near + "? There are ")
            .orElse("there are ");
    throw Failure.usage("no " + what + " '" + name + "': " + help + String.join(", ", known));
  }

  /** The known name that is so near to {@code name} that it may be a slip; if there is one. */
  static Optional<String> nearest(List<String> known, String name) {
    return known.stream()
        .filter(candidate -> distance(candidate, name) <= Math.max(2, name.length() / 3))
        .min(Comparator.comparingInt(candidate -> distance(candidate, name)));
  }

  /** Number of letters to insert, delete or replace, in capital or small letters. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) row[j] = j;
    for (int i = 1; i <= from.length(); i++) {
      final int[] above = row;
      row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        final boolean equal =
            Character.toLowerCase(from.charAt(i - 1)) == Character.toLowerCase(to.charAt(j - 1));
        row[j] = Math.min(above[j - 1] + (equal ? 0 : 1), Math.min(above[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
