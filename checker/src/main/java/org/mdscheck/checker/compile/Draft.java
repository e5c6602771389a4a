package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Statement;

/**
 * A place in a program while its graph is being drawn: nodes have no number yet and jumps may lead
 * forward.
 */
sealed interface Draft {

  /** A label with the steps that may be taken there. */
  final class Node implements Draft {
    final List<Edge> edges = new ArrayList<>();

    /** Places whose first steps are to become steps of this node. */
    final List<Draft> ways = new ArrayList<>();

    int number = -1;

    boolean resting() {
      return edges.stream().anyMatch(e -> e.kind().rests())
          || edges.stream().allMatch(e -> e.kind() == Statement.Kind.FAULT);
    }

    /** What a person reads of it: the innermost function and the statement that comes next. */
    String label() {
      if (edges.isEmpty()) return "(ended)";
      final List<String> statements = edges.stream().map(Edge::statement).distinct().toList();
      final int others = statements.size() - 1;
      if (others == 0) return statements.get(0);
      return statements.get(0)
          + (others == 1 ? " (or another step)" : " (or " + others + " others)");
    }
  }

  /** See {@link Cfg.Edge}. */
  record Edge(
      List<String> functions,
      String label,
      Statement.Kind kind,
      List<Cfg.Guard> guards,
      List<Effect> effects,
      List<Ref> acquired,
      Scope scope,
      Draft target) {

    /** Function and statement, the outcome of a test left out: {@code f: if (x)}. */
    String statement() {
      return functions.get(functions.size() - 1)
          + ": "
          + label.replaceFirst(" -> (true|false)$", "");
    }
  }

  /** See {@link Cfg.Target.Decide}. */
  record Decide(Expr condition, Scope scope, Draft then, Draft otherwise) implements Draft {}

  /** See {@link Cfg.Target.Clear}. */
  record Clear(List<int[]> slotRanges, Draft target) implements Draft {}

  /** A place not drawn yet: the start of a loop, or a mark. */
  final class Later implements Draft {
    Draft place;
  }
}
