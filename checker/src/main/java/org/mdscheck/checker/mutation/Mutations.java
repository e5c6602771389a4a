package org.mdscheck.checker.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Statement;

/** The mutants of a spec. */
public final class Mutations {
  private final Spec spec;

  Mutations(Spec spec) {
    this.spec = spec;
  }

  /**
   * All mutants of the functions that some processes run, in the order of the text.
   *
   * @param families names of process families; those of no other are changed
   */
  public static List<Mutation> of(Spec spec, Predicate<String> families) {
    Map<String, Mutation> all = new LinkedHashMap<>();
    for (Spec.ProcessFamily family : spec.processes()) {
      if (families.test(family.name())) collect(family.program(), spec, all);
    }
    return List.copyOf(all.values());
  }

  private static void collect(Program program, Spec spec, Map<String, Mutation> all) {
    changes(program)
        .forEach(
            (text, change) -> {
              Mutation one = new Mutation(change.operator(), program.name(), text, spec);
              all.putIfAbsent(one.toString(), one);
            });
    for (Program called : calls(program.body())) collect(called, spec, all);
  }

  /** The changes of one program by their texts; equal texts are told apart by a number. */
  private static Map<String, Change<List<Statement>>> changes(Program program) {
    Map<String, Change<List<Statement>>> changes = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    Stream.concat(StatementChanges.of(program.body()), LockChanges.of(program.body()))
        .forEach(
            change -> {
              int count = seen.merge(change.text(), 1, Integer::sum);
              changes.put(change.text() + (count == 1 ? "" : " (" + count + ")"), change);
            });
    return changes;
  }

  private static List<Program> calls(List<Statement> body) {
    List<Program> calls = new ArrayList<>();
    for (Statement statement : body) {
      if (statement instanceof Statement.Call call) calls.add(call.program());
      statement.bodies().forEach(inside -> calls.addAll(calls(inside)));
    }
    return calls;
  }

  Spec applied(Mutation mutation) {
    return new Spec(
        spec.name() + ", " + mutation,
        spec.scalarsets(),
        spec.variables(),
        spec.processes().stream()
            .map(
                family ->
                    new Spec.ProcessFamily(
                        family.name(),
                        family.members(),
                        family.self(),
                        changed(family.program(), mutation)))
            .toList(),
        spec.properties(),
        spec.tallies(),
        spec.limits());
  }

  private static Program changed(Program program, Mutation mutation) {
    Change<List<Statement>> change =
        program.name().equals(mutation.function()) ? changes(program).get(mutation.text()) : null;
    List<Statement> body = change == null ? program.body() : change.result();
    return new Program(program.name(), program.locals(), called(body, mutation));
  }

  private static List<Statement> called(List<Statement> body, Mutation mutation) {
    return body.stream().map(statement -> called(statement, mutation)).toList();
  }

  private static Statement called(Statement statement, Mutation mutation) {
    if (statement instanceof Statement.Call call)
      return new Statement.Call(changed(call.program(), mutation));
    return statement.withBodies(body -> called(body, mutation));
  }
}
