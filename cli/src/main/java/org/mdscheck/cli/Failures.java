package org.mdscheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mdscheck.checker.failure.FailurePoint;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.models.Names;
import org.mdscheck.cli.models.Topic;
import org.mdscheck.cli.report.CheckedModel;
import org.mdscheck.cli.report.FailureReport;
import org.mdscheck.cli.report.FailureResult;
import org.mdscheck.cli.report.FailureSurveyReport;
import org.mdscheck.cli.report.Paragraph;
import org.mdscheck.traces.TextTrace;
import org.mdscheck.traces.TraceStyle;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mdscheck failures}: what fails where, and whether the model gets over it. */
@CommandLine.Command(
    abbreviateSynopsis = true,
    sortOptions = false,
    description = "Lists the failure points of a variant; says which it never gets over.")
final class Failures implements Command {
  /** A scenario with more is left out of a survey: each point would take too long. */
  private static final long MOST_STATES = 300_000;

  @Parameters(paramLabel = "VARIANT", description = "what to check (mdscheck list variants)")
  private String variant;

  @Option(
      names = "--point",
      paramLabel = "NAME",
      description = "this failure point only, with the run that strands the model; repeatable")
  private List<String> names = List.of();

  @ArgGroup(validate = false, heading = "%nThe model:%n")
  private ModelOptions model = new ModelOptions();

  @Option(
      names = "--all-scenarios",
      description = "each point wherever it is, until it strands something")
  private boolean isSurvey;

  @Mixin private PropertyOptions properties;

  @ArgGroup(validate = false, heading = "%nThe search:%n")
  private SearchLimits limits = new SearchLimits();

  @Mixin private ProgressOptions progress;
  @Mixin private ColourOption colour;

  @Override
  public ExitCode run(World world) {
    if (limits.reproduction().contains("--reduction"))
      throw Failure.usage("failures takes no --reduction: a window is lost when steps are joined");
    if (isSurvey) return survey(world);
    final FailureStudy study =
        new FailureStudy(
            check(world, limits.options(Set.of())),
            model.request(variant, world.library()),
            properties.names());
    final List<String> known = study.points().stream().map(FailurePoint::name).toList();
    for (String name : names) Names.require("failure point", known, name);
    final List<FailurePoint> wanted =
        names.isEmpty()
            ? study.points()
            : study.points().stream().filter(p -> names.contains(p.name())).toList();
    final List<FailureResult> results = new ArrayList<>();
    for (FailurePoint point : wanted) {
      tell("failures " + (results.size() + 1) + "/" + wanted.size() + ": " + point.name(), world);
      results.add(study.result(point));
    }
    if (!progress.isQuiet()) print(study.without(), results, world);
    return ExitCode.gravest(results.stream().map(FailureResult::exitCode).toList());
  }

  private ModelCheck check(World world, SearchOptions options) {
    return new ModelCheck(world, options, limits.form(Set.of()), progress);
  }

  private void tell(String line, World world) {
    if (progress.tellsEffort()) world.err().println(line);
  }

  private ExitCode survey(World world) {
    if (model.namesScenario() || !names.isEmpty())
      throw Failure.usage("--all-scenarios excludes --scenario and --point: leave them out");
    final Names known = new Names(world.library());
    for (String property : properties.names()) known.require(Topic.PROPERTIES, property);
    final FailureSurvey survey =
        new FailureSurvey(
            check(world, limits.options(Set.of(), MOST_STATES)),
            model.requests(variant, world.library()),
            properties.names(),
            line -> tell(line, world));
    if (!progress.isQuiet())
      world.print(
          new FailureSurveyReport(
                  variant,
                  survey.scenarios(),
                  survey.leftOut(),
                  survey.untried(),
                  survey.results(),
                  colour.paint(world))
              .lines());
    final List<ExitCode> codes =
        new ArrayList<>(survey.results().stream().map(FailureResult::exitCode).toList());
    if (!survey.untried().isEmpty()) codes.add(ExitCode.INCOMPLETE);
    return ExitCode.gravest(codes);
  }

  private void print(CheckedModel without, List<FailureResult> results, World world) {
    final FailureReport report = new FailureReport(without, results, colour.paint(world));
    world.print(report.head());
    world.out().println();
    world.print(report.points());
    final CommandText commands = new CommandText(world.library(), limits);
    final String command =
        "./mdscheck failures " + commands.model(without.model().request()) + limits.reproduction();
    if (names.isEmpty()) {
      world.out().println();
      world.print(Paragraph.lines("", "  ", command + " --point 'NAME' shows a run"));
      return;
    }
    for (FailureResult result : results) {
      for (PropertyResult property : result.breaks()) {
        world.out().println();
        world
            .out()
            .print(
                new TextTrace(result.checked().model().system(), TraceStyle.DIFF)
                    .of(
                        property,
                        command
                            + " -p "
                            + property.name()
                            + " --point '"
                            + result.point().name()
                            + "'"));
      }
    }
  }
}
