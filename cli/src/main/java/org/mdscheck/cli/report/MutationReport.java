package org.mdscheck.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mdscheck.checker.mutation.MutationOperator;

/**
 * Which mutants were noticed, by what, and which were not.
 *
 * @param scenarios in which they were checked
 * @param leftOut scenarios that are too large
 * @param all how many mutants there are
 * @param mutants how many of them were asked for
 * @param fates of those that were checked
 */
public record MutationReport(
    String variant,
    List<String> scenarios,
    List<String> leftOut,
    int all,
    int mutants,
    List<MutantFate> fates) {
  public MutationReport {
    scenarios = List.copyOf(scenarios);
    leftOut = List.copyOf(leftOut);
    fates = List.copyOf(fates);
  }

  /** Whether something was left undecided. */
  public boolean isIncomplete() {
    return fates.size() < mutants || count(MutantFate.Kind.UNDECIDED) > 0;
  }

  /**
   * Share of the mutants that were noticed, of those that have other states or steps than the
   * original in some scenario; 100 if there are none.
   */
  public double percentNoticed() {
    return percent(changing());
  }

  private double percent(long of) {
    return of == 0 ? 100 : 100.0 * noticed() / of;
  }

  private long noticed() {
    return count(MutantFate.Kind.KILLED) + count(MutantFate.Kind.FAULTY);
  }

  private long changing() {
    return fates.size() - fates.stream().filter(MutantFate::isSame).count();
  }

  /** The report, the verdict first. */
  public List<String> lines() {
    final List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "NOTICED  %.1f %% of %d mutants of %s%s%s",
            percent(fates.size()),
            fates.size(),
            variant,
            mutants < all ? ", of " + all + " in all" : "",
            fates.size() < mutants ? ", interrupted before " + mutants : ""));
    lines.add(
        String.format(
            Locale.ROOT,
            "  %.1f %% of the %d that change a state or a step",
            percentNoticed(),
            changing()));
    lines.addAll(Paragraph.lines("scenarios: ", "  ", names(scenarios)));
    if (!leftOut.isEmpty())
      lines.addAll(Paragraph.lines("left out, not exhausted: ", "  ", names(leftOut)));
    lines.add("");
    lines.add(row("", "mutants", "killed", "faulty", "survived"));
    for (MutationOperator operator : MutationOperator.values()) lines.add(row(operator));
    lines.add("");
    lines.add("killed by");
    killers()
        .forEach((name, count) -> lines.add(String.format(Locale.ROOT, "  %4d  %s", count, name)));
    fates.stream().filter(MutationReport::isAlive).forEach(fate -> addSurvivor(fate, lines));
    return lines;
  }

  private static String names(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private String row(MutationOperator operator) {
    final List<MutantFate> own =
        fates.stream().filter(f -> f.mutation().operator() == operator).toList();
    return row(
        operator.name().toLowerCase(Locale.ROOT),
        own.size(),
        count(own, MutantFate.Kind.KILLED),
        count(own, MutantFate.Kind.FAULTY),
        own.stream().filter(MutationReport::isAlive).count());
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-10s%9s%9s%9s%10s", cells);
  }

  /** By property, the most frequent first. */
  private Map<String, Long> killers() {
    final Map<String, Long> counts =
        fates.stream()
            .filter(f -> f.kind() == MutantFate.Kind.KILLED)
            .collect(Collectors.groupingBy(MutantFate::by, Collectors.counting()));
    final Map<String, Long> sorted =
        new TreeMap<>(Comparator.comparing((String n) -> -counts.get(n)).thenComparing(n -> n));
    sorted.putAll(counts);
    return sorted;
  }

  private static boolean isAlive(MutantFate fate) {
    return fate.kind() == MutantFate.Kind.SURVIVED || fate.kind() == MutantFate.Kind.UNDECIDED;
  }

  private static void addSurvivor(MutantFate fate, List<String> lines) {
    lines.add("");
    lines.add(
        fate.mutation().id()
            + "  "
            + fate.mutation().operator().name().toLowerCase(Locale.ROOT)
            + ", "
            + end(fate));
    lines.addAll(Paragraph.lines("  ", "    ", fate.mutation().toString()));
  }

  private static String end(MutantFate fate) {
    if (fate.kind() == MutantFate.Kind.UNDECIDED) return "a limit was reached";
    if (fate.isSame()) return "as many states and steps as without it";
    return String.format(Locale.ROOT, "%+d states", fate.change());
  }

  private long count(MutantFate.Kind kind) {
    return count(fates, kind);
  }

  private static long count(List<MutantFate> fates, MutantFate.Kind kind) {
    return fates.stream().filter(f -> f.kind() == kind).count();
  }
}
