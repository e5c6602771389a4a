package org.mdscheck.cli;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.models.Entry;
import org.mdscheck.cli.models.Topic;
import org.mdscheck.cli.report.Paragraph;
import org.mdscheck.cli.report.VerdictJson;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mdscheck list}: the names that other commands take, and what they mean. */
@CommandLine.Command(
    abbreviateSynopsis = true,
    sortOptions = false,
    description = "Lists names and what they mean.")
final class Listing implements Command {
  @Parameters(
      paramLabel = "TOPIC",
      description = "variants, hunks, properties, scenarios, assumptions or mutants")
  private Topic topic;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "how to print them (default: text)")
  private OutputFormat format = OutputFormat.TEXT;

  @Override
  public ExitCode run(World world) {
    final List<Entry> entries = world.library().list(topic);
    if (format == OutputFormat.JSON) world.out().println(VerdictJson.text(entries));
    else for (Entry entry : entries) world.print(lines(entry));
    return ExitCode.OK;
  }

  private static List<String> lines(Entry entry) {
    final List<String> lines = new ArrayList<>();
    lines.add(entry.name());
    lines.addAll(Paragraph.lines("    ", "    ", entry.meaning()));
    entry
        .details()
        .forEach(
            (what, value) -> lines.addAll(Paragraph.lines("    " + what + ": ", "      ", value)));
    return lines;
  }
}
