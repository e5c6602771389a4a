package org.mdscheck.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;

/** The failure points of a model, and what each does when it is the only one there is. */
public final class FailureReport {
  private static final int WIDTH = 2 + FailureResult.Outcome.UNREACHED.name().length();

  private final CheckedModel without;
  private final List<FailureResult> results;
  private final Paint paint;

  /**
   * @param without the model without any of the points
   */
  public FailureReport(CheckedModel without, List<FailureResult> results, Paint paint) {
    this.without = without;
    this.results = List.copyOf(results);
    this.paint = paint;
  }

  /** How many strand the model, and within which bounds. */
  public List<String> head() {
    final List<String> lines = new ArrayList<>();
    lines.add(
        verdict(
            without.model().request().variant()
                + " in scenario "
                + without.model().request().scenario(),
            results,
            paint));
    lines.addAll(new VerdictReport(without, paint).conditions());
    return lines;
  }

  /** The gravest outcome, and of how many points the model is stranded. */
  static String verdict(String what, List<FailureResult> results, Paint paint) {
    final List<FailureResult.Outcome> outcomes =
        results.stream().map(FailureResult::outcome).sorted().toList();
    return painted(outcomes.isEmpty() ? FailureResult.Outcome.RECOVERS : outcomes.get(0), paint)
        + "  "
        + what
        + ": "
        + outcomes.stream().filter(FailureResult.Outcome.STRANDS::equals).count()
        + " of "
        + outcomes.size()
        + " failure points";
  }

  /** A paragraph for each point, and what is broken without any. */
  public List<String> points() {
    final List<String> lines = new ArrayList<>();
    lines.add("Failures, each alone:");
    results.stream().filter(r -> !r.point().isWindow()).forEach(r -> lines.addAll(lines(r, paint)));
    lines.add("");
    lines.add("Unlock-to-lock windows, each alone:");
    results.stream().filter(r -> r.point().isWindow()).forEach(r -> lines.addAll(lines(r, paint)));
    lines.add("");
    final String broken =
        without.result().properties().stream()
            .filter(p -> p.verdict() == Verdict.VIOLATED)
            .map(FailureReport::shown)
            .collect(Collectors.joining(", "));
    lines.addAll(
        Paragraph.lines(
            "Without any of them: ",
            "  ",
            (broken.isEmpty() ? "nothing is broken" : broken + " is broken")
                + "; "
                + new VerdictReport(without, Paint.PLAIN).extent()));
    return lines;
  }

  /** A point, what becomes of the model, and the runs that show it. */
  static List<String> lines(FailureResult result, Paint paint) {
    final FailureResult.Outcome outcome = result.outcome();
    final List<String> lines = new ArrayList<>();
    lines.addAll(
        Paragraph.lines(
            "  " + painted(outcome, paint) + " ".repeat(WIDTH - outcome.name().length()),
            "      ",
            result.point().name()));
    for (PropertyResult property : result.breaks()) lines.add("      " + shown(property));
    return lines;
  }

  private static String shown(PropertyResult property) {
    return property.name()
        + " d"
        + property.depth()
        + (property.trace() == null ? "" : " trace " + property.trace().id());
  }

  private static String painted(FailureResult.Outcome outcome, Paint paint) {
    return paint.text(
        outcome.name(),
        switch (outcome) {
          case STRANDS -> Verdict.VIOLATED;
          case RECOVERS, UNREACHED -> Verdict.HOLDS;
          case HIDDEN, UNDECIDED -> Verdict.INCOMPLETE;
        });
  }
}
