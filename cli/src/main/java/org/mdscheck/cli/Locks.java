package org.mdscheck.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.models.CheckableModel;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.report.CheckedModel;
import org.mdscheck.cli.report.LockReport;
import org.mdscheck.traces.TextTrace;
import org.mdscheck.traces.TraceStyle;
import org.mdscheck.traces.locks.Fact;
import org.mdscheck.traces.locks.LockStudy;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mdscheck locks}: the order of locks, other waits, and data races, each with a run. */
@CommandLine.Command(
    abbreviateSynopsis = true,
    sortOptions = false,
    description = "Lists which lock is taken under which, waits, and data races.")
final class Locks implements Command {
  @Parameters(paramLabel = "VARIANT", description = "what to check (mdscheck list variants)")
  private String variant;

  @Option(
      names = "--against",
      paramLabel = "VARIANT",
      description = "mark with >> what this variant does not do")
  private String base;

  @Option(
      names = "--witness",
      paramLabel = "ID",
      description = "print the run with this id; repeatable")
  private List<String> witnesses = List.of();

  @Mixin private ProgressOptions progress;

  @ArgGroup(validate = false, heading = "%nThe model:%n")
  private ModelOptions model = new ModelOptions();

  @ArgGroup(validate = false, heading = "%nThe search:%n")
  private SearchLimits limits = new SearchLimits();

  @Override
  public ExitCode run(World world) {
    if (limits.isReduced())
      throw Failure.usage("locks looks at every step by itself: leave --reduction out");
    final ModelCheck check =
        new ModelCheck(world, limits.options(Set.of()), limits.form(Set.of()), progress);
    final ModelRequest request = model.request(variant, world.library());
    final Set<String> known =
        base == null ? null : namesOf(seen(model.request(base, world.library()), check));
    final LockReport report = study(request, known, check);
    if (!progress.isQuiet()) print(report, request, world);
    return report.exitCode();
  }

  private static Set<String> namesOf(LockStudy study) {
    return study.found().stream().map(Fact::name).collect(Collectors.toCollection(HashSet::new));
  }

  /** A study that has seen all states. */
  private static LockStudy seen(ModelRequest request, ModelCheck check) {
    final CheckableModel built = check.build(request);
    final LockStudy study = new LockStudy(built.searched(), List.copyOf(built.guards().keySet()));
    check.visit(built.searchedAs(study.recording()));
    return study;
  }

  private LockReport study(ModelRequest request, Set<String> known, ModelCheck check) {
    final CheckableModel built = check.build(request);
    final LockStudy study = new LockStudy(built.searched(), List.copyOf(built.guards().keySet()));
    check.visit(built.searchedAs(study.recording()));
    final Set<String> names = namesOf(study);
    names.addAll(deadlocks(built));
    if (names.isEmpty()) names.add(built.system().properties().get(0).name());
    final CheckedModel checked =
        check.check(built.searchedAs(study.witnessing(study.found())), names);
    return new LockReport(checked, study.found(), known, base);
  }

  /** The properties whose violation is a deadlock. */
  private static List<String> deadlocks(CheckableModel built) {
    return built.exitCodes().entrySet().stream()
        .filter(code -> code.getValue() == ExitCode.DEADLOCK)
        .map(Map.Entry::getKey)
        .filter(name -> built.system().properties().stream().anyMatch(p -> p.name().equals(name)))
        .toList();
  }

  private void print(LockReport report, ModelRequest request, World world) {
    final String command =
        "./mdscheck locks "
            + new CommandText(world.library(), limits).model(request)
            + (base == null ? "" : " --against " + base)
            + limits.reproduction();
    if (witnesses.isEmpty()) {
      world.print(report.lines(command));
      return;
    }
    for (String id : witnesses) {
      final PropertyResult result =
          report
              .witness(id)
              .orElseThrow(
                  () -> Failure.usage("no run with id " + id + ": " + command + " lists them"));
      world
          .out()
          .println(
              new TextTrace(report.checked().model().system(), TraceStyle.DIFF)
                  .of(result, command + " --witness " + id));
    }
  }
}
