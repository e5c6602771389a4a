package org.mdscheck.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.result.Conditions;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Statistics;
import org.mdscheck.checker.result.Verdict;

/** The outcome of a check as text: the verdict first, then the evidence, then the counts. */
public final class VerdictReport {
  private static final int VERDICT_WIDTH = Verdict.INCOMPLETE.name().length() + 2;

  private final CheckedModel checked;
  private final Paint paint;

  public VerdictReport(CheckedModel checked, Paint paint) {
    this.checked = checked;
    this.paint = paint;
  }

  /** The verdict, and under which conditions it was reached. */
  public List<String> head() {
    final List<String> lines = new ArrayList<>();
    final Verdict verdict = checked.result().verdict();
    lines.add(
        paint.verdict(verdict)
            + "  "
            + checked.model().request().variant()
            + " in scenario "
            + checked.model().request().scenario()
            + ": "
            + summary(verdict));
    lines.addAll(conditions());
    return lines;
  }

  /** Bounds, assumptions, symmetry, reductions and store. */
  public List<String> conditions() {
    final List<String> lines = new ArrayList<>();
    lines.addAll(Paragraph.lines("bounds: ", "  ", bounds()));
    checked
        .model()
        .request()
        .assumptions()
        .forEach((name, isOn) -> lines.add("assumed: " + name + "=" + (isOn ? "on" : "off")));
    final Conditions searched = checked.result().conditions();
    lines.addAll(Paragraph.lines("symmetry: ", "  ", searched.symmetry()));
    final String passes =
        searched.passes().isEmpty() ? "none" : String.join(", ", searched.passes());
    lines.addAll(Paragraph.lines("passes: ", "  ", passes));
    lines.addAll(Paragraph.lines("partial order: ", "  ", searched.partialOrder()));
    lines.addAll(Paragraph.lines("store: ", "  ", searched.store()));
    return lines;
  }

  private String summary(Verdict verdict) {
    final int all = checked.listed().size();
    return switch (verdict) {
      case HOLDS -> all == 1 ? "the property" : "all " + all + " properties";
      case VIOLATED -> count(Verdict.VIOLATED) + " of " + properties(all);
      case INCOMPLETE -> count(Verdict.INCOMPLETE) + " of " + properties(all) + " not decided";
      case ERROR -> "the model is faulty";
    };
  }

  private long count(Verdict verdict) {
    return checked.listed().stream().filter(p -> p.verdict() == verdict).count();
  }

  private static String properties(int count) {
    return count + (count == 1 ? " property" : " properties");
  }

  /** Every bound in force, as the options that set them. */
  public String bounds() {
    final List<String> words = new ArrayList<>();
    checked.model().bounds().forEach((name, value) -> words.add(name + "=" + value));
    return String.join(" ", words);
  }

  /** A line for each property that is of interest, sorted by name, and what is to be said. */
  public List<String> properties() {
    final List<String> lines = table(checked.listed());
    lines.addAll(remarks());
    return lines;
  }

  /** A line for each cover. */
  public List<String> covers() {
    return table(checked.covers());
  }

  private List<String> table(List<PropertyResult> properties) {
    final List<String> lines = new ArrayList<>();
    final int width = 2 + properties.stream().mapToInt(p -> p.name().length()).max().orElse(0);
    for (PropertyResult property : properties) {
      lines.add(
          (Paragraph.padded(property.name(), width)
                  + paint.verdict(property.verdict())
                  + " ".repeat(VERDICT_WIDTH - property.verdict().name().length())
                  + evidence(property))
              .stripTrailing());
    }
    return lines;
  }

  private String evidence(PropertyResult property) {
    if (property.trace() != null)
      return "d" + property.depth() + "  trace " + property.trace().id();
    if (property.depth() >= 0) return "d" + property.depth() + "  reached";
    return switch (property.verdict()) {
      case HOLDS -> "d" + checked.result().statistics().depth();
      case INCOMPLETE -> isCutShort(property) ? "d" + finishedDepth() : "never put to the test";
      case VIOLATED, ERROR -> property.note();
    };
  }

  private boolean isCutShort(PropertyResult property) {
    return checked.result().error() != null
        || checked.result().limit() != null
            && property.note().equals(checked.result().limit().message());
  }

  private int finishedDepth() {
    return checked.result().limit() != null
        ? checked.result().limit().finishedDepth()
        : checked.result().statistics().depth();
  }

  /** Why what is not decided is not. */
  private List<String> remarks() {
    final List<String> lines = new ArrayList<>();
    if (checked.result().error() != null) {
      lines.addAll(Paragraph.lines("Error: ", "  ", checked.result().error().message()));
    }
    if (checked.result().limit() != null) {
      lines.addAll(Paragraph.lines("Incomplete: ", "  ", checked.result().limit().message()));
    }
    for (PropertyResult property : checked.listed()) {
      if (property.verdict() == Verdict.INCOMPLETE && !isCutShort(property)) {
        lines.addAll(Paragraph.lines(property.name() + ": ", "  ", property.note()));
      }
    }
    return lines;
  }

  /** How much was searched: all states, or up to where. */
  public String extent() {
    final Statistics statistics = checked.result().statistics();
    final String counts =
        statistics.distinctStates() + " states, depth " + statistics.depth() + ", ";
    if (checked.result().error() != null) return counts + "the model is faulty";
    return counts
        + (checked.result().limit() == null
            ? "all visited"
            : "not all visited: " + checked.result().limit().message());
  }

  /** The counts and the hash. */
  public List<String> foot() {
    final Statistics statistics = checked.result().statistics();
    final Coverage coverage = checked.coverage();
    final List<String> lines = new ArrayList<>();
    lines.add(
        statistics.distinctStates()
            + " distinct, "
            + statistics.generatedStates()
            + " generated, depth "
            + statistics.depth());
    final List<PropertyResult> covers = checked.covers();
    if (!covers.isEmpty()) {
      final long reached = covers.stream().filter(c -> c.verdict() == Verdict.HOLDS).count();
      lines.add("covers reached: " + reached + " of " + covers.size());
    }
    lines.add(
        "never fired: " + coverage.neverFired().size() + " of " + coverage.stepCount() + " steps");
    lines.add("Hash=" + checked.hash());
    return lines;
  }

  /** The steps that never fired, one a line; nothing if all did. */
  public List<String> neverFired() {
    final List<String> lines = new ArrayList<>();
    for (String step : checked.coverage().neverFired()) {
      lines.addAll(Paragraph.lines("never fired: ", "  ", step));
    }
    return lines;
  }
}
