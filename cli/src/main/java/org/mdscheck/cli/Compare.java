package org.mdscheck.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.models.ModelLibrary;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.models.Names;
import org.mdscheck.cli.models.Topic;
import org.mdscheck.cli.report.CheckedModel;
import org.mdscheck.cli.report.CompareTable;
import org.mdscheck.cli.report.Paint;
import org.mdscheck.cli.report.Paragraph;
import org.mdscheck.cli.report.SurveyTable;
import org.mdscheck.cli.report.VerdictJson;
import org.mdscheck.cli.report.VerdictReport;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mdscheck compare}: the verdicts on several variants side by side. */
@CommandLine.Command(
    abbreviateSynopsis = true,
    sortOptions = false,
    description = "Checks several variants; prints a table of the verdicts.")
final class Compare implements Command {
  /** A scenario with more is given up, unless another limit is asked for. */
  private static final long MOST_STATES = 3_000_000;

  @Parameters(
      paramLabel = "VARIANT",
      arity = "1..*",
      description = "what to check (mdscheck list variants)")
  private List<String> variants;

  @ArgGroup(validate = false, heading = "%nThe model:%n")
  private ModelOptions model = new ModelOptions();

  @Option(
      names = "--all-scenarios",
      description = "in all of them, up to " + MOST_STATES + " states each: a line for each check")
  private boolean isSurvey;

  @Mixin private PropertyOptions properties;

  @ArgGroup(validate = false, heading = "%nThe search:%n")
  private SearchLimits limits = new SearchLimits();

  @Mixin private ProgressOptions progress;
  @Mixin private ColourOption colour;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "how to print the outcome (default: text)")
  private OutputFormat format = OutputFormat.TEXT;

  @Override
  public ExitCode run(World world) {
    final Set<String> named = properties.names();
    if (isSurvey) named.forEach(p -> new Names(world.library()).require(Topic.PROPERTIES, p));
    final ModelCheck check =
        new ModelCheck(
            world,
            isSurvey ? limits.options(named, MOST_STATES) : limits.options(named),
            limits.form(named),
            progress);
    final List<CheckedModel> checked = new ArrayList<>();
    for (ModelRequest request : requests(world.library())) {
      if (world.interruption().isRequested()) break;
      if (isSurvey && progress.tellsEffort())
        world.err().println(request.variant() + " in " + request.scenario() + ":");
      if (isSurvey && !named.isEmpty()) check.checkIfSaid(request, named).ifPresent(checked::add);
      else checked.add(check.check(request));
    }
    if (!progress.isQuiet()) print(checked, world);
    return ExitCode.gravest(checked.stream().map(CheckedModel::exitCode).toList());
  }

  /** Scenario by scenario, the variants in the order in which they were asked for. */
  private List<ModelRequest> requests(ModelLibrary library) {
    final List<String> distinct = variants.stream().distinct().toList();
    if (!isSurvey) return distinct.stream().map(v -> model.request(v, library)).toList();
    if (model.namesScenario())
      throw Failure.usage("--scenario and --all-scenarios exclude each other: leave one out");
    final List<List<ModelRequest>> everywhere =
        distinct.stream().map(v -> model.requests(v, library)).toList();
    return IntStream.range(0, everywhere.get(0).size())
        .boxed()
        .flatMap(i -> everywhere.stream().map(requests -> requests.get(i)))
        .toList();
  }

  private void print(List<CheckedModel> checked, World world) {
    if (format == OutputFormat.JSON) {
      world.out().println(VerdictJson.text(checked.stream().map(VerdictJson::of).toList()));
      return;
    }
    final Paint paint = colour.paint(world);
    if (isSurvey) {
      world.print(new SurveyTable(checked).lines());
      return;
    }
    world.out().println(summary(checked, paint));
    world.print(new VerdictReport(checked.get(0), paint).conditions());
    world.out().println();
    world.print(new CompareTable(checked, paint).lines());
    final CommandText commands = new CommandText(world.library(), limits);
    for (CheckedModel variant : checked) printRemarks(variant, commands, world);
  }

  private static String summary(List<CheckedModel> checked, Paint paint) {
    final List<Verdict> verdicts = checked.stream().map(c -> c.result().verdict()).toList();
    final Verdict gravest =
        Stream.of(Verdict.ERROR, Verdict.VIOLATED, Verdict.INCOMPLETE)
            .filter(verdicts::contains)
            .findFirst()
            .orElse(Verdict.HOLDS);
    return paint.verdict(gravest)
        + "  "
        + verdicts.stream().filter(gravest::equals).count()
        + " of "
        + verdicts.size()
        + (verdicts.size() == 1 ? " variant" : " variants")
        + " in scenario "
        + checked.get(0).model().request().scenario();
  }

  /** Where the traces of a variant are, and why something of it is not decided. */
  private void printRemarks(CheckedModel checked, CommandText commands, World world) {
    final String name = checked.model().request().variant();
    final List<PropertyResult> violated =
        checked.counterexamples().stream()
            .sorted(Comparator.comparing(PropertyResult::name))
            .toList();
    if (!violated.isEmpty()) {
      world.out().println();
      world.print(Paragraph.lines("", "  ", commands.check(checked, "NAME") + " shows"));
    }
    final int width = violated.stream().mapToInt(p -> p.name().length()).max().orElse(0);
    for (PropertyResult property : violated) {
      world
          .out()
          .println(
              "  " + Paragraph.padded(property.name(), width) + "  trace " + property.trace().id());
    }
    if (checked.result().limit() != null) {
      world.out().println();
      world.print(Paragraph.lines(name + ": ", "  ", checked.result().limit().message()));
    }
    if (checked.result().error() != null) {
      world.out().println();
      world.print(Paragraph.lines(name + ": ", "  ", checked.result().error().message()));
    }
  }
}
