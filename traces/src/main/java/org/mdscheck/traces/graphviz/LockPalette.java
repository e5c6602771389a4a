package org.mdscheck.traces.graphviz;

import java.util.List;

/**
 * The colours of lock classes, the same in every picture that is given the same palette.
 *
 * <p>The colours are those of Okabe and Ito (Color Universal Design, 2008), told apart by people
 * with any kind of colour vision; red and blue are left to violations and messages. A ninth class
 * would share the colour of the first.
 *
 * @param lockClasses the names of the lock classes, in the order in which legends list them
 */
public record LockPalette(List<String> lockClasses) {
  private static final List<String> COLOURS =
      List.of(
          "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#B8A500", "#8C564B", "#7F7F7F", "#6A3D9A");

  public LockPalette {
    lockClasses = List.copyOf(lockClasses);
  }

  /**
   * Returns the colour of {@code lockClass} as Graphviz writes colours.
   *
   * @throws IllegalArgumentException if the palette does not list that class
   */
  String colour(String lockClass) {
    int index = lockClasses.indexOf(lockClass);
    if (index < 0) {
      throw new IllegalArgumentException(
          "lock class '" + lockClass + "' is not in the palette " + lockClasses + ": add it");
    }
    return COLOURS.get(index % COLOURS.size());
  }
}
