package org.mdscheck.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mdscheck.checker.failure.FailurePoint;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.system.Action;
import org.mdscheck.cli.exit.ExitCode;

/**
 * What a failure point does when it is the only one there is.
 *
 * @param point which
 * @param checked the model with this point and no other
 * @param without the model without any
 */
public record FailureResult(FailurePoint point, CheckedModel checked, CheckedModel without) {
  /** What can become of the model, the gravest first. */
  public enum Outcome {
    /** From somewhere nothing leads back that did without it. */
    STRANDS,
    /** A limit ended the search. */
    UNDECIDED,
    /** The model cannot recover, but no sooner than without it. */
    HIDDEN,
    /** Whatever happens, the model gets over it as it does without it. */
    RECOVERS,
    /** The failure cannot happen in the scenario. */
    UNREACHED
  }

  /** What can become of it. */
  public Outcome outcome() {
    if (!breaks().isEmpty()) return Outcome.STRANDS;
    if (checked.result().limit() != null || checked.result().error() != null)
      return Outcome.UNDECIDED;
    if (!isReached()) return Outcome.UNREACHED;
    return has(Verdict.VIOLATED) ? Outcome.HIDDEN : Outcome.RECOVERS;
  }

  /** The properties that hold without it, or break later; the shortest run first. */
  public List<PropertyResult> breaks() {
    return checked.result().properties().stream()
        .filter(p -> p.trace() != null && isSooner(p))
        .sorted(Comparator.comparingInt(PropertyResult::depth).thenComparing(PropertyResult::name))
        .toList();
  }

  /** How a command that has found this out and nothing else ends. */
  public ExitCode exitCode() {
    final List<ExitCode> codes = new ArrayList<>();
    if (checked.result().error() != null) codes.add(ExitCode.MODEL_FAULT);
    if (outcome() == Outcome.UNDECIDED) codes.add(ExitCode.INCOMPLETE);
    for (PropertyResult property : breaks()) codes.add(checked.model().exitCodeOf(property.name()));
    return ExitCode.gravest(codes);
  }

  private boolean isSooner(PropertyResult property) {
    final PropertyResult before = without.result().property(property.name()).orElseThrow();
    return before.verdict() != Verdict.VIOLATED || property.depth() < before.depth();
  }

  /** Others get into a window in more states than there are without it. */
  private boolean isReached() {
    if (point.isWindow())
      return checked.result().statistics().distinctStates()
          > without.result().statistics().distinctStates();
    return checked.model().system().actions().stream()
        .filter(action -> point.actions().get(action.id()))
        .mapToInt(Action::id)
        .anyMatch(id -> checked.result().statistics().steps().get(id) > 0);
  }

  private boolean has(Verdict verdict) {
    return checked.result().properties().stream().anyMatch(p -> p.verdict() == verdict);
  }
}
