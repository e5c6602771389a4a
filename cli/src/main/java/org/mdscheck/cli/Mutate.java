package org.mdscheck.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.mdscheck.checker.mutation.Mutation;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.models.SystemForm;
import org.mdscheck.cli.report.MutantFate;
import org.mdscheck.cli.report.MutationReport;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mdscheck mutate}: whether the properties notice slips made mechanically in the code. */
@CommandLine.Command(
    abbreviateSynopsis = true,
    sortOptions = false,
    description = "Makes small slips in the code, and says which of them no property notices.")
final class Mutate implements Command {
  /** A scenario with more is left out: each mutant would take too long. */
  private static final long MOST_STATES = 300_000;

  @Parameters(paramLabel = "VARIANT", description = "what to change (mdscheck list variants)")
  private String variant;

  @ArgGroup(validate = false, heading = "%nThe model:%n")
  private ModelOptions model = new ModelOptions();

  @Option(
      names = "--only",
      paramLabel = "ID",
      description = "this mutant; repeatable (default: all)")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "so many of them, spread over all, always the same; 0: all (default)")
  private int sample;

  @Option(
      names = "--at-least",
      paramLabel = "PERCENT",
      description = "fail if a smaller share of those that change a state or a step is noticed")
  private double least;

  @Mixin private PropertyOptions properties;

  @ArgGroup(validate = false, heading = "%nThe search:%n")
  private SearchLimits limits = new SearchLimits();

  @Mixin private ProgressOptions progress;

  @Override
  public ExitCode run(World world) {
    final Set<String> named = properties.names();
    final SystemForm form = limits.form(named);
    final SearchOptions options = limits.options(named, MOST_STATES);
    final MutantSearch search =
        new MutantSearch(world, options, form, model.requests(variant, world.library()));
    final List<Mutation> all = search.mutants();
    final List<Mutation> mutants = chosen(all);
    final List<MutantFate> fates = search.fates(mutants, counter(world, mutants.size()));
    if (showsProgress(world)) world.err().println();
    final MutationReport report =
        new MutationReport(
            variant, search.scenarios(), search.leftOut(), all.size(), mutants.size(), fates);
    if (!progress.isQuiet()) world.print(report.lines());
    if (report.isIncomplete()) return ExitCode.INCOMPLETE;
    return report.percentNoticed() < least ? ExitCode.UNEXPECTED : ExitCode.OK;
  }

  private Runnable counter(World world, int all) {
    final AtomicInteger done = new AtomicInteger();
    return () -> {
      final int count = done.incrementAndGet();
      if (!showsProgress(world)) return;
      synchronized (done) {
        world.err().print("\rmutant " + count + " of " + all + "  ");
        world.err().flush();
      }
    };
  }

  private boolean showsProgress(World world) {
    return !progress.isQuiet() && world.isErrTerminal();
  }

  private List<Mutation> chosen(List<Mutation> all) {
    for (String id : only) {
      if (all.stream().noneMatch(mutant -> mutant.id().equals(id))) {
        throw Failure.usage(
            "no mutant " + id + " of " + variant + " here: mdscheck mutate lists those that live");
      }
    }
    if (sample < 0) throw Failure.usage("--sample " + sample + ": give 0 (all) or more");
    return all.stream()
        .filter(mutant -> only.isEmpty() || only.contains(mutant.id()))
        .sorted(Comparator.comparing(Mutation::id))
        .limit(sample == 0 ? Long.MAX_VALUE : sample)
        .toList();
  }
}
