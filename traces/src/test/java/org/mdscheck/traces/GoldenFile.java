package org.mdscheck.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that was read and found right, in {@code src/test/resources}. */
final class GoldenFile {
  private static final Path FOLDER = Path.of("src/test/resources/org/mdscheck/traces");

  private GoldenFile() {}

  /** Compares a text with the file; {@code -Dgolden.update=true} writes the file instead. */
  static void assertSame(String fileName, String actual) {
    final Path file = FOLDER.resolve(fileName);
    try {
      if (Boolean.getBoolean("golden.update"))
        Files.writeString(file, actual, StandardCharsets.UTF_8);
      assertEquals(Files.readString(file, StandardCharsets.UTF_8), actual, file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
