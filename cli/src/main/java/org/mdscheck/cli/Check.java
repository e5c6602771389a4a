package org.mdscheck.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.SpecError;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.models.SystemForm;
import org.mdscheck.cli.report.CheckedModel;
import org.mdscheck.cli.report.VerdictJson;
import org.mdscheck.cli.report.VerdictReport;
import org.mdscheck.traces.TextTrace;
import org.mdscheck.traces.TraceFile;
import org.mdscheck.traces.TraceStyle;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mdscheck check}: which properties one variant keeps, and how it breaks the others. */
@CommandLine.Command(
    abbreviateSynopsis = true,
    sortOptions = false,
    description = "Checks one variant; prints a shortest run for what it breaks.")
final class Check implements Command {
  @Parameters(paramLabel = "VARIANT", description = "what to check (mdscheck list variants)")
  private String variant;

  @ArgGroup(validate = false, heading = "%nThe model:%n")
  private ModelOptions model = new ModelOptions();

  @Mixin private PropertyOptions properties;

  @ArgGroup(validate = false, heading = "%nThe search:%n")
  private SearchLimits limits = new SearchLimits();

  @Mixin private TraceFiles files;
  @Mixin private ProgressOptions progress;
  @Mixin private ColourOption colour;

  @Option(
      names = "--trace",
      paramLabel = "diff|full|off",
      description = "steps with what they change, with all variables, or no steps")
  private TraceStyle style = TraceStyle.DIFF;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "how to print the outcome (default: text)")
  private OutputFormat format = OutputFormat.TEXT;

  @Option(
      names = "--dump-classes",
      paramLabel = "DIR",
      description = "write the bytecode of the compiled steps there; javap -c -p reads it")
  private Path classFolder;

  @Option(names = "--coverage", description = "list the covers, and the steps that never fired")
  private boolean withCoverage;

  @Override
  public ExitCode run(World world) {
    final Set<String> named = properties.names();
    files.requireWritable();
    final SystemForm form = limits.form(named).dumpedTo(classFolder);
    final CheckedModel checked =
        new ModelCheck(world, limits.options(named), form, progress)
            .check(model.request(variant, world.library()));
    if (!progress.isQuiet()) print(checked, named, world);
    files.write(checked.model(), written(checked), progress.isQuiet(), world);
    return checked.exitCode();
  }

  /** What goes into files: the run into a faulty model, or else all counterexamples. */
  private static List<PropertyResult> written(CheckedModel checked) {
    final SpecError error = checked.result().error();
    if (error == null || error.trace() == null) return checked.counterexamples();
    return List.of(TraceFile.of("", "", Map.of(), error).result());
  }

  private void print(CheckedModel checked, Set<String> named, World world) {
    if (format == OutputFormat.JSON) {
      world.out().println(VerdictJson.text(VerdictJson.of(checked)));
      return;
    }
    final VerdictReport report = new VerdictReport(checked, colour.paint(world));
    world.print(report.head());
    world.out().println();
    world.print(report.properties());
    world.out().println();
    printTraces(checked, named, world);
    if (withCoverage) {
      world.print(report.covers());
      world.print(report.neverFired());
    }
    world.print(report.foot());
  }

  /** The shortest counterexample, and that of each property that was asked for by name. */
  private void printTraces(CheckedModel checked, Set<String> named, World world) {
    final TextTrace text = new TextTrace(checked.model().system(), style);
    final CommandText commands = new CommandText(world.library(), limits);
    if (checked.result().error() != null) {
      world.out().println(text.of(checked.result().error(), ""));
    }
    final List<PropertyResult> all = checked.counterexamples();
    final List<PropertyResult> shown =
        all.stream().filter(p -> p == all.get(0) || named.contains(p.name())).toList();
    for (PropertyResult property : shown) {
      world.out().println(text.of(property, commands.check(checked, property.name())));
    }
    if (shown.size() < all.size()) {
      world.out().println("This is the shortest counterexample; -p NAME shows that of NAME.");
      world.out().println();
    }
  }
}
