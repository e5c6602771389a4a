package org.mdscheck.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.cli.models.Entry;

/**
 * Which verdicts depend on which assumption: a row for each property of which something changes, a
 * column for each assumption that changes something.
 */
public final class AssumptionTable {
  private static final String SAME = "=";
  private static final int GAP = 2;

  /**
   * A check with one assumption turned over.
   *
   * @param assumption which, with its sentence and source
   * @param isOn whether it is made now
   * @param checked what was found out; null if the model does not depend on it
   */
  public record Flip(Entry assumption, boolean isOn, CheckedModel checked) {
    /** As the option that turns it over. */
    String option() {
      return assumption.name() + "=" + (isOn ? "on" : "off");
    }
  }

  private final CheckedModel base;
  private final List<Flip> flips;

  /**
   * @param base with all assumptions as asked for
   */
  public AssumptionTable(CheckedModel base, List<Flip> flips) {
    this.base = base;
    this.flips = List.copyOf(flips);
  }

  /** How many properties have another verdict, or break at another depth. */
  public int count() {
    return rows().size();
  }

  /** The table, what stands in it, and where the assumptions are from. */
  public List<String> lines() {
    final List<Flip> columns = flips.stream().filter(this::changesSomething).toList();
    final List<String> lines = new ArrayList<>();
    for (int from = 0; from < columns.size(); from += perBlock()) {
      addBlock(lines, columns, from, Math.min(columns.size(), from + perBlock()));
      lines.add("");
    }
    if (!columns.isEmpty()) {
      lines.addAll(
          Paragraph.lines(
              "dN: broken by a run of N steps; open: not decided, or nothing happens that could"
                  + " break it; =: as in the first column; -: does not apply."));
      lines.add("");
    }
    for (int i = 0; i < columns.size(); i++) addLegend(lines, letter(i), columns.get(i));
    addOthers(lines, "changes no verdict and no depth", f -> f.checked() != null);
    addOthers(lines, "does not occur in this scenario", f -> f.checked() == null);
    return lines;
  }

  private void addBlock(List<String> lines, List<Flip> columns, int from, int to) {
    final StringBuilder head = new StringBuilder(Paragraph.padded("property", nameWidth()));
    head.append(Paragraph.padded("now", columnWidth()));
    for (int i = from; i < to; i++) head.append(Paragraph.padded(letter(i), columnWidth()));
    lines.add(head.toString().stripTrailing());
    for (String property : rows()) {
      final String now = cell(base, property);
      final StringBuilder row = new StringBuilder(Paragraph.padded(property, nameWidth()));
      row.append(Paragraph.padded(now, columnWidth()));
      for (Flip flip : columns.subList(from, to)) {
        final String then = cell(flip.checked(), property);
        row.append(Paragraph.padded(then.equals(now) ? SAME : then, columnWidth()));
      }
      lines.add(row.toString().stripTrailing());
    }
  }

  private static void addLegend(List<String> lines, String letter, Flip flip) {
    lines.add(letter + "  --assume " + flip.option());
    lines.addAll(
        Paragraph.lines(
            "     ",
            "     ",
            (flip.isOn() ? "assumes that " : "does not assume that ")
                + flip.assumption().meaning()));
    final String source = flip.assumption().details().get("source");
    if (source != null) lines.addAll(Paragraph.lines("     source: ", "       ", source));
  }

  private void addOthers(List<String> lines, String what, Predicate<Flip> which) {
    final List<Flip> others =
        flips.stream().filter(f -> which.test(f) && !changesSomething(f)).toList();
    for (Flip flip : others)
      lines.addAll(Paragraph.lines("-  ", "   ", "--assume " + flip.option() + " " + what));
  }

  private List<String> rows() {
    final Set<String> names = new LinkedHashSet<>();
    addNames(names, base);
    for (Flip flip : flips) if (flip.checked() != null) addNames(names, flip.checked());
    return names.stream()
        .filter(name -> flips.stream().anyMatch(flip -> changes(flip, name)))
        .sorted()
        .toList();
  }

  private static void addNames(Set<String> names, CheckedModel checked) {
    checked.listed().stream().map(PropertyResult::name).forEach(names::add);
  }

  private boolean changesSomething(Flip flip) {
    return rows().stream().anyMatch(name -> changes(flip, name));
  }

  private boolean changes(Flip flip, String property) {
    return flip.checked() != null && !cell(flip.checked(), property).equals(cell(base, property));
  }

  private static String cell(CheckedModel checked, String property) {
    return checked.result().property(property).map(AssumptionTable::cell).orElse("-");
  }

  private static String cell(PropertyResult result) {
    return switch (result.verdict()) {
      case HOLDS -> "holds";
      case VIOLATED -> result.trace() == null ? "unmet" : "d" + result.depth();
      case INCOMPLETE -> "open";
      case ERROR -> Verdict.ERROR.name();
    };
  }

  private static String letter(int column) {
    return String.valueOf((char) ('A' + column));
  }

  private int nameWidth() {
    return GAP + rows().stream().mapToInt(String::length).max().orElse("property".length());
  }

  private static int columnWidth() {
    return GAP + "holds".length();
  }

  private int perBlock() {
    return Math.max(1, (Paragraph.WIDTH - nameWidth()) / columnWidth() - 1);
  }
}
