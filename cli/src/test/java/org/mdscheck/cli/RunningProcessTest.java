package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own: what it gives to the shell, and how it takes a signal. */
@Timeout(120)
class RunningProcessTest {
  @TempDir private Path folder;

  private Process start(String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "org.mdscheck.cli.Main"));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).start();
  }

  @Test
  void handsTheExitCodeToTheShell() throws Exception {
    Process process = start("check", "no-such-variant");
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(151, process.waitFor());
    assertTrue(err.contains("no variant 'no-such-variant'"), err);
  }

  @Test
  void endsInOrderWhenASignalAsksForIt() throws Exception {
    Path gate = folder.resolve("gate.yaml");
    Files.writeString(gate, "checks:\n  - {variant: v3, scenario: full}\n");
    Process process = start("gate", gate.toString());
    try (BufferedReader err = process.errorReader()) {
      assertTrue(err.readLine().startsWith("gate 1/1: v3"), "the search begins");
      process.toHandle().destroy(); // Process.destroy() would close the streams.
      String complaint = "mdscheck: cancelled; " + gate + " is as it was";
      assertTrue(err.lines().anyMatch(complaint::equals));
    }
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(152, process.exitValue());
  }
}
