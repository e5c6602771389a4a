package org.mdscheck.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mdscheck.checker.result.TallyResult;
import org.mdscheck.traces.LockOrder;

/** Which lock is taken while which is held, over several checks of one variant. */
public final class LockOrderReport {
  private static final String ARROW = " --> ";
  private static final String NEW = ">> ";
  private static final String OLD = "   ";

  private final SortedMap<String, SortedSet<String>> functionsOf = new TreeMap<>();

  /**
   * @param checks of one variant
   */
  public LockOrderReport(List<CheckedModel> checks) {
    for (CheckedModel checked : checks) {
      for (TallyResult tally : checked.result().statistics().tallies()) {
        if (tally.name().equals(LockOrder.TALLY)) add(checked, tally);
      }
    }
  }

  private void add(CheckedModel checked, TallyResult tally) {
    for (LockOrder.Edge edge : LockOrder.of(checked.model().system(), tally).edges()) {
      functionsOf
          .computeIfAbsent(edge.held() + ARROW + edge.taken(), key -> new TreeSet<>())
          .addAll(edge.functions());
    }
  }

  /**
   * Each pair of locks with the functions that take the second under the first; marked where the
   * other variant does not.
   */
  public List<String> against(String other, List<CheckedModel> checks) {
    final LockOrderReport base = new LockOrderReport(checks);
    final List<String> lines = new ArrayList<>();
    lines.addAll(Paragraph.lines("Locks taken under another one (>> not in " + other + "):"));
    functionsOf.forEach(
        (edge, functions) -> {
          lines.add((base.functionsOf.containsKey(edge) ? OLD : NEW) + edge);
          for (String function : functions) {
            final boolean isOld =
                base.functionsOf.getOrDefault(edge, new TreeSet<>()).contains(function);
            lines.add((isOld ? OLD : NEW) + "     " + function);
          }
        });
    if (functionsOf.isEmpty()) lines.add(OLD + "none");
    return lines;
  }
}
