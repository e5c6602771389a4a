package org.mdscheck.traces;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.traces.ShownTrace.Step;

/**
 * The steps of a trace as a table: a column per process, a step per line.
 *
 * <p>Only one process acts on a line, so its text may reach into the columns to its right: a column
 * is where a process's text begins. Where a process holds locks, their marks stand in its column
 * while others act.
 */
final class TraceTable {
  /** The least room that the text of the rightmost column gets. */
  private static final int LEAST_TEXT = 34;

  /** The most room between two columns. */
  private static final int MOST_SPACING = 22;

  private static final int LEAST_SPACING = 2;
  private static final int MOST_CALL_INDENT = 3;

  /** The names of the columns are repeated after so many lines. */
  private static final int LINES_PER_HEAD = 40;

  private final ShownTrace trace;
  private final TraceStyle style;
  private final Lines out;
  private final List<Integer> columns;
  private final int digits;
  private final int numberWidth;
  private final int marksWidth;
  private final int spacing;
  private final boolean hasNames;
  private final Map<Integer, List<String>> functionsOf = new HashMap<>();

  TraceTable(ShownTrace trace, TraceStyle style, Lines out) {
    this.trace = trace;
    this.style = style;
    this.out = out;
    columns = trace.participants();
    digits = Math.max(2, Integer.toString(trace.steps().size()).length());
    numberWidth = 2 + digits + 1;
    int widest = 0;
    for (Step step : trace.steps()) widest = Math.max(widest, marks(step).length());
    marksWidth = widest == 0 ? 0 : Math.max(4, widest) + 1;
    spacing = spacing();
    hasNames = namesFit();
  }

  private int spacing() {
    if (columns.size() < 2) return MOST_SPACING;
    final int room = Lines.WIDTH - numberWidth - marksWidth - LEAST_TEXT;
    return Math.max(LEAST_SPACING, Math.min(MOST_SPACING, room / (columns.size() - 1)));
  }

  /** Where the text of a process begins; the last ones share a column if there are too many. */
  private int columnOf(int process) {
    final int last = Lines.WIDTH - LEAST_TEXT;
    return Math.min(last, numberWidth + marksWidth + columns.indexOf(process) * spacing);
  }

  void write() {
    out.line(head());
    if (style == TraceStyle.FULL) writeState(trace.trace().initial());
    int previous = -1;
    int headAt = out.count();
    for (Step step : trace.steps()) {
      final boolean isOther = step.process() != previous;
      if (isOther && hasNames && out.count() - headAt > LINES_PER_HEAD) {
        headAt = out.count();
        out.line(head());
      }
      writeFunction(step, isOther && !hasNames);
      writeStatement(step);
      for (Change change : step.changes())
        writeText(step, "", textColumn(step) + 2, changeText(step, change));
      if (style == TraceStyle.FULL) writeState(step.state());
      previous = step.process();
    }
  }

  /** Whether the names of all columns fit side by side above them. */
  private boolean namesFit() {
    for (int i = 0; i < columns.size(); i++) {
      final int end = columnOf(columns.get(i)) + name(columns.get(i)).length();
      final int room = i + 1 < columns.size() ? columnOf(columns.get(i + 1)) - 2 : Lines.WIDTH;
      if (end > room) return false;
    }
    return true;
  }

  private String head() {
    final StringBuilder head = new StringBuilder("step");
    pad(head, numberWidth);
    if (marksWidth > 0) head.append("held");
    if (!hasNames) return head.toString();
    for (int process : columns) {
      pad(head, columnOf(process));
      head.append(name(process));
    }
    return head.toString();
  }

  private String name(int process) {
    return Lines.ascii(trace.processName(process));
  }

  /**
   * The function when it is another one than before, after the process's name if that is wanted.
   */
  private void writeFunction(Step step, boolean isNamed) {
    final List<String> functions = step.action().functions();
    final List<String> before = functionsOf.put(step.process(), functions);
    final boolean isSame = functions.equals(before);
    if (isSame && !isNamed) return;
    final boolean isBack =
        !isSame
            && before != null
            && before.size() > functions.size()
            && before.subList(0, functions.size()).equals(functions);
    final String function = (isBack ? "back in " : "") + FunctionName.of(step.function());
    if (isNamed) {
      writeText(step, "", columnOf(step.process()), name(step.process()) + ": " + function);
    } else {
      writeText(step, "", columnOf(step.process()) + indent(step), function);
    }
  }

  private void writeStatement(Step step) {
    final boolean isLast = step.number() == trace.steps().size();
    final String mark = isLast ? ">>" : "  ";
    final String lead = String.format("%s%" + digits + "d ", mark, step.number());
    writeText(
        step,
        lead + marks(step),
        textColumn(step),
        step.action().label() + (step.action().fault() ? " [fault]" : ""));
  }

  /** What changed; of a message, also the step that sent it. */
  private String changeText(Step step, Change change) {
    final String text = change.text(trace.layout(), step.process());
    return step.received().stream()
        .filter(delivery -> delivery.queue().equals(change.variable().name()))
        .map(delivery -> text + " of step " + (delivery.fromStep() + 1))
        .findFirst()
        .orElse(text);
  }

  private int textColumn(Step step) {
    return columnOf(step.process()) + indent(step) + 1;
  }

  /** A column per call, as far as there is room. */
  private int indent(Step step) {
    final int depth = step.action().functions().size() - 1;
    return Math.min(depth, Math.min(MOST_CALL_INDENT, spacing / 4));
  }

  private void writeText(Step step, String lead, int column, String text) {
    String start = lead;
    final List<String> wrapped = Lines.wrap(text, Lines.WIDTH - column, 2);
    for (String part : wrapped) {
      out.line(withHeldByOthers(step, start, column, part));
      start = "";
    }
  }

  /** Puts the marks of the locks that other processes hold where the line has room for them. */
  private String withHeldByOthers(Step step, String lead, int column, String text) {
    final StringBuilder line = new StringBuilder(lead);
    pad(line, column);
    line.append(text);
    for (int process : columns) {
      final int at = columnOf(process);
      final String marks = marks(process, step.state(), spacing - 1);
      if (process == step.process() || marks.isEmpty()) continue;
      if (at + marks.length() < column) {
        line.replace(at, at + marks.length(), marks);
      } else if (at > line.length() + 1 && at + marks.length() <= Lines.WIDTH) {
        pad(line, at);
        line.append(marks);
      }
    }
    return line.toString();
  }

  private static void pad(StringBuilder line, int column) {
    while (line.length() < column) line.append(' ');
  }

  private String marks(Step step) {
    return marks(step.process(), step.state(), Integer.MAX_VALUE);
  }

  /** The marks of the locks that a process holds, cut to {@code width} with a plus. */
  private String marks(int process, StateVector state, int width) {
    final String marks =
        trace.locks().heldBy(process, state).stream()
            .map(Locks.Lock::mark)
            .collect(Collectors.joining());
    return marks.length() <= width ? marks : marks.substring(0, Math.max(0, width - 1)) + "+";
  }

  /** Every variable of a state, and where each process stands. */
  private void writeState(StateVector state) {
    final String lead = " ".repeat(numberWidth + marksWidth);
    final List<String> values = new ArrayList<>();
    final List<String> places = new ArrayList<>();
    for (Variables.Variable variable : trace.variables().all()) {
      if (variable.kind() == Slot.Kind.LABEL)
        places.add(trace.processName(variable.process()) + " at " + variable.show(state));
      else values.add(variable.name() + " = " + variable.show(state));
    }
    if (!values.isEmpty()) out.list(lead, values);
    for (String place : places) out.add(lead, place, 2);
  }
}
