package org.mdscheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mdscheck.checker.failure.FailurePoint;
import org.mdscheck.checker.failure.RestrictedSystem;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.system.Property;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.models.CheckableModel;
import org.mdscheck.cli.models.Names;
import org.mdscheck.cli.models.SystemForm;
import org.mdscheck.cli.report.CheckedModel;
import org.mdscheck.cli.report.FailureReport;
import org.mdscheck.cli.report.FailureResult;
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
  @Parameters(paramLabel = "VARIANT", description = "what to check (mdscheck list variants)")
  private String variant;

  @Option(
      names = "--point",
      paramLabel = "NAME",
      description = "this failure point only, with the run that strands the model; repeatable")
  private List<String> names = List.of();

  @ArgGroup(validate = false, heading = "%nThe model:%n")
  private ModelOptions model = new ModelOptions();

  @Mixin private PropertyOptions properties;

  @ArgGroup(validate = false, heading = "%nThe search:%n")
  private SearchLimits limits = new SearchLimits();

  @Mixin private ProgressOptions progress;
  @Mixin private ColourOption colour;

  @Override
  public ExitCode run(World world) {
    final SystemForm form = limits.form(Set.of());
    if (!limits.reproduction().isEmpty() && limits.reproduction().contains("--reduction"))
      throw Failure.usage("failures takes no --reduction: a window is lost when steps are joined");
    final ModelCheck check = new ModelCheck(world, limits.options(Set.of()), form, progress);
    final CheckableModel whole = check.build(model.request(variant, world.library()));
    final List<FailurePoint> all = FailurePoint.of(whole.searched(), whole.environment());
    final List<FailurePoint> wanted = wanted(all);
    final Set<String> decided = decided(whole);
    final CheckedModel without = check.check(whole.searchedAs(without(whole, all, null)), decided);
    final List<FailureResult> results = new ArrayList<>();
    for (FailurePoint point : wanted) {
      if (progress.tellsEffort())
        world
            .err()
            .println(
                "failures " + (results.size() + 1) + "/" + wanted.size() + ": " + point.name());
      results.add(
          new FailureResult(
              point, check.check(whole.searchedAs(without(whole, all, point)), decided), without));
    }
    if (!progress.isQuiet()) print(without, results, world);
    return exitCode(results);
  }

  /** The model with one point only, or with none. */
  private static RestrictedSystem without(
      CheckableModel whole, List<FailurePoint> all, FailurePoint kept) {
    return new RestrictedSystem(
        whole.searched(), all.stream().filter(point -> !point.equals(kept)).toList());
  }

  private List<FailurePoint> wanted(List<FailurePoint> all) {
    final List<String> known = all.stream().map(FailurePoint::name).toList();
    for (String name : names) Names.require("failure point", known, name);
    return names.isEmpty() ? all : all.stream().filter(p -> names.contains(p.name())).toList();
  }

  /** The properties that were asked for, or those that say that the model can go on. */
  private Set<String> decided(CheckableModel whole) {
    final Set<String> named = properties.names();
    final List<Property> there = whole.system().properties();
    final List<String> known = there.stream().map(Property::name).sorted().toList();
    for (String name : named) Names.require("property", known, name);
    if (!named.isEmpty()) return named;
    return there.stream()
        .filter(p -> p instanceof Property.Recovery || p instanceof Property.NoStuckState)
        .map(Property::name)
        .collect(Collectors.toSet());
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

  private static ExitCode exitCode(List<FailureResult> results) {
    final List<ExitCode> codes = new ArrayList<>();
    for (FailureResult result : results) {
      if (result.checked().result().error() != null) codes.add(ExitCode.MODEL_FAULT);
      if (result.outcome() == FailureResult.Outcome.UNDECIDED) codes.add(ExitCode.INCOMPLETE);
      for (PropertyResult property : result.breaks())
        codes.add(result.checked().model().exitCodeOf(property.name()));
    }
    return ExitCode.gravest(codes);
  }
}
