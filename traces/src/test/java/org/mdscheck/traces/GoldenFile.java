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

  /**
   * Compares a text with the file, but for ids of traces: they change whenever the language does.
   * {@code mvn test -DargLine=-Dgolden.update=true} writes the files instead; read what it changed.
   */
  static void assertSame(String fileName, String actual) {
    final Path file = FOLDER.resolve(fileName);
    try {
      if (Boolean.getBoolean("golden.update"))
        Files.writeString(file, actual, StandardCharsets.UTF_8);
      assertEquals(withoutIds(Files.readString(file)), withoutIds(actual), file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text with dots for the ids of traces and the hashes of models. */
  static String withoutIds(String text) {
    return text.replaceAll("(trace |\"id\": \")[0-9a-f]{8}\\b", "$1........")
        .replaceAll("(\"hash\": \")[0-9a-f]{16}", "$1........");
  }
}
