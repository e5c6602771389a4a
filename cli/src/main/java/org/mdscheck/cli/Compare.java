package org.mdscheck.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.report.CheckedModel;
import org.mdscheck.cli.report.CompareTable;
import org.mdscheck.cli.report.Paint;
import org.mdscheck.cli.report.Paragraph;
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
  @Parameters(
      paramLabel = "VARIANT",
      arity = "1..*",
      description = "what to check (mdscheck list variants)")
  private List<String> variants;

  @ArgGroup(validate = false, heading = "%nThe model:%n")
  private ModelOptions model = new ModelOptions();

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
    final ModelCheck check =
        new ModelCheck(world, limits.options(named), limits.form(named), progress);
    final List<ModelRequest> requests =
        variants.stream().distinct().map(v -> model.request(v, world.library())).toList();
    final List<CheckedModel> checked = new ArrayList<>();
    for (ModelRequest request : requests) checked.add(check.check(request));
    if (!progress.isQuiet()) print(checked, world);
    return ExitCode.gravest(checked.stream().map(CheckedModel::exitCode).toList());
  }

  private void print(List<CheckedModel> checked, World world) {
    if (format == OutputFormat.JSON) {
      world.out().println(VerdictJson.text(checked.stream().map(VerdictJson::of).toList()));
      return;
    }
    final Paint paint = colour.paint(world);
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
