package org.mdscheck.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.mdscheck.checker.mutation.Mutation;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.models.CheckableModel;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.models.SystemForm;
import org.mdscheck.cli.report.MutantFate;

/**
 * Checks mutants against what holds without them, from the smallest scenario to the largest, until
 * something that held is broken.
 */
final class MutantSearch {
  /** How many times as many states as the limit says a mutant may have. */
  private static final long MOST_GROWTH = 4;

  /** States that are searched sooner than code for them is compiled. */
  private static final long FEW_STATES = 20_000;

  private final World world;
  private final SearchOptions options;
  private final SystemForm form;
  private final List<Original> originals = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final Map<String, Mutation> mutants = new LinkedHashMap<>();

  /**
   * A scenario without a mutant: what holds in it, which functions take a step, and which mutants
   * there are.
   */
  private record Original(
      ModelRequest request,
      CheckResult result,
      Set<String> holding,
      Set<String> functions,
      Map<String, Mutation> mutants) {
    long states() {
      return result.statistics().distinctStates();
    }

    /** The mutant as it is here, unless nothing here would tell it from the original: then null. */
    Mutation counterpart(Mutation mutant) {
      return holding.isEmpty() || !functions.contains(mutant.function())
          ? null
          : mutants.get(mutant.toString());
    }
  }

  /** Checks the scenarios without mutants; those that are not exhausted are left out. */
  MutantSearch(World world, SearchOptions options, SystemForm form, List<ModelRequest> requests) {
    this.world = world;
    this.options = options;
    this.form = form;
    for (ModelRequest request : requests) {
      final CheckableModel model = world.library().build(request, form);
      final CheckResult result = checked(model, options);
      if (result.limit() != null || result.error() != null) leftOut.add(request.scenario());
      else originals.add(original(model, result));
    }
    originals.sort(Comparator.comparingLong(Original::states));
    for (Original original : originals) original.mutants.forEach(mutants::putIfAbsent);
  }

  private Original original(CheckableModel model, CheckResult result) {
    return new Original(
        model.request(),
        result,
        result.properties().stream()
            .filter(p -> p.verdict() == Verdict.HOLDS)
            .map(PropertyResult::name)
            .collect(Collectors.toSet()),
        functions(model, result),
        world.library().mutations(model.request()).stream()
            .collect(
                Collectors.toMap(Mutation::toString, m -> m, (a, b) -> a, LinkedHashMap::new)));
  }

  private static Set<String> functions(CheckableModel model, CheckResult result) {
    return model.system().actions().stream()
        .filter(action -> result.statistics().steps().get(action.id()) > 0)
        .map(action -> action.source().substring(0, action.source().indexOf(": ")))
        .collect(Collectors.toSet());
  }

  /** Those of all scenarios. */
  List<Mutation> mutants() {
    return List.copyOf(mutants.values());
  }

  /** Names of the scenarios that mutants are checked in, the smallest first. */
  List<String> scenarios() {
    return originals.stream().map(o -> o.request.scenario()).toList();
  }

  /** Names of the scenarios that a limit ended. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /**
   * What becomes of some mutants, in their order; as many are checked at a time as the options have
   * workers. Fewer are told if the command is interrupted.
   *
   * @param listener is told each time that one is done, by any thread
   */
  List<MutantFate> fates(List<Mutation> chosen, Runnable listener) {
    final ExecutorService crew = Executors.newFixedThreadPool(options.workers());
    try {
      final List<Future<MutantFate>> fates = new ArrayList<>();
      for (Mutation mutant : chosen) {
        fates.add(
            crew.submit(
                () -> {
                  if (world.interruption().isRequested()) return null;
                  final MutantFate fate = fate(mutant);
                  listener.run();
                  return fate;
                }));
      }
      return fates.stream().map(MutantSearch::ended).filter(Objects::nonNull).toList();
    } finally {
      crew.shutdownNow();
    }
  }

  private static MutantFate ended(Future<MutantFate> fate) {
    try {
      return fate.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.INCOMPLETE, "interrupted before there was a result", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      throw new IllegalStateException(e.getCause());
    }
  }

  private MutantFate fate(Mutation mutant) {
    long change = 0;
    boolean isSame = true;
    boolean isDecided = true;
    for (Original original : originals) {
      final Mutation here = original.counterpart(mutant);
      if (here == null) continue;
      final CheckResult result;
      try {
        result =
            checked(
                world.library().build(original.request, form(original), here),
                options
                    .withWorkers(1)
                    .withTriesOfSymmetry(false)
                    .withMaxStates(mostStates())
                    .withProperties(original.holding)
                    .withStopAtFirstViolation(true));
      } catch (SpecException e) {
        return MutantFate.faulty(mutant, original.request.scenario(), e.getMessage());
      }
      if (result.error() != null)
        return MutantFate.faulty(mutant, original.request.scenario(), result.error().message());
      for (PropertyResult property : result.properties()) {
        if (property.verdict() == Verdict.VIOLATED)
          return MutantFate.killed(mutant, original.request.scenario(), property);
      }
      isDecided &= result.limit() == null;
      isSame &=
          result.statistics().statesOfLevel().equals(original.result.statistics().statesOfLevel());
      isSame &=
          result.statistics().generatedStates() == original.result.statistics().generatedStates();
      change += result.statistics().distinctStates() - original.states();
    }
    return isDecided ? MutantFate.survived(mutant, isSame, change) : MutantFate.undecided(mutant);
  }

  private long mostStates() {
    final long most = options.maxStates();
    return most < Long.MAX_VALUE / MOST_GROWTH ? MOST_GROWTH * most : Long.MAX_VALUE;
  }

  private SystemForm form(Original original) {
    return original.states() < FEW_STATES ? form.interpreted() : form;
  }

  private CheckResult checked(CheckableModel model, SearchOptions chosen) {
    return world.interruption().run(ModelCheck.search(model, chosen), ProgressListener.NONE);
  }
}
