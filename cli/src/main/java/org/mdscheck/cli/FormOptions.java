package org.mdscheck.cli;

import java.util.List;
import java.util.Set;
import org.mdscheck.checker.compile.Passes;
import org.mdscheck.cli.models.Reductions;
import org.mdscheck.cli.models.SystemForm;
import picocli.CommandLine.Option;

/** The options that say in which form a model is searched, and how much of it. */
final class FormOptions {
  /** How steps are taken. */
  enum Steps {
    COMPILED,
    INTERPRETED
  }

  @Option(
      names = "--reduction",
      paramLabel = "NAME,...|all|none",
      split = ",",
      hideParamSyntax = true,
      description =
          "make the search smaller: cone, dead-locals, merged-steps, partial-order (default: none)")
  private List<String> reductions = List.of();

  @Option(
      names = "--steps",
      paramLabel = "compiled|interpreted",
      description = "how steps are taken (default: compiled); they find the same")
  private Steps steps = Steps.COMPILED;

  /**
   * The reductions asked for.
   *
   * @throws org.mdscheck.cli.exit.Failure if there is none of a name
   */
  Reductions reductions() {
    return reductions.isEmpty() ? Reductions.none() : Reductions.named(reductions);
  }

  /** Whether any reduction was asked for. */
  boolean isReduced() {
    return !reductions.isEmpty() && !reductions().equals(Reductions.none());
  }

  /**
   * The form in which to search for some properties.
   *
   * @param properties names; none means all
   * @throws org.mdscheck.cli.exit.Failure if there is no reduction of a name
   */
  SystemForm form(Set<String> properties) {
    return new SystemForm(steps == Steps.COMPILED, new Passes(reductions().passes(), properties));
  }

  /** The words of these options that decide which of several shortest runs is found. */
  String reproduction() {
    return reductions.isEmpty() ? "" : " --reduction " + reductions().words();
  }
}
