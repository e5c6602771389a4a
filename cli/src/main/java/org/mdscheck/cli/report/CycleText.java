package org.mdscheck.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.traces.locks.Fact;
import org.mdscheck.traces.locks.LockCycles;

/** A circle of locks in the layout of lockdep's reports. */
final class CycleText {
  private static final String RULE = "=".repeat(54);
  private static final String THIN_RULE = "-".repeat(54);
  private static final int SECOND_COLUMN = 33;

  private final LockReport report;
  private final List<LockCycles.Edge> cycle;

  /**
   * @param cycle the edge that closes it is put first: the newest, or the least used
   */
  CycleText(LockReport report, List<LockCycles.Edge> cycle) {
    this.report = report;
    this.cycle = closingFirst(report, cycle);
  }

  private static List<LockCycles.Edge> closingFirst(
      LockReport report, List<LockCycles.Edge> cycle) {
    final LockCycles.Edge closing =
        cycle.stream()
            .min(
                Comparator.comparing((LockCycles.Edge e) -> !isNew(report, e))
                    .thenComparing(e -> facts(report, e).size()))
            .orElseThrow();
    final List<LockCycles.Edge> turned = new ArrayList<>();
    final int start = cycle.indexOf(closing);
    for (int i = 0; i < cycle.size(); i++) turned.add(cycle.get((start + i) % cycle.size()));
    return turned;
  }

  private static boolean isNew(LockReport report, LockCycles.Edge edge) {
    return facts(report, edge).stream().allMatch(report::isNew);
  }

  private static List<Fact> facts(LockReport report, LockCycles.Edge edge) {
    return report.facts().stream()
        .filter(fact -> LockCycles.edgesOf(fact).contains(edge))
        .sorted(Comparator.comparingInt(fact -> depth(report, fact)))
        .toList();
  }

  private static int depth(LockReport report, Fact fact) {
    return report.witness(fact).map(PropertyResult::depth).orElse(Integer.MAX_VALUE);
  }

  List<String> lines() {
    final LockCycles.Edge closing = cycle.get(0);
    final List<String> lines = new ArrayList<>(List.of("", RULE));
    lines.add(
        closing.from().equals(closing.to())
            ? "MODEL: possible recursive locking"
            : "MODEL: possible circular locking dependency");
    lines.add(
        report.checked().model().request().variant()
            + " in scenario "
            + report.checked().model().request().scenario());
    lines.add(THIN_RULE);
    lines.add(task(closing) + " is trying to acquire lock:");
    lines.addAll(Paragraph.lines(" (" + closing.to() + "), at: ", "   ", site(closing)));
    lines.add("");
    lines.add("but task is already holding lock:");
    lines.add(" (" + closing.from() + ")");
    lines.add("");
    lines.add("which lock already depends on the new lock.");
    lines.add("");
    lines.add("the existing dependency chain (in reverse order) is:");
    for (int i = cycle.size() - 1; i >= 0; i--) lines.addAll(link(i));
    lines.addAll(scenario());
    return lines;
  }

  private List<String> link(int number) {
    final LockCycles.Edge edge = cycle.get(number);
    final List<String> lines = new ArrayList<>(List.of(""));
    lines.add("-> #" + number + " (" + edge.to() + "), (" + edge.from() + ") being held:");
    for (Fact fact : facts(report, edge)) {
      final String evidence =
          report.witness(fact).map(result -> "  " + LockReport.evidence(result)).orElse("");
      lines.addAll(
          Paragraph.lines(
              report.isNew(fact) ? ">>   " : "     ", "       ", site(fact) + evidence));
    }
    return lines;
  }

  /** The thread that takes the last step of the shortest run to the edge. */
  private String task(LockCycles.Edge edge) {
    return report
        .witness(facts(report, edge).get(0))
        .map(PropertyResult::trace)
        .filter(trace -> trace.depth() > 0)
        .map(trace -> trace.steps().get(trace.depth() - 1).action())
        .map(action -> report.checked().model().system().actions().get(action).process())
        .map(number -> report.checked().model().system().layout().processes().get(number).name())
        .orElse("a task");
  }

  private String site(LockCycles.Edge edge) {
    return site(facts(report, edge).get(0));
  }

  private static String site(Fact fact) {
    if (fact instanceof Fact.Taken taken) return taken.site();
    if (fact instanceof Fact.Waiting waiting) return waiting.at().function();
    return ((Fact.Ended) fact).site();
  }

  /** Two threads that go different ways round; a longer circle is told as a chain. */
  private List<String> scenario() {
    final List<String> lines = new ArrayList<>(List.of(""));
    if (cycle.size() > 2) {
      lines.add("Chain exists of:");
      lines.add(
          "  "
              + String.join(" --> ", cycle.stream().map(LockCycles.Edge::from).toList())
              + " --> "
              + cycle.get(0).from());
      lines.add("");
    }
    final LockCycles.Edge closing = cycle.get(0);
    lines.add(" Possible unsafe locking scenario:");
    lines.add("");
    lines.add(columns("       CPU0", "CPU1"));
    lines.add(columns("       ----", "----"));
    lines.add(lock(closing.from()));
    lines.add(columns("", lock(closing.to()).strip()));
    lines.add(columns("", lock(closing.from()).strip()));
    lines.add(lock(closing.to()));
    lines.add("");
    lines.add(" *** DEADLOCK ***");
    return lines;
  }

  private static String lock(String name) {
    return "  lock(" + name + ");";
  }

  private static String columns(String first, String second) {
    return Paragraph.padded(first, SECOND_COLUMN) + second;
  }
}
