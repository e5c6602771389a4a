package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.list.primitive.MutableIntList;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;
import org.eclipse.collections.impl.factory.primitive.IntLists;
import org.eclipse.collections.impl.factory.primitive.ObjectIntMaps;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.Slot.Coordinate;
import org.mdscheck.checker.system.StateLayout;

/**
 * Gives every scalar of a spec its slot: shared variables in the order of declaration, then labels
 * and locals by process.
 */
final class LayoutBuilder {
  private final List<Scalarset> scalarsets;
  private final List<StateLayout.Process> processes;
  private final Domain.Owner owner;
  private final List<Slot> slots = new ArrayList<>();
  private final MutableIntList initial = IntLists.mutable.empty();
  private final MutableObjectIntMap<String> variables = ObjectIntMaps.mutable.empty();

  LayoutBuilder(List<Scalarset> scalarsets, List<StateLayout.Process> processes) {
    this.scalarsets = scalarsets;
    this.processes = processes;
    owner = new Domain.Owner(processes.stream().map(StateLayout.Process::name).toList());
  }

  /** One that can be changed without a change to this one. */
  LayoutBuilder copy() {
    LayoutBuilder copy = new LayoutBuilder(scalarsets, processes);
    copy.slots.addAll(slots);
    copy.initial.addAll(initial);
    copy.variables.putAll(variables);
    return copy;
  }

  void declare(Ref.Variable variable) {
    int code = 0;
    variables.put(variable.name(), slots.size());
    if (variable.initial() != null) code = initialCode(variable);
    add(variable.name(), variable.name(), List.of(), variable.type(), Slot.Kind.SHARED, -1, code);
  }

  /** First slot of a shared variable. */
  int slot(Ref.Variable variable) {
    int slot = variables.getIfAbsent(variable.name(), -1);
    if (slot < 0)
      throw new SpecException("variable " + variable.name() + " was not declared in this spec");
    return slot;
  }

  /** First slot of a variable that is named by another one. */
  int slot(String variable) {
    int slot = variables.getIfAbsent(variable, -1);
    if (slot < 0)
      throw new SpecException(
          "variable " + variable + ", which counts the references of a pool, was not declared");
    return slot;
  }

  /** A new local variable of a process; {@code unique} tells it apart from others of its name. */
  int local(int process, String name, String unique, Type type) {
    StateLayout.Process owner = processes.get(process);
    List<Coordinate> at = owner.member() == null ? List.of() : List.of(owner.member());
    int base = slots.size();
    add(
        owner.name() + ": " + unique,
        owner.family() + ": " + unique,
        at,
        type,
        Slot.Kind.LOCAL,
        process,
        0);
    return base;
  }

  /** The slot of a process's label; its domain is set by {@link #labels}. */
  int label(int process) {
    StateLayout.Process owner = processes.get(process);
    List<Coordinate> at = owner.member() == null ? List.of() : List.of(owner.member());
    addScalar(
        owner.name() + ": pc",
        owner.family() + ": pc",
        at,
        new Domain.Bool(),
        Slot.Kind.LABEL,
        process,
        0);
    return slots.size() - 1;
  }

  void labels(int labelSlot, List<String> labels, int first) {
    Slot s = slots.get(labelSlot);
    slots.set(
        labelSlot,
        new Slot(
            s.index(),
            s.name(),
            new Domain.Enumeration("label", labels),
            s.family(),
            s.coordinates(),
            s.kind(),
            s.process()));
    initial.set(labelSlot, first);
  }

  /** Leaves a shared variable no room: nobody uses it. */
  void empty(Ref.Variable variable) {
    int first = slot(variable);
    for (int i = first; i < first + variable.type().slots(); i++) {
      Slot s = slots.get(i);
      Domain none = new Domain.Enumeration("unused", List.of("-"));
      slots.set(i, new Slot(i, s.name(), none, s.family(), s.coordinates(), s.kind(), s.process()));
      initial.set(i, 0);
    }
  }

  List<Slot> slots() {
    return slots;
  }

  /** The codes that a new state starts from. */
  int[] initialCodes() {
    return initial.toArray();
  }

  StateLayout build() {
    return new StateLayout(slots, scalarsets, processes);
  }

  /** What must be subtracted from a value to get its code. */
  static int base(Domain domain) {
    if (domain instanceof Domain.Range range) return range.low();
    return domain instanceof Domain.Id id && id.nullable() ? -1 : 0;
  }

  private int initialCode(Ref.Variable variable) {
    Type type = variable.type();
    while (type instanceof Type.Array array) type = array.element();
    Domain domain = type.scalar("initial value of " + variable.name());
    int value;
    if (variable.initial() instanceof Expr.Constant constant) {
      value = constant.value();
    } else if (variable.initial() instanceof Expr.Null) {
      value = -1;
    } else {
      throw new SpecException(
          "initial value of " + variable.name() + " must be a literal, not " + variable.initial());
    }
    int code = value - base(domain);
    if (code < 0 || code >= domain.size()) {
      throw new SpecException(
          "initial value " + value + " of " + variable.name() + " is outside " + domain);
    }
    return code;
  }

  private void add(
      String name,
      String family,
      List<Coordinate> at,
      Type type,
      Slot.Kind kind,
      int process,
      int code) {
    if (type instanceof Type.Array array) {
      for (int i = 0; i < array.index().size(); i++) {
        if (array.index() instanceof Type.Index.ByIds ids) {
          List<Coordinate> inner = new ArrayList<>(at);
          inner.add(new Coordinate(ids.ids(), i));
          add(
              name + "[" + ids.ids().name() + i + "]",
              family + "[]",
              inner,
              array.element(),
              kind,
              process,
              code);
        } else {
          String index = indexName(array.index(), i);
          add(
              name + "[" + index + "]",
              family + "[" + index + "]",
              at,
              array.element(),
              kind,
              process,
              code);
        }
      }
    } else if (type instanceof Type.Struct struct) {
      struct
          .fields()
          .forEach(
              f ->
                  add(
                      name + "." + f.name(),
                      family + "." + f.name(),
                      at,
                      f.type(),
                      kind,
                      process,
                      code));
    } else if (type instanceof Type.Queue queue) {
      addScalar(
          name + ".length",
          family + ".length",
          at,
          new Domain.Range(0, queue.capacity()),
          kind,
          process,
          0);
      for (int i = 0; i < queue.capacity(); i++) {
        add(name + "[" + i + "]", family + "[" + i + "]", at, queue.element(), kind, process, 0);
      }
    } else if (type instanceof Type.Mutex) {
      addScalar(name, family, at, owner, Slot.Kind.MUTEX, process, 0);
    } else {
      addScalar(name, family, at, type.scalar(name), kind, process, code);
    }
  }

  private void addScalar(
      String name,
      String family,
      List<Coordinate> at,
      Domain domain,
      Slot.Kind kind,
      int process,
      int code) {
    requireSymmetricDefault(name, domain);
    slots.add(new Slot(slots.size(), name, domain, family, at, kind, process));
    initial.add(code);
  }

  /**
   * Refuses a slot that would start, be reset or wait in a queue as id 0: renaming the ids would
   * then change what happens.
   */
  private static void requireSymmetricDefault(String name, Domain domain) {
    if (domain instanceof Domain.Id id && id.of().symmetric() && !id.nullable()) {
      throw new SpecException(
          name
              + " would start as "
              + domain.show(0)
              + ", but the ids of "
              + id.of().name()
              + " are interchangeable: give it the type nullable("
              + id.of().name()
              + ")");
    }
  }

  private static String indexName(Type.Index index, int i) {
    if (index instanceof Type.Index.ByRange range) return Integer.toString(range.low() + i);
    return index.type().scalar("index").show(i);
  }
}
