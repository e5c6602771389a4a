package org.mdscheck.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The failure points of a variant, over all scenarios.
 *
 * @param scenarios in which they were tried
 * @param leftOut scenarios that are too large
 * @param untried names of points that are in no other scenario than those
 * @param results the gravest of each point
 */
public record FailureSurveyReport(
    String variant,
    List<String> scenarios,
    List<String> leftOut,
    List<String> untried,
    List<FailureResult> results,
    Paint paint) {
  public FailureSurveyReport {
    scenarios = List.copyOf(scenarios);
    leftOut = List.copyOf(leftOut);
    untried = List.copyOf(untried);
    results = List.copyOf(results);
  }

  /** The report, the verdict first. */
  public List<String> lines() {
    final List<String> lines = new ArrayList<>();
    lines.add(FailureReport.verdict(variant, results, paint));
    lines.addAll(Paragraph.lines("scenarios: ", "  ", String.join(", ", scenarios)));
    if (!leftOut.isEmpty())
      lines.addAll(Paragraph.lines("left out, not exhausted: ", "  ", String.join(", ", leftOut)));
    add("Failures, each alone:", false, lines);
    add("Unlock-to-lock windows, each alone:", true, lines);
    if (!untried.isEmpty()) {
      lines.add("");
      lines.add("In no other scenario than those left out, so not tried:");
      untried.forEach(name -> lines.addAll(Paragraph.lines("  ", "      ", name)));
    }
    return lines;
  }

  private void add(String title, boolean areWindows, List<String> lines) {
    lines.add("");
    lines.add(title);
    for (FailureResult result : results) {
      if (result.point().isWindow() != areWindows) continue;
      lines.addAll(FailureReport.lines(result, paint));
      lines.add("      in " + result.without().model().request().scenario());
    }
  }
}
