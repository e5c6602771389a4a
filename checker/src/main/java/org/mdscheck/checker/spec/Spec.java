package org.mdscheck.checker.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.mdscheck.checker.system.Scalarset;

/**
 * A complete model: variables, processes and properties. Immutable.
 *
 * @param name with the parameters that it was built from
 */
public record Spec(
    String name,
    List<Scalarset> scalarsets,
    List<Ref.Variable> variables,
    List<ProcessFamily> processes,
    List<Property> properties,
    List<StepTally> tallies,
    List<Limit> limits) {

  public Spec {
    scalarsets = List.copyOf(scalarsets);
    variables = List.copyOf(variables);
    processes = List.copyOf(processes);
    properties = List.copyOf(properties);
    tallies = List.copyOf(tallies);
    limits = List.copyOf(limits);
  }

  /**
   * One process ({@code members} null), or one for each id; {@code self} stands for the id in the
   * program.
   */
  public record ProcessFamily(String name, Scalarset members, Bound self, Program program) {}

  /**
   * For each action the set of values that {@code bucket} takes on its steps; 0 is not recorded.
   */
  public record StepTally(String name, Expr bucket, List<String> bucketNames) {
    public StepTally {
      bucketNames = List.copyOf(bucketNames);
    }
  }

  /** A bound of the model: a state in which {@code within} is false is counted but not expanded. */
  public record Limit(String name, Expr within) {}

  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Collects the parts of a spec. */
  public static final class Builder {
    private final String name;
    private final List<Scalarset> scalarsets = new ArrayList<>();
    private final List<Ref.Variable> variables = new ArrayList<>();
    private final List<ProcessFamily> processes = new ArrayList<>();
    private final List<Property> properties = new ArrayList<>();
    private final List<StepTally> tallies = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private Builder(String name) {
      this.name = name;
    }

    /** Interchangeable ids. */
    public Scalarset scalarset(String member, int size) {
      return scalarset(member, size, true);
    }

    /** Ids, interchangeable or not. */
    public Scalarset scalarset(String member, int size, boolean symmetric) {
      Scalarset ids = new Scalarset(member, size, symmetric);
      requireNew(member);
      scalarsets.add(ids);
      return ids;
    }

    public Ref.Variable variable(String name, Type type) {
      return add(new Ref.Variable(name, type, null, null));
    }

    public Ref.Variable variable(String name, Type type, Object initial) {
      Expr value = Expressions.value(initial);
      Expressions.requireComparable("initial value of " + name, scalarOf(type), value);
      return add(new Ref.Variable(name, type, value, null));
    }

    /** An attribute of the objects of a pool: an array over its ids. */
    public Ref.Variable variable(String name, Pool pool, Type element) {
      return add(new Ref.Variable(name, Type.array(pool.ids(), element), null, pool));
    }

    public Builder process(String name, Program program) {
      requireNew(name);
      processes.add(new ProcessFamily(name, null, null, program));
      return this;
    }

    /** One process for each id. */
    public Builder processes(String name, Scalarset members, Function<Expr, Program> program) {
      requireNew(name);
      Bound self = new Bound(members.name(), new Type.Index.ByIds(members));
      processes.add(new ProcessFamily(name, members, self, program.apply(self)));
      return this;
    }

    public Builder property(Property property) {
      requireNew("property " + property.name());
      properties.add(property);
      return this;
    }

    public Builder tally(String name, Expr bucket, List<String> bucketNames) {
      tallies.add(new StepTally(name, bucket, bucketNames));
      return this;
    }

    /** States in which {@code within} is false are counted but not expanded. */
    public Builder limit(String name, Expr within) {
      Expressions.requireBool("limit " + name, within);
      limits.add(new Limit(name, within));
      return this;
    }

    public Spec build() {
      if (processes.isEmpty())
        throw new SpecException("spec " + name + " has no process: nothing would ever happen");
      return new Spec(name, scalarsets, variables, processes, properties, tallies, limits);
    }

    private Ref.Variable add(Ref.Variable variable) {
      requireNew(variable.name());
      variables.add(variable);
      return variable;
    }

    private void requireNew(String word) {
      if (!names.add(word))
        throw new SpecException("spec " + name + " declares " + word + " twice");
    }

    private static Type scalarOf(Type type) {
      Type inner = type;
      while (inner instanceof Type.Array array) inner = array.element();
      return inner;
    }
  }
}
