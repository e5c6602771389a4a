package org.mdscheck.checker.spec;

import java.util.List;

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
    return statement
        .bodies()
        .anyMatch(body -> body.stream().anyMatch(inside -> runs(inside, function)));
  }
}
