package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("trace.json");
  }

  private String record(String... check) {
    String[] args = new String[check.length + 2];
    System.arraycopy(check, 0, args, 0, check.length);
    args[check.length] = "--out";
    args[check.length + 1] = "json:" + file;
    return CommandRun.of(args).out();
  }

  private CommandRun replay(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "replay";
    args[1] = file.toString();
    System.arraycopy(options, 0, args, 2, options.length);
    return CommandRun.of(args);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "check stuck -p never-stuck, 11",
    "check unsafe --scenario wide --requests 2, 12",
    "check stranded, 13",
    "check asserting, 14",
    "check swapped-locks --assume reset-happens=off -p lock-order, 15",
    "check faulty, 75"
  })
  void confirmsWhatACheckHasWritten(String check, int status) {
    String report = record(check.split(" "));
    CommandRun run = replay();
    assertEquals(status, run.status(), run.err());
    assertTrue(run.firstLine().startsWith("CONFIRMED  trace "), run.out());
    String trace = run.out().substring(run.out().indexOf("\n\n") + 2).strip();
    assertTrue(report.contains(trace), run.out());
  }

  @Test
  void refusesARunThatWasChanged() throws IOException {
    record("check", "unsafe");
    String json = Files.readString(file);
    Files.writeString(file, json.replaceFirst("\"action\" ?: 2", "\"action\": 1"));
    CommandRun run = replay();
    assertEquals(150, run.status());
    assertEquals("", run.out());
  }

  @Test
  void refusesARunOfAnotherModel() throws IOException {
    record("check", "unsafe");
    Files.writeString(file, Files.readString(file).replace("\"unsafe\"", "\"good\""));
    CommandRun run = replay();
    assertEquals(17, run.status());
    assertTrue(run.err().contains("counter good"), run.err());
  }

  @Test
  void refusesARunOfAModelThatIsNotThere() throws IOException {
    record("check", "unsafe");
    Files.writeString(file, Files.readString(file).replace("\"unsafe\"", "\"unsave\""));
    CommandRun run = replay();
    assertEquals(17, run.status());
    assertTrue(run.err().contains("did you mean unsafe?"), run.err());
  }

  @Test
  void refusesWhatIsNoTrace() throws IOException {
    Files.writeString(file, "{}");
    assertEquals(150, replay().status());
    Files.writeString(file, "not JSON");
    assertEquals(150, replay().status());
    assertEquals(2, replay("--exit-code", "simple").status());
  }

  @Test
  void printsNothingWhenQuiet() {
    record("check", "unsafe");
    assertEquals(new CommandRun(12, "", ""), replay("-q"));
  }

  @Test
  void writesOtherFormats() throws IOException {
    record("check", "unsafe");
    Path text = folder.resolve("trace.txt");
    replay("--out", "text:" + text);
    assertTrue(Files.readString(text).startsWith("below-limit is VIOLATED"));
  }
}
