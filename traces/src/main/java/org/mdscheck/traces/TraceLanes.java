package org.mdscheck.traces;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem;
import org.mdscheck.traces.graphviz.LanePicture;
import org.mdscheck.traces.graphviz.LockPalette;

/** A counterexample as a picture: a lane per process, with locks and messages. */
public final class TraceLanes {
  private final ShownTrace trace;
  private final Map<Integer, List<String>> functionsOf = new HashMap<>();

  private TraceLanes(ShownTrace trace) {
    this.trace = trace;
  }

  /**
   * The picture of a counterexample.
   *
   * @param result with a trace of the system
   * @throws IllegalArgumentException if the result has no trace
   */
  public static LanePicture picture(TransitionSystem system, PropertyResult result) {
    if (result.trace() == null) {
      throw new IllegalArgumentException(
          result.name() + " is " + result.verdict() + " without a trace: there is nothing to draw");
    }
    return new TraceLanes(new ShownTrace(system, result.trace())).picture(result);
  }

  private LanePicture picture(PropertyResult result) {
    final Trace run = trace.trace();
    final String length = run.depth() + (run.depth() == 1 ? " step" : " steps");
    final List<Standing> standings = Standing.of(trace);
    return new LanePicture(
        result.name() + " in " + trace.system().name() + ": " + length + ", trace " + run.id(),
        trace.layout().processes().stream().map(StateLayout.Process::name).toList(),
        trace.steps().stream().map(this::row).toList(),
        waits(standings),
        reason(result, standings),
        palette());
  }

  private LanePicture.Row row(ShownTrace.Step step) {
    return new LanePicture.Row(
        step.number(),
        step.process(),
        statement(step),
        changes(step),
        trace.locks().heldBy(step.process(), step.state()).stream()
            .map(lock -> new LanePicture.Lock(lock.name(), lock.lockClass()))
            .toList(),
        step.received().stream().map(d -> new LanePicture.Message(d.fromStep(), d.text())).toList(),
        step.number() == trace.steps().size());
  }

  /** The statement, after the function if the process was in another one before. */
  private String statement(ShownTrace.Step step) {
    final List<String> functions = step.action().functions();
    final boolean isSame = functions.equals(functionsOf.put(step.process(), functions));
    return (isSame ? "" : FunctionName.of(step.function()) + ": ")
        + step.action().label()
        + (step.action().fault() ? " [fault]" : "");
  }

  private List<String> changes(ShownTrace.Step step) {
    final List<String> changes = new ArrayList<>();
    for (Change change : step.changes()) changes.add(change.text(trace.layout(), step.process()));
    return changes;
  }

  /** Those who wait for a mutex, unless they have not even begun. */
  private List<LanePicture.Wait> waits(List<Standing> standings) {
    final List<LanePicture.Wait> waits = new ArrayList<>();
    for (Standing standing : standings) {
      if (standing.waitsFor().isEmpty() || !trace.participants().contains(standing.process()))
        continue;
      final Locks.Lock lock = standing.waitsFor().get(0);
      waits.add(
          new LanePicture.Wait(
              standing.process(),
              standing.place(),
              "waits for " + lock.name() + ", owned by " + trace.processName(standing.owner())));
    }
    return waits;
  }

  private String reason(PropertyResult result, List<Standing> standings) {
    final StringBuilder text = new StringBuilder(result.name() + " is " + result.verdict());
    text.append(": ").append(result.trace().clause());
    final List<String> ids = DecidingSlots.of(trace.system(), result.trace()).ids();
    if (!ids.isEmpty()) text.append(", for ").append(String.join(" and ", ids));
    text.append('.');
    if (result.evidenceStates() >= 0) {
      text.append(" States that can be reached from here without a further fault or option: ");
      text.append(result.evidenceStates()).append("; the goal is in none of them.");
    }
    final List<Standing> circle = Standing.circle(standings);
    if (!circle.isEmpty()) text.append(" ").append(StandingText.circle(trace, circle)).append('.');
    return text.toString();
  }

  private LockPalette palette() {
    final TreeSet<String> classes = new TreeSet<>(LockOrder.lockClasses(trace.system()));
    final List<String> all = new ArrayList<>(classes);
    for (Locks.Lock lock : trace.locks().all()) {
      if (classes.add(lock.lockClass())) all.add(lock.lockClass());
    }
    return new LockPalette(all);
  }
}
