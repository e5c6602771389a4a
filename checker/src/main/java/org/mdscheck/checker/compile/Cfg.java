package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Bound;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Statement;

/**
 * A spec elaborated: one control-flow graph per process, with every call inlined and every choice
 * an edge of its own.
 *
 * @param graphs by process
 * @param layout the layout under construction, complete
 * @param isComplete whether every label that was drawn is still there
 */
record Cfg(List<Graph> graphs, LayoutBuilder layout, boolean isComplete) {

  /** The graph of one process; {@code start} is taken before the first step. */
  record Graph(int process, int labelSlot, List<Node> nodes, Target start) {}

  /** A label: the process is about to take one of {@code edges}. */
  record Node(int number, String label, boolean resting, List<Edge> edges) {}

  /**
   * One atomic step.
   *
   * @param parts the actions of the graphs as they were drawn that this edge stands for, in order
   * @param guards all must have the value wanted
   * @param acquired the mutexes that must be free
   * @param scope what the names in guards and effects mean
   */
  record Edge(
      int action,
      List<Integer> parts,
      List<String> functions,
      String label,
      Statement.Kind kind,
      List<Guard> guards,
      List<Effect> effects,
      List<Ref> acquired,
      Scope scope,
      Target target) {

    /** The same edge to another place. */
    Edge to(Target other) {
      return with(effects, other);
    }

    /** The same edge on a way that stands for other actions. */
    Edge by(List<Integer> others, Target other) {
      return new Edge(
          action, others, functions, label, kind, guards, effects, acquired, scope, other);
    }

    /** The same edge with other effects and to another place. */
    Edge with(List<Effect> others, Target other) {
      return new Edge(
          action, parts, functions, label, kind, guards, others, acquired, scope, other);
    }
  }

  /** A condition with the scope that it stands in, and the value wanted. */
  record Guard(Expr condition, Scope scope, boolean wanted) {}

  /** Where a step leads. */
  sealed interface Target {
    /** To a node of the same graph. */
    record At(int node) implements Target {}

    /** One way or the other, by a condition on locals after the step. */
    record Decide(Expr condition, Scope scope, Target then, Target otherwise) implements Target {}

    /**
     * Out of a program: its locals ({@code count} slots from {@code slot} on) go back to their
     * defaults.
     */
    record Clear(List<int[]> slotRanges, Target target) implements Target {}

    /**
     * Past a node, by one of its steps, without a stop there. A guard that has not the value wanted
     * makes the whole edge one that is not enabled: another edge goes this way then.
     */
    record Past(List<Guard> guards, List<Effect> effects, Scope scope, Target target)
        implements Target {}

    /** The nodes that it can lead to. */
    static List<Integer> leaves(Target target) {
      if (target instanceof At at) return List.of(at.node());
      if (target instanceof Clear clear) return leaves(clear.target());
      if (target instanceof Past past) return leaves(past.target());
      if (!(target instanceof Decide decide)) return List.of();
      List<Integer> all = new ArrayList<>(leaves(decide.then()));
      all.addAll(leaves(decide.otherwise()));
      return all;
    }

    /** The nodes that are passed on the ways to the end. */
    static List<Past> passed(Target target) {
      List<Past> all = new ArrayList<>();
      if (target instanceof Decide decide) {
        all.addAll(passed(decide.then()));
        all.addAll(passed(decide.otherwise()));
      } else if (target instanceof Clear clear) {
        all.addAll(passed(clear.target()));
      } else if (target instanceof Past past) {
        all.add(past);
        all.addAll(passed(past.target()));
      }
      return all;
    }

    /** A way that this edge does not go: where it would lead here it is not enabled. */
    record Nowhere() implements Target {}
  }

  /** One more value of a bound variable. */
  static Scope bind(Scope scope, Bound variable, int value) {
    return variable == null ? scope : scope.with(variable, value);
  }
}
