package org.mdscheck.checker.spec;

import java.util.List;
import java.util.stream.Stream;

/**
 * A function as labelled atomic steps of one thread. Written with {@link #program} and the methods
 * of {@link Block}.
 *
 * @param name as in the source, for traces
 * @param locals its local variables
 */
public record Program(String name, List<Local> locals, List<Statement> body) {
  public Program {
    locals = List.copyOf(locals);
    body = List.copyOf(body);
  }

  /** Begins a program; {@link Block#end} finishes it. */
  public static Block program(String name, Local... locals) {
    return new Block(name, List.of(locals));
  }

  /** Begins a block inside a program. */
  public static Block block() {
    return new Block(null, List.of());
  }

  /** Whether it has this name, or calls a program that has, directly or through others. */
  public boolean runs(String function) {
    return name.equals(function) || body.stream().anyMatch(statement -> runs(statement, function));
  }

  private static boolean runs(Statement statement, String function) {
    if (statement instanceof Statement.Call call) return call.program().runs(function);
    return parts(statement).anyMatch(part -> runs(part, function));
  }

  private static Stream<Statement> parts(Statement statement) {
    if (statement instanceof Statement.Test test)
      return Stream.concat(test.then().stream(), test.otherwise().stream());
    if (statement instanceof Statement.Branch branch)
      return Stream.concat(branch.then().stream(), branch.otherwise().stream());
    if (statement instanceof Statement.Loop loop) return loop.body().stream();
    if (statement instanceof Statement.Either either)
      return either.ways().stream().flatMap(List::stream);
    return Stream.empty();
  }
}
