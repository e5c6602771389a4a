package org.mdscheck.traces.graphviz;

import java.nio.file.Path;
import java.util.Locale;

/** What a picture file holds, told by the extension of its name. */
enum PictureFormat {
  DOT,
  SVG,
  PNG;

  /**
   * Returns the format that the extension of {@code file} names, in any case of letters.
   *
   * @throws IllegalArgumentException if it names none of them
   */
  static PictureFormat of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (PictureFormat format : values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "cannot tell the format of picture '" + file + "': let its name end in .dot, .svg or .png");
  }
}
