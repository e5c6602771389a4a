package org.mdscheck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.models.Entry;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.models.Topic;
import org.mdscheck.cli.report.AssumptionTable;
import org.mdscheck.cli.report.CheckedModel;
import org.mdscheck.cli.report.VerdictReport;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mdscheck assume}: which verdicts depend on which assumption. */
@CommandLine.Command(
    abbreviateSynopsis = true,
    sortOptions = false,
    description = "Turns each assumption over, one at a time; prints what changes.")
final class Assume implements Command {
  @Parameters(paramLabel = "VARIANT", description = "what to check (mdscheck list variants)")
  private String variant;

  @Option(
      names = "--flip-each",
      required = true,
      description = "check again with each assumption the other way round")
  private boolean isFlipEach;

  @ArgGroup(validate = false, heading = "%nThe model:%n")
  private ModelOptions model = new ModelOptions();

  @Mixin private PropertyOptions properties;

  @ArgGroup(validate = false, heading = "%nThe search:%n")
  private SearchLimits limits = new SearchLimits();

  @Mixin private ProgressOptions progress;
  @Mixin private ColourOption colour;

  @Override
  public ExitCode run(World world) {
    final Set<String> named = properties.names();
    final ModelCheck check =
        new ModelCheck(world, limits.options(named), limits.form(named), progress);
    final ModelRequest request = model.request(variant, world.library());
    final CheckedModel base = check.check(request);
    final List<AssumptionTable.Flip> flips = new ArrayList<>();
    for (Entry assumption : world.library().list(Topic.ASSUMPTIONS))
      flips.add(flip(assumption, request, base, check));
    if (!progress.isQuiet()) print(base, flips, world);
    final List<ExitCode> codes = new ArrayList<>(List.of(completeness(base)));
    for (AssumptionTable.Flip flip : flips)
      if (flip.checked() != null) codes.add(completeness(flip.checked()));
    return ExitCode.gravest(codes);
  }

  private static AssumptionTable.Flip flip(
      Entry assumption, ModelRequest request, CheckedModel base, ModelCheck check) {
    final boolean isMade =
        request.assumptions().getOrDefault(assumption.name(), isByDefault(assumption));
    final Map<String, Boolean> switched = new LinkedHashMap<>(request.assumptions());
    switched.put(assumption.name(), !isMade);
    final ModelRequest turned = request.withAssumptions(switched);
    return new AssumptionTable.Flip(
        assumption, !isMade, check.checkUnless(base.result().systemHash(), turned).orElse(null));
  }

  /** Whether an assumption is made unless the user says otherwise. */
  static boolean isByDefault(Entry assumption) {
    return "on".equals(assumption.details().get("by default"));
  }

  private void print(CheckedModel base, List<AssumptionTable.Flip> flips, World world) {
    final AssumptionTable table = new AssumptionTable(base, flips);
    final int count = table.count();
    world
        .out()
        .println(
            (count == 0 ? "INDEPENDENT  " : "DEPENDENT  ")
                + variant
                + " in scenario "
                + base.model().request().scenario()
                + ": "
                + count
                + " of "
                + base.listed().size()
                + " properties");
    world.print(new VerdictReport(base, colour.paint(world)).conditions());
    world.out().println();
    world.print(table.lines());
    if (count == 0) return;
    world.out().println();
    final CommandText commands = new CommandText(world.library(), limits);
    world
        .out()
        .println(
            "./mdscheck check " + commands.model(base.model().request()) + " --assume ... -p NAME");
    world.out().println("  shows a run");
  }

  /** What is violated is no finding here: that was asked for with other words. */
  private static ExitCode completeness(CheckedModel checked) {
    if (checked.result().error() != null) return ExitCode.MODEL_FAULT;
    return checked.result().limit() != null ? ExitCode.INCOMPLETE : ExitCode.OK;
  }
}
