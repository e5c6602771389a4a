package org.mdscheck.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mdscheck.checker.result.Verdict;

/**
 * How several variants fare in several scenarios: a row for each check, those of one scenario
 * together.
 */
public final class SurveyTable {
  private final List<CheckedModel> checks;
  private final int scenarioWidth;
  private final int variantWidth;

  /**
   * @param checks scenario by scenario, at least one
   */
  public SurveyTable(List<CheckedModel> checks) {
    this.checks = List.copyOf(checks);
    scenarioWidth = width("scenario", checks.stream().map(SurveyTable::scenario).toList());
    variantWidth = width("variant", checks.stream().map(SurveyTable::variant).toList());
  }

  /** The table, and what its signs stand for. */
  public List<String> lines() {
    final List<String> lines = new ArrayList<>();
    lines.add(row("scenario", "variant", "violated", "hold", "untested", "states", "depth"));
    String last = "";
    for (CheckedModel check : checks) {
      lines.add(row(check, scenario(check).equals(last) ? "" : scenario(check)));
      last = scenario(check);
    }
    if (checks.stream().anyMatch(SurveyTable::isCut)) {
      lines.add("");
      lines.addAll(
          Paragraph.lines("+ a limit ended the search: more states may violate more properties"));
    }
    return lines;
  }

  private String row(CheckedModel check, String scenario) {
    return row(
        scenario,
        variant(check),
        count(check, Verdict.VIOLATED),
        count(check, Verdict.HOLDS),
        count(check, Verdict.INCOMPLETE),
        check.result().statistics().distinctStates() + (isCut(check) ? "+" : " "),
        check.result().statistics().depth());
  }

  private String row(String scenario, String variant, Object... cells) {
    return (Paragraph.padded(scenario, scenarioWidth)
            + Paragraph.padded(variant, variantWidth)
            + String.format(Locale.ROOT, "%8s%6s%10s%12s%6s", cells))
        .stripTrailing();
  }

  private static long count(CheckedModel check, Verdict verdict) {
    return check.listed().stream().filter(p -> p.verdict() == verdict).count();
  }

  private static boolean isCut(CheckedModel check) {
    return check.result().limit() != null;
  }

  private static String scenario(CheckedModel check) {
    return check.model().request().scenario();
  }

  private static String variant(CheckedModel check) {
    return check.model().request().variant();
  }

  private static int width(String head, List<String> names) {
    return 2 + names.stream().mapToInt(String::length).reduce(head.length(), Math::max);
  }
}
