package org.mdscheck.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;

/** The verdicts on several variants side by side: a row for each property, a column for each. */
public final class CompareTable {
  private static final int GAP = 2;

  private final List<CheckedModel> variants;
  private final Paint paint;

  /**
   * @param variants at least one, checked for the same properties
   */
  public CompareTable(List<CheckedModel> variants, Paint paint) {
    this.variants = List.copyOf(variants);
    this.paint = paint;
  }

  /** The table; variants that do not fit beside the others follow below them. */
  public List<String> lines() {
    final List<String> lines = new ArrayList<>();
    List<CheckedModel> block = new ArrayList<>();
    for (CheckedModel variant : variants) {
      final List<CheckedModel> wider = Stream.concat(block.stream(), Stream.of(variant)).toList();
      if (!block.isEmpty() && width(wider) > Paragraph.WIDTH) {
        addBlock(lines, block);
        block = new ArrayList<>();
      }
      block.add(variant);
    }
    addBlock(lines, block);
    return lines;
  }

  private int width(List<CheckedModel> block) {
    return nameWidth() + block.stream().mapToInt(this::columnWidth).sum() - GAP;
  }

  private void addBlock(List<String> lines, List<CheckedModel> block) {
    if (!lines.isEmpty()) lines.add("");
    final StringBuilder header = new StringBuilder(Paragraph.padded("property", nameWidth()));
    for (CheckedModel variant : block) {
      header.append(Paragraph.padded(variant.model().request().variant(), columnWidth(variant)));
    }
    lines.add(header.toString().stripTrailing());
    for (String property : names()) lines.add(row(property, block));
    final StringBuilder states =
        new StringBuilder(Paragraph.padded("distinct states", nameWidth()));
    for (CheckedModel variant : block) {
      states.append(Paragraph.padded(states(variant), columnWidth(variant)));
    }
    lines.add(states.toString().stripTrailing());
  }

  private String row(String property, List<CheckedModel> block) {
    final StringBuilder row = new StringBuilder(Paragraph.padded(property, nameWidth()));
    for (CheckedModel variant : block) {
      final String cell = cell(variant, property);
      row.append(painted(cell)).append(" ".repeat(columnWidth(variant) - cell.length()));
    }
    return row.toString().stripTrailing();
  }

  private String painted(String cell) {
    for (Verdict verdict : Verdict.values()) {
      if (cell.startsWith(verdict.name()))
        return paint.verdict(verdict) + cell.substring(verdict.name().length());
    }
    return cell;
  }

  private static String cell(CheckedModel variant, String property) {
    return variant.result().property(property).map(CompareTable::cell).orElse("-");
  }

  private static String cell(PropertyResult property) {
    return property.trace() == null
        ? property.verdict().name()
        : property.verdict().name() + " d" + property.depth();
  }

  private static String states(CheckedModel variant) {
    return Long.toString(variant.result().statistics().distinctStates());
  }

  private List<String> names() {
    return variants.stream()
        .flatMap(variant -> variant.listed().stream())
        .map(PropertyResult::name)
        .distinct()
        .sorted()
        .toList();
  }

  private int nameWidth() {
    return GAP
        + Stream.concat(Stream.of("distinct states"), names().stream())
            .mapToInt(String::length)
            .max()
            .orElse(0);
  }

  private int columnWidth(CheckedModel variant) {
    return GAP
        + Stream.concat(
                Stream.of(variant.model().request().variant(), states(variant)),
                names().stream().map(name -> cell(variant, name)))
            .mapToInt(String::length)
            .max()
            .orElse(0);
  }
}
