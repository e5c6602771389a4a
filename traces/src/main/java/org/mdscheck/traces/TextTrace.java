package org.mdscheck.traces;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.SpecError;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * A counterexample as plain text that can be pasted into a mail: ASCII, no tabs, at most 70
 * columns. The reason comes first, then the steps, then where every process stands, then how to
 * reproduce it. Immutable, thread-safe.
 */
public final class TextTrace {
  private final TransitionSystem system;
  private final TraceStyle style;

  public TextTrace(TransitionSystem system, TraceStyle style) {
    this.system = system;
    this.style = style;
  }

  /**
   * The counterexample of a violated property.
   *
   * @param result with a trace of this system
   * @param reproduce the command that shows it again; empty for none
   * @throws IllegalArgumentException if the result has no trace
   */
  public String of(PropertyResult result, String reproduce) {
    if (result.trace() == null)
      throw new IllegalArgumentException(
          result.name() + " is " + result.verdict() + " without a trace: there is nothing to show");
    final Lines out = new Lines();
    final Trace trace = result.trace();
    out.add(0, result.name() + " is VIOLATED: trace " + trace.id() + ", " + steps(trace.depth()));
    out.add("  expected: ", result.meaning(), 0);
    out.add("  broken:   ", broken(trace), 0);
    writeDecidingSlots(trace, out);
    if (!result.note().isEmpty()) out.add("  note:     ", result.note(), 0);
    writeBody(trace, result.evidenceStates(), out);
    writeReproduce(reproduce, out);
    return out.toString();
  }

  /**
   * The run that leads to a fault of the spec.
   *
   * @param error the fault, with or without a trace of this system
   * @param reproduce the command that shows it again; empty for none
   */
  public String of(SpecError error, String reproduce) {
    final Lines out = new Lines();
    final Trace trace = error.trace();
    out.add(0, "ERROR: " + error.message());
    if (trace != null) {
      out.add(2, "trace " + trace.id() + ", " + steps(trace.depth()));
      writeBody(trace, -1, out);
    }
    writeReproduce(reproduce, out);
    return out.toString();
  }

  private static String steps(int count) {
    return count + (count == 1 ? " step" : " steps");
  }

  private boolean endsInStep(String property) {
    return system.properties().stream()
        .filter(p -> p.name().equals(property))
        .anyMatch(p -> p instanceof Property.Checked || p instanceof Property.StepInvariant);
  }

  private String broken(Trace trace) {
    final List<String> ids = DecidingSlots.of(system, trace).ids();
    return trace.clause()
        + (ids.isEmpty() ? "" : ", for " + String.join(" and ", ids))
        + (endsInStep(trace.property()) ? ", by the last step" : "");
  }

  private void writeDecidingSlots(Trace trace, Lines out) {
    final List<Slot> slots = DecidingSlots.of(system, trace).slots();
    if (slots.isEmpty()) return;
    final StateVector last = trace.stateBefore(trace.depth());
    out.list(
        "  where:    ",
        slots.stream()
            .map(slot -> slot.name() + " = " + last.show(system.layout(), slot.index()))
            .toList());
  }

  private void writeBody(Trace trace, long evidenceStates, Lines out) {
    final ShownTrace shown = new ShownTrace(system, trace);
    final List<Standing> standings = Standing.of(shown);
    if (shown.steps().isEmpty()) {
      out.gap();
      out.add(0, "No step is needed: the initial state is wrong.");
    } else if (style != TraceStyle.OFF) {
      writeLegend(shown, standings, out);
      out.gap();
      new TraceTable(shown, style, out).write();
    }
    writeEvidence(trace, evidenceStates, out);
    out.gap();
    new StandingText(shown, standings, out).write();
  }

  private static void writeLegend(ShownTrace shown, List<Standing> standings, Lines out) {
    final List<String> entries = new ArrayList<>();
    for (Locks.Lock lock : shown.locks().all()) {
      if (isSeen(lock, shown, standings)) entries.add(lock.mark() + " = " + lock.name());
    }
    if (!entries.isEmpty()) {
      out.gap();
      out.list("held: ", entries);
      out.add(6, "(in a thread's column: it holds the lock while others go on)");
    }
  }

  private static boolean isSeen(Locks.Lock lock, ShownTrace shown, List<Standing> standings) {
    return shown.locks().owner(lock, shown.trace().initial()) >= 0
        || shown.steps().stream().anyMatch(s -> shown.locks().owner(lock, s.state()) >= 0)
        || standings.stream().anyMatch(s -> s.waitsFor().contains(lock));
  }

  private static void writeEvidence(Trace trace, long states, Lines out) {
    if (states < 0) return;
    out.gap();
    final String goal = "the goal of \"" + trace.clause() + "\"";
    if (states == 1) {
      out.add(
          0,
          "From here nothing more happens without a further fault or option, and "
              + goal
              + " is not reached.");
    } else {
      out.add(
          0,
          "From here "
              + states
              + " states can be reached without a further fault or option, this one"
              + " included; in none of them is "
              + goal
              + " reached.");
    }
  }

  private static void writeReproduce(String command, Lines out) {
    if (command.isEmpty()) return;
    out.gap();
    out.line("Reproduce with:");
    out.add(2, command);
  }
}
