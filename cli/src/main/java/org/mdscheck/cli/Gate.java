package org.mdscheck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mdscheck.checker.compile.Passes;
import org.mdscheck.checker.result.Limit;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.files.TextFile;
import org.mdscheck.cli.gate.GateEntry;
import org.mdscheck.cli.gate.GateFile;
import org.mdscheck.cli.gate.GateOutcome;
import org.mdscheck.cli.gate.JUnitReport;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.models.Names;
import org.mdscheck.cli.models.Reductions;
import org.mdscheck.cli.models.SystemForm;
import org.mdscheck.cli.models.Topic;
import org.mdscheck.cli.report.CheckedModel;
import org.mdscheck.cli.report.Paragraph;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mdscheck gate}: whether everything is found that is expected, and nothing else. */
@CommandLine.Command(
    abbreviateSynopsis = true,
    sortOptions = false,
    description = "Repeats the checks of a file; any difference from what it expects fails.")
final class Gate implements Command {
  @Parameters(paramLabel = "FILE", description = "checks and expectations, in YAML")
  private Path path;

  @Option(names = "--update", description = "write what was found into FILE")
  private boolean isUpdate;

  @Option(names = "--junit", paramLabel = "FILE", description = "write the outcome as JUnit XML")
  private Path junit;

  @Option(
      names = "--workers",
      paramLabel = "N|auto",
      converter = Quantities.Workers.class,
      description = "threads (default: auto, one for each processor)")
  private Integer workers;

  @Mixin private ProgressOptions progress;

  @Override
  public ExitCode run(World world) {
    final TextFile file = new TextFile(path);
    final GateFile gate = GateFile.read(file);
    if (isUpdate) file.requireWritable();
    if (junit != null) new TextFile(junit).requireWritable();
    for (GateEntry entry : gate.checks()) requireKnown(entry, world);
    final List<GateOutcome> outcomes = new ArrayList<>();
    for (GateEntry entry : gate.checks()) {
      if (progress.tellsEffort()) {
        final String number = (outcomes.size() + 1) + "/" + gate.checks().size();
        world.err().println("gate " + number + ": " + entry.title());
      }
      outcomes.add(new GateOutcome(entry, check(entry, world)));
    }
    if (junit != null) new TextFile(junit).write(new JUnitReport(outcomes).text());
    if (!progress.isQuiet()) print(outcomes, world);
    return isUpdate ? update(file, gate, outcomes) : exitCode(outcomes);
  }

  private void requireKnown(GateEntry entry, World world) {
    final Names names = new Names(world.library());
    try {
      names.requireVariant(entry.variant());
      names.require(Topic.SCENARIOS, entry.scenario());
      for (String bound : entry.bounds().keySet()) {
        Names.require("bound", ModelOptions.BOUNDS, bound);
      }
      for (String name : entry.assume().keySet()) names.require(Topic.ASSUMPTIONS, name);
      entry.searchedWith();
    } catch (Failure e) {
      throw new Failure(e.exitCode(), path + ": " + e.getMessage(), e);
    }
  }

  private CheckedModel check(GateEntry entry, World world) {
    final Reductions reductions = entry.searchedWith();
    SearchOptions options =
        SearchOptions.defaults().withSymmetry(true).withPartialOrder(reductions.isPartialOrder());
    if (workers != null) options = options.withWorkers(workers);
    if (entry.depthBound() > 0) options = options.withDepthBound(entry.depthBound());
    final ModelRequest request = entry.request();
    final SystemForm form = new SystemForm(true, new Passes(reductions.passes(), Set.of()));
    final CheckedModel checked = new ModelCheck(world, options, form, progress).check(request);
    final Limit limit = checked.result().limit();
    if (limit != null && limit.kind() == Limit.Kind.CANCELLED)
      throw new Failure(ExitCode.INCOMPLETE, "cancelled; " + path + " is as it was");
    return checked;
  }

  private void print(List<GateOutcome> outcomes, World world) {
    final List<GateOutcome> different =
        outcomes.stream().filter(outcome -> !outcome.differences().isEmpty()).toList();
    world
        .out()
        .println(
            different.isEmpty()
                ? "OK  " + outcomes.size() + " checks, all as expected"
                : "DIFFERENT  " + different.size() + " of " + outcomes.size() + " checks");
    world.out().println("symmetry: checked");
    world.print(Paragraph.lines("reductions: ", "  ", reductions(outcomes)));
    world.print(Paragraph.lines("store: ", "  ", stores(outcomes)));
    final CommandText commands = new CommandText(world.library(), new SearchLimits());
    for (GateOutcome outcome : different) {
      world.out().println();
      world.print(Paragraph.lines("", "  ", outcome.expected().title()));
      outcome.differences().forEach(difference -> world.print(difference.lines()));
      final int bound = outcome.expected().depthBound();
      world
          .out()
          .println(
              "./mdscheck check "
                  + commands.model(outcome.expected().request())
                  + (bound > 0 ? " --bound " + bound : "")
                  + outcome.expected().reductionOption());
    }
  }

  /** What was in force, and in how many checks where it was not the same in all. */
  private static String reductions(List<GateOutcome> outcomes) {
    final Map<String, Integer> checks = new TreeMap<>();
    for (GateOutcome outcome : outcomes)
      checks.merge(outcome.expected().searchedWith().words(), 1, Integer::sum);
    if (checks.size() == 1) return checks.keySet().iterator().next();
    final List<String> words = new ArrayList<>();
    checks.forEach((names, count) -> words.add(names + " in " + count));
    return String.join("; ", words);
  }

  private static String stores(List<GateOutcome> outcomes) {
    return outcomes.stream()
        .map(outcome -> outcome.checked().result().conditions().store())
        .distinct()
        .sorted()
        .collect(Collectors.joining("; "));
  }

  private static ExitCode exitCode(List<GateOutcome> outcomes) {
    final List<ExitCode> codes = new ArrayList<>();
    for (GateOutcome outcome : outcomes) {
      if (outcome.checked().result().error() != null) codes.add(ExitCode.MODEL_FAULT);
      if (!outcome.differences().isEmpty()) codes.add(ExitCode.UNEXPECTED);
    }
    return ExitCode.gravest(codes);
  }

  private ExitCode update(TextFile file, GateFile gate, List<GateOutcome> outcomes) {
    for (GateOutcome outcome : outcomes) {
      if (outcome.checked().result().error() != null) {
        throw new Failure(
            ExitCode.MODEL_FAULT,
            path
                + " is as it was: the model is faulty at "
                + outcome.expected().title()
                + ": "
                + outcome.checked().result().error().message());
      }
    }
    final String text = gate.with(outcomes.stream().map(GateOutcome::found).toList()).text();
    if (!text.equals(file.read())) file.write(text);
    return ExitCode.OK;
  }
}
