package org.mdscheck.checker.oracle.tree;

import java.util.List;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Statement;

/**
 * Where a process stands: before a statement of a block, and where it goes on after the block. Two
 * positions are equal when they are in the same block object.
 *
 * @param program the program whose body the block is; null for a block inside one
 * @param isLoop whether the block begins again at its end
 */
record Position(
    Same<List<Statement>> block, int index, Same<Program> program, boolean isLoop, Position outer) {

  /** An object compared by identity. */
  record Same<T>(T object) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Same<?> same && same.object == object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }

  static Position start(Program program, Position outer) {
    return new Position(new Same<>(program.body()), 0, new Same<>(program), false, outer);
  }

  Position into(List<Statement> inner, boolean loops) {
    return new Position(new Same<>(inner), 0, null, loops, next());
  }

  Position next() {
    return at(index + 1);
  }

  Position at(int where) {
    return new Position(block, where, program, isLoop, outer);
  }

  /** Null at the end of the block. */
  Statement statement() {
    return index < block.object.size() ? block.object.get(index) : null;
  }

  /** The start of the loop around. */
  Position loop() {
    return isLoop ? at(0) : outer.loop();
  }

  /** The body of the program around. */
  Position body() {
    return program != null ? this : outer.body();
  }

  /** The place of a mark in this block or in one inside it; null if it is elsewhere. */
  Position find(Statement.Mark mark) {
    for (int i = 0; i < block.object.size(); i++) {
      Position here = at(i);
      if (here.statement().equals(mark)) return here;
      for (Position inner : here.inside()) {
        Position found = inner.find(mark);
        if (found != null) return found;
      }
    }
    return null;
  }

  private List<Position> inside() {
    Statement s = statement();
    if (s instanceof Statement.Test t)
      return List.of(into(t.then(), false), into(t.otherwise(), false));
    if (s instanceof Statement.Branch b)
      return List.of(into(b.then(), false), into(b.otherwise(), false));
    if (s instanceof Statement.Loop l) return List.of(into(l.body(), true));
    if (s instanceof Statement.Either e)
      return e.ways().stream().map(way -> into(way, false)).toList();
    return List.of();
  }
}
