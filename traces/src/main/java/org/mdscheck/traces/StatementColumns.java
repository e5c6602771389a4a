package org.mdscheck.traces;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * The statements of a counterexample in a column for each thread, the way lockdep shows what two
 * CPUs do: ASCII, at most 70 columns. What the environment does stands between the lines, in
 * parentheses. Which variables change is left to {@link TextTrace}. Immutable.
 */
public final class StatementColumns {
  /** The least room that the text of the rightmost column gets. */
  private static final int LEAST_TEXT = 32;

  private static final int MOST_SPACING = 24;
  private static final int LEAST_SPACING = 4;

  private final TransitionSystem system;
  private final Set<String> environment;

  /**
   * @param environment families of processes that get no column
   */
  public StatementColumns(TransitionSystem system, Set<String> environment) {
    this.system = system;
    this.environment = Set.copyOf(environment);
  }

  /** The lines for a trace of the system. */
  public List<String> of(Trace trace) {
    return new Table(trace).lines();
  }

  /** The columns of one trace. */
  private final class Table {
    private final List<Action> actions = new ArrayList<>();
    private final List<Integer> threads;
    private final int spacing;
    private final Map<Integer, List<String>> functionsOf = new HashMap<>();
    private final Lines out = new Lines();

    Table(Trace trace) {
      trace.steps().forEach(step -> actions.add(system.actions().get(step.action())));
      final TreeSet<Integer> seen = new TreeSet<>();
      for (Action action : actions) if (isThread(action)) seen.add(action.process());
      threads = List.copyOf(seen);
      final int room = Lines.WIDTH - LEAST_TEXT;
      spacing =
          Math.max(LEAST_SPACING, Math.min(MOST_SPACING, room / Math.max(1, threads.size() - 1)));
    }

    List<String> lines() {
      final boolean isHeaded = namesFit();
      if (isHeaded) writeHead();
      int previous = -1;
      for (Action action : actions) {
        if (isThread(action)) write(action, !isHeaded && action.process() != previous);
        else writeEnvironment(action);
        previous = action.process();
      }
      return out.toString().lines().toList();
    }

    private boolean isThread(Action action) {
      return !environment.contains(process(action.process()).family());
    }

    /** The last ones share a column if there are too many. */
    private int columnOf(int process) {
      return Math.min(Lines.WIDTH - LEAST_TEXT, threads.indexOf(process) * spacing);
    }

    private boolean namesFit() {
      return threads.stream().allMatch(t -> process(t).name().length() + 2 <= spacing);
    }

    private void writeHead() {
      final StringBuilder names = new StringBuilder();
      final StringBuilder rules = new StringBuilder();
      for (int thread : threads) {
        final String blanks = " ".repeat(columnOf(thread) - names.length());
        names.append(blanks).append(Lines.ascii(process(thread).name()));
        rules.append(" ".repeat(columnOf(thread) - rules.length())).append("----");
      }
      out.line(names.toString());
      out.line(rules.toString());
    }

    /** A call and what it does stand further right than its caller; a return needs no line. */
    private void write(Action action, boolean isNamed) {
      final List<String> functions = action.functions();
      final List<String> before = functionsOf.put(action.process(), functions);
      final int known = before == null ? 0 : commonPrefix(before, functions);
      final int column = columnOf(action.process());
      if (isNamed) out.add(column, process(action.process()).name() + ":");
      for (int depth = known; depth < functions.size(); depth++)
        out.add(column + depth, FunctionName.of(functions.get(depth)));
      out.add(column + functions.size(), action.label() + (action.fault() ? " [fault]" : ""));
    }

    private static int commonPrefix(List<String> some, List<String> others) {
      int length = 0;
      while (length < Math.min(some.size(), others.size())
          && some.get(length).equals(others.get(length))) length++;
      return length;
    }

    private void writeEnvironment(Action action) {
      out.add(1, "(" + process(action.process()).name() + ": " + action.label() + ")");
    }

    private StateLayout.Process process(int index) {
      return system.layout().processes().get(index);
    }
  }
}
