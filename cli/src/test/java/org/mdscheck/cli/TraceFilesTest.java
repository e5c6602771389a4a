package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFilesTest {
  @TempDir private Path folder;

  @Test
  void writesTheOnlyCounterexampleIntoTheFileNamed() throws IOException {
    Path file = folder.resolve("trace.txt");
    CommandRun run = CommandRun.of("check", "unsafe", "--out", "text:" + file);
    assertTrue(Files.readString(file).startsWith("below-limit is VIOLATED"));
    assertTrue(run.err().contains("wrote " + file + "\n"), run.err());
  }

  @Test
  void putsTheNameOfThePropertyBeforeTheExtensionWhenThereAreSeveral() {
    CommandRun.of("check", "stuck", "--out", "json:" + folder.resolve("trace.json"));
    assertTrue(Files.exists(folder.resolve("trace.can-reset.json")));
    assertTrue(Files.exists(folder.resolve("trace.never-stuck.json")));
    assertFalse(Files.exists(folder.resolve("trace.json")));
  }

  @Test
  void writesSeveralFormatsAtOnce() {
    String text = "text:" + folder.resolve("trace.txt");
    String json = "json:" + folder.resolve("trace.json");
    CommandRun.of("check", "unsafe", "--out", text, "--out", json);
    assertTrue(Files.exists(folder.resolve("trace.txt")));
    assertTrue(Files.exists(folder.resolve("trace.json")));
  }

  @Test
  void writesNothingWhenAllHolds() throws IOException {
    Path file = folder.resolve("trace.txt");
    CommandRun run = CommandRun.of("check", "good", "--out", "text:" + file);
    assertFalse(Files.exists(file));
    assertTrue(run.err().contains("no counterexample"), run.err());
    assertEquals(0, run.status());
  }

  @Test
  void refusesAPictureWithoutItsExtension() {
    CommandRun run = CommandRun.of("check", "unsafe", "--out", "svg:" + folder.resolve("a.xml"));
    assertEquals(151, run.status());
  }
}
