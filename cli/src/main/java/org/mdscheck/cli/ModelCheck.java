package org.mdscheck.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.Effort;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.system.Property;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.models.CheckableModel;
import org.mdscheck.cli.models.Entry;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.models.Names;
import org.mdscheck.cli.models.SystemForm;
import org.mdscheck.cli.models.Topic;
import org.mdscheck.cli.report.CheckedModel;
import org.mdscheck.cli.report.ProgressLines;

/** Builds models and checks them, all in the same way. */
final class ModelCheck {
  private final World world;
  private final SearchOptions options;
  private final SystemForm form;
  private final ProgressOptions progress;

  /**
   * @param options how to search
   * @param form what to search
   */
  ModelCheck(World world, SearchOptions options, SystemForm form, ProgressOptions progress) {
    this.world = world;
    this.options = options;
    this.form = form;
    this.progress = progress;
  }

  /**
   * Checks one model.
   *
   * @throws Failure if it cannot be built or checked as asked for
   */
  CheckedModel check(ModelRequest request) {
    final CheckableModel model = world.library().build(request, form);
    requireProperties(model);
    return run(model, options);
  }

  /**
   * Checks one model, unless its system is the one of that hash: then empty.
   *
   * @throws Failure if it cannot be built or checked as asked for
   */
  Optional<CheckedModel> checkUnless(String hash, ModelRequest request) {
    final CheckableModel model = build(request);
    if (model.system().hash().equals(hash)) return Optional.empty();
    requireProperties(model);
    return Optional.of(run(model, options));
  }

  /**
   * Checks one model for those of some properties that say something about it.
   *
   * @param wanted names of properties; what the options say of properties does not count
   * @throws Failure if the model cannot be built
   */
  CheckedModel check(ModelRequest request, Collection<String> wanted) {
    final CheckableModel model = build(request);
    return run(model, options.withProperties(said(model, wanted)));
  }

  /**
   * The same, unless none of them says anything about the model: then empty.
   *
   * @throws Failure if the model cannot be built
   */
  Optional<CheckedModel> checkIfSaid(ModelRequest request, Collection<String> wanted) {
    final CheckableModel model = build(request);
    final Set<String> said = said(model, wanted);
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(run(model, options.withProperties(said)));
  }

  /** Those of some properties that say something about a model. */
  static Set<String> said(CheckableModel model, Collection<String> wanted) {
    return model.system().properties().stream()
        .map(Property::name)
        .filter(wanted::contains)
        .collect(Collectors.toSet());
  }

  /**
   * Visits all states of one model and decides as little as can be.
   *
   * @throws Failure if the model cannot be built
   */
  CheckedModel visit(ModelRequest request) {
    return visit(build(request));
  }

  /**
   * Builds one model.
   *
   * @throws Failure if it cannot be built
   */
  CheckableModel build(ModelRequest request) {
    return world.library().build(request, form);
  }

  /** Checks these properties of a model. */
  CheckedModel check(CheckableModel model, Set<String> names) {
    return run(model, options.withProperties(names));
  }

  /** Visits all states of a model that is built. */
  CheckedModel visit(CheckableModel model) {
    final Set<String> cheap =
        model.system().properties().stream()
            .filter(p -> p instanceof Property.Cover || p instanceof Property.Checked)
            .map(Property::name)
            .limit(1)
            .collect(Collectors.toSet());
    return run(model, options.withProperties(cheap));
  }

  private CheckedModel run(CheckableModel model, SearchOptions chosen) {
    final Search search = search(model, chosen);
    final ProgressLines lines = progress.lines(world);
    final CheckResult result;
    try {
      result = world.interruption().run(search, lines);
    } finally {
      lines.end();
    }
    if (progress.tellsEffort()) world.err().println(effort(result));
    return new CheckedModel(model, result);
  }

  private void requireProperties(CheckableModel model) {
    final List<String> there =
        model.system().properties().stream().map(Property::name).sorted().toList();
    final List<String> elsewhere =
        world.library().list(Topic.PROPERTIES).stream().map(Entry::name).toList();
    for (String name : options.properties()) {
      if (elsewhere.contains(name) && !there.contains(name)) {
        throw Failure.usage(
            "property "
                + name
                + " says nothing about scenario "
                + model.request().scenario()
                + ": choose another scenario, or another property");
      }
      Names.require("property", there, name);
    }
  }

  /**
   * The search of a model.
   *
   * @throws Failure if the model is faulty
   */
  static Search search(CheckableModel model, SearchOptions chosen) {
    try {
      return new Search(model.searched(), chosen);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.MODEL_FAULT, "the model is faulty: " + e.getMessage(), e);
    }
  }

  private static String effort(CheckResult result) {
    final Effort effort = result.effort();
    final double seconds = effort.elapsedNanos() / (double) TimeUnit.SECONDS.toNanos(1);
    return String.format(
        Locale.ROOT,
        "%.1f s, %d %s, %.0f distinct/s, %d MiB for states",
        seconds,
        effort.workers(),
        effort.workers() == 1 ? "worker" : "workers",
        result.statistics().distinctStates() / Math.max(seconds, 1e-3),
        effort.storeBytes() >> 20);
  }
}
