package org.mdscheck.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.traces.locks.Fact;
import org.mdscheck.traces.locks.LockCycles;

/** The order of locks, other waits and data races of a model, as text. */
public final class LockReport {
  private static final String NEW = ">> ";
  private static final String OLD = "   ";
  private static final int EVIDENCE_COLUMN = 54;

  private final CheckedModel checked;
  private final List<Fact> facts;
  private final Set<String> known;
  private final String base;
  private final List<List<LockCycles.Edge>> cycles;

  /**
   * @param checked with a property for each fact, of its name
   * @param facts sorted by name
   * @param known names of facts that are nothing new; null if nothing is marked as new
   * @param base whose those are; null if nobody's
   */
  public LockReport(CheckedModel checked, List<Fact> facts, Set<String> known, String base) {
    this.checked = checked;
    this.facts = List.copyOf(facts);
    this.known = known == null ? null : Set.copyOf(known);
    this.base = base;
    cycles = LockCycles.of(facts);
  }

  /** The model and the runs. */
  public CheckedModel checked() {
    return checked;
  }

  /** The facts, sorted by name. */
  public List<Fact> facts() {
    return facts;
  }

  /** Circles of locks and waits. */
  public List<List<LockCycles.Edge>> cycles() {
    return cycles;
  }

  /** Whether the variant compared with lacks a fact; false if there is none. */
  public boolean isNew(Fact fact) {
    return known != null && !known.contains(fact.name());
  }

  /** A shortest run to a fact. */
  public Optional<PropertyResult> witness(Fact fact) {
    return checked.result().property(fact.name()).filter(result -> result.trace() != null);
  }

  /** The run with an id, to whatever it leads. */
  public Optional<PropertyResult> witness(String id) {
    return checked.result().properties().stream()
        .filter(result -> result.trace() != null && result.trace().id().equals(id))
        .findFirst();
  }

  /** How a command ends that has found this out. A race alone is no fault. */
  public ExitCode exitCode() {
    final List<ExitCode> codes = new ArrayList<>();
    if (checked.result().error() != null) codes.add(ExitCode.MODEL_FAULT);
    if (checked.result().limit() != null) codes.add(ExitCode.INCOMPLETE);
    if (!cycles.isEmpty()) codes.add(ExitCode.LOCK_ORDER);
    if (deadlockResults().stream().anyMatch(result -> result.trace() != null))
      codes.add(ExitCode.DEADLOCK);
    return ExitCode.gravest(codes);
  }

  /**
   * All of it.
   *
   * @param command with which it was made
   */
  public List<String> lines(String command) {
    final List<String> lines = new ArrayList<>();
    lines.add(verdict());
    lines.addAll(new VerdictReport(checked, Paint.PLAIN).conditions());
    if (checked.result().limit() != null)
      lines.addAll(Paragraph.lines("Incomplete: ", "  ", checked.result().limit().message()));
    if (base != null) lines.add(">> marks what " + base + " does not do");
    for (List<LockCycles.Edge> cycle : cycles) lines.addAll(new CycleText(this, cycle).lines());
    if (!cycles.isEmpty()) lines.addAll(deadlocks());
    lines.addAll(section("Lock order (held -> taken)", Fact.Taken.class));
    lines.addAll(section("Waits that are not for a lock", Fact.Waiting.class));
    lines.addAll(section("What ends those waits", Fact.Ended.class));
    lines.addAll(unended());
    lines.addAll(threads());
    lines.addAll(section("Data races (both next in one state, one writes)", Fact.Race.class));
    lines.add("");
    lines.addAll(Paragraph.lines("", "  ", command + " --witness ID shows a run"));
    return lines;
  }

  private String verdict() {
    final boolean isIncomplete = checked.result().limit() != null;
    final String word =
        !cycles.isEmpty() ? "VIOLATED" : isIncomplete ? "INCOMPLETE" : Verdict.HOLDS.name();
    final String count = cycles.isEmpty() ? "no" : Integer.toString(cycles.size());
    return word
        + "  "
        + checked.model().request().variant()
        + " in scenario "
        + checked.model().request().scenario()
        + ": "
        + count
        + (cycles.size() == 1 ? " circle" : " circles")
        + " of locks";
  }

  /** Whether the deadlock is also reached: that is more than an order. */
  private List<String> deadlocks() {
    final List<String> lines = new ArrayList<>(List.of(""));
    for (PropertyResult result : deadlockResults()) {
      lines.add(
          result.trace() == null
              ? "No deadlock was reached: " + result.name() + " " + result.verdict()
              : "A deadlock is reached: " + result.name() + "  " + evidence(result));
    }
    return lines;
  }

  private List<PropertyResult> deadlockResults() {
    return checked.result().properties().stream()
        .filter(result -> checked.model().exitCodes().get(result.name()) == ExitCode.DEADLOCK)
        .sorted(Comparator.comparing(PropertyResult::name))
        .toList();
  }

  /** Waits of which no other thread is seen to end one: there is a timeout, or no way out. */
  private List<String> unended() {
    final List<String> lines = new ArrayList<>();
    for (Fact fact : facts) {
      if (!(fact instanceof Fact.Waiting waiting)) continue;
      final boolean isEnded =
          facts.stream().anyMatch(f -> f instanceof Fact.Ended e && e.at().equals(waiting.at()));
      if (!isEnded)
        lines.addAll(
            Paragraph.lines(
                OLD,
                OLD + "  ",
                waiting.at().name() + ": no other thread, for " + waiting.thread()));
    }
    return lines;
  }

  /** Circles without a lock; who waits may be another thread of the family than who ends. */
  private List<String> threads() {
    final List<String> lines =
        new ArrayList<>(List.of("", "Circles of threads (waits -> ended by), unseen by lockdep:"));
    final List<List<LockCycles.Edge>> circles = LockCycles.ofThreads(facts);
    if (circles.isEmpty()) lines.add(OLD + "none");
    for (List<LockCycles.Edge> circle : circles) {
      final List<String> stations =
          new ArrayList<>(circle.stream().map(LockCycles.Edge::from).toList());
      stations.add(circle.get(0).from());
      lines.addAll(Paragraph.lines(OLD, OLD + "  ", String.join(" -> ", stations)));
    }
    return lines;
  }

  private List<String> section(String title, Class<? extends Fact> kind) {
    final SortedMap<String, List<Fact>> groups = new TreeMap<>();
    for (Fact fact : facts) {
      if (kind.isInstance(fact))
        groups.computeIfAbsent(group(fact), g -> new ArrayList<>()).add(fact);
    }
    final List<String> lines = new ArrayList<>(List.of("", title + ":"));
    if (groups.isEmpty()) lines.add(OLD + "none");
    groups.forEach(
        (name, members) -> {
          lines.addAll(Paragraph.lines(OLD, OLD + "  ", name));
          members.forEach(fact -> lines.addAll(line(fact)));
        });
    return lines;
  }

  private String group(Fact fact) {
    if (fact instanceof Fact.Taken taken) return taken.held() + " -> " + taken.taken();
    if (fact instanceof Fact.Waiting waiting) return waiting.at().name();
    if (fact instanceof Fact.Ended ended) return ended.at().name();
    final String variable = ((Fact.Race) fact).variable();
    return variable + ", guard: " + checked.model().guards().get(variable);
  }

  private static String text(Fact fact) {
    if (fact instanceof Fact.Taken taken) return taken.site();
    if (fact instanceof Fact.Waiting waiting)
      return waiting.thread() + ", holding " + locks(waiting.held());
    if (fact instanceof Fact.Ended ended)
      return ended.thread() + ", " + ended.site() + " holding " + locks(ended.held());
    final Fact.Race race = (Fact.Race) fact;
    return race.first() + " | " + race.second();
  }

  private static String locks(List<String> held) {
    return held.isEmpty() ? "no lock" : String.join(", ", held);
  }

  private List<String> line(Fact fact) {
    final String lead = (isNew(fact) ? NEW : OLD) + "  ";
    final List<String> lines = new ArrayList<>(Paragraph.lines(lead, OLD + "    ", text(fact)));
    final int last = lines.size() - 1;
    final String evidence = witness(fact).map(LockReport::evidence).orElse("");
    if (lines.get(last).length() < EVIDENCE_COLUMN) {
      lines.set(last, Paragraph.padded(lines.get(last), EVIDENCE_COLUMN) + evidence);
    } else {
      lines.add(" ".repeat(EVIDENCE_COLUMN) + evidence);
    }
    return lines;
  }

  /** Depth and id of a run. */
  static String evidence(PropertyResult result) {
    return Paragraph.padded("d" + result.depth(), 5) + " trace " + result.trace().id();
  }
}
