package org.mdscheck.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.questions.Claim;

/**
 * What was found out about a claim on one variant.
 *
 * @param claim which
 * @param findings what each of its properties says in each place where it says something
 */
public record ClaimResult(Claim claim, List<Finding> findings) {
  /** Whether a claim is true. */
  public enum Outcome {
    /** No run within the bounds breaks it. */
    HOLDS,
    /** Some run breaks it. */
    REFUTED,
    /** Neither is known. */
    UNDECIDED
  }

  /**
   * What one property says in one place.
   *
   * @param decider the property
   * @param checked the model and its check
   * @param result of the property there
   */
  public record Finding(Claim.Decider decider, CheckedModel checked, PropertyResult result) {
    /** Whether nothing that it speaks of happened there. */
    boolean isVacuous() {
      return result.verdict() == Verdict.INCOMPLETE
          && checked.result().limit() == null
          && checked.result().error() == null;
    }
  }

  public ClaimResult {
    findings = List.copyOf(findings);
  }

  /**
   * @param places the checks of one variant, one for each place
   */
  public static ClaimResult of(Claim claim, List<CheckedModel> places) {
    final List<Finding> findings = new ArrayList<>();
    for (Claim.Decider decider : claim.deciders()) {
      for (CheckedModel checked : places) {
        checked
            .result()
            .property(decider.property())
            .ifPresent(result -> findings.add(new Finding(decider, checked, result)));
      }
    }
    return new ClaimResult(claim, findings);
  }

  /** A property that no step put to the test in a place says nothing there. */
  public Outcome outcome() {
    if (!violations().isEmpty()) return Outcome.REFUTED;
    final List<Finding> telling = findings.stream().filter(f -> !f.isVacuous()).toList();
    return !telling.isEmpty() && telling.stream().allMatch(f -> is(f, Verdict.HOLDS))
        ? Outcome.HOLDS
        : Outcome.UNDECIDED;
  }

  /** The findings with a counterexample, the shortest first. */
  public List<Finding> violations() {
    return findings.stream()
        .filter(f -> is(f, Verdict.VIOLATED))
        .sorted(Comparator.comparingInt(f -> f.result().depth()))
        .toList();
  }

  /** The shortest run that breaks the claim, if any does. */
  public Optional<Finding> shortest() {
    return violations().stream().findFirst();
  }

  /** How a command that has found this out and nothing else ends. */
  public ExitCode exitCode() {
    return switch (outcome()) {
      case HOLDS -> ExitCode.OK;
      case UNDECIDED -> ExitCode.INCOMPLETE;
      case REFUTED ->
          ExitCode.gravest(
              violations().stream()
                  .map(f -> f.checked().model().exitCodeOf(f.result().name()))
                  .toList());
    };
  }

  private static boolean is(Finding finding, Verdict verdict) {
    return finding.result().verdict() == verdict;
  }
}
