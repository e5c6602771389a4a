package org.mdscheck.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.mdscheck.cli.models.ModelLibrary;

/**
 * What a command line did.
 *
 * @param status of the process
 * @param out what it printed
 * @param err what it complained
 */
record CommandRun(int status, String out, String err) {
  /** Runs a command line on the tiny models; no stream is a terminal. */
  static CommandRun of(String... args) {
    return with(new TinyLibrary(), new Interruption(), args);
  }

  static CommandRun with(ModelLibrary library, Interruption interruption, String... args) {
    return in(false, Map.of(), library, interruption, args);
  }

  /** Runs a command line where both streams are terminals. */
  static CommandRun onTerminal(Map<String, String> variables, String... args) {
    return in(true, variables, new TinyLibrary(), new Interruption(), args);
  }

  private static CommandRun in(
      boolean isTerminal,
      Map<String, String> variables,
      ModelLibrary library,
      Interruption interruption,
      String... args) {
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final World world =
        new World(
            new PrintWriter(out),
            new PrintWriter(err),
            isTerminal,
            isTerminal,
            variables,
            Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC),
            library,
            interruption);
    final int status = new Application(world).run(args);
    return new CommandRun(status, out.toString(), err.toString());
  }

  List<String> lines() {
    return out.lines().toList();
  }

  String firstLine() {
    return out.lines().findFirst().orElse("");
  }
}
