package org.mdscheck.checker.spec;

import java.util.List;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Scalarset;

/** The type of a variable. Every value has a finite domain. */
public sealed interface Type {
  /** One slot of the state vector: boolean, bounded integer, enum, id or set of ids. */
  record Scalar(Domain domain) implements Type {}

  /** One element for each value of {@code index}. */
  record Array(Index index, Type element) implements Type {}

  /** Named fields, in order. */
  record Struct(List<Field> fields) implements Type {
    public Struct {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A first-in first-out queue of at most {@code capacity} elements; free places hold zeros, so
   * equal queues are equal states.
   */
  record Queue(Type element, int capacity) implements Type {}

  /**
   * A lock with an owner; {@code lockClass} is its name in lock-order reports, as lockdep names
   * classes and not instances.
   */
  record Mutex(String lockClass) implements Type {}

  /** One field of a struct. */
  record Field(String name, Type type) {}

  /** What an array is indexed by. */
  sealed interface Index {
    int size();

    /** The type of one index. */
    default Type type() {
      if (this instanceof ByIds ids) return Type.id(ids.ids());
      if (this instanceof ByRange range) return Type.range(range.low(), range.high());
      return new Scalar(((ByValues) this).values());
    }

    record ByIds(Scalarset ids) implements Index {
      @Override
      public int size() {
        return ids.size();
      }
    }

    record ByRange(int low, int high) implements Index {
      @Override
      public int size() {
        return high - low + 1;
      }
    }

    record ByValues(Domain.Enumeration values) implements Index {
      @Override
      public int size() {
        return (int) values.size();
      }
    }
  }

  static Type bool() {
    return new Scalar(new Domain.Bool());
  }

  /** The integers {@code low .. high}, both included. */
  static Type range(int low, int high) {
    return new Scalar(new Domain.Range(low, high));
  }

  /** The constants of a Java enum, named by their {@code toString}. */
  static <E extends Enum<E>> Type enumOf(Class<E> constants) {
    return new Scalar(enumeration(constants));
  }

  static <E extends Enum<E>> Domain.Enumeration enumeration(Class<E> constants) {
    return new Domain.Enumeration(
        constants.getSimpleName(),
        List.of(constants.getEnumConstants()).stream().map(Object::toString).toList());
  }

  /** An id, never null; of interchangeable ids only {@link #nullable} ones can be stored. */
  static Type id(Scalarset of) {
    return new Scalar(new Domain.Id(of, false));
  }

  /** An id or null, initially null. */
  static Type nullable(Scalarset of) {
    return new Scalar(new Domain.Id(of, true));
  }

  /** A set of ids, initially empty. */
  static Type setOf(Scalarset of) {
    return new Scalar(new Domain.SetOf(of));
  }

  static Type array(Scalarset index, Type element) {
    return new Array(new Index.ByIds(index), element);
  }

  static Type array(int low, int high, Type element) {
    return new Array(new Index.ByRange(low, high), element);
  }

  static <E extends Enum<E>> Type array(Class<E> index, Type element) {
    return new Array(new Index.ByValues(enumeration(index)), element);
  }

  static Type queue(Type element, int capacity) {
    return new Queue(element, capacity);
  }

  static Type mutex(String lockClass) {
    return new Mutex(lockClass);
  }

  static Type struct(Field... fields) {
    return new Struct(List.of(fields));
  }

  static Field field(String name, Type type) {
    return new Field(name, type);
  }

  /** Number of slots that a value takes. */
  default int slots() {
    if (this instanceof Array array) return array.index().size() * array.element().slots();
    if (this instanceof Struct struct)
      return struct.fields().stream().mapToInt(f -> f.type().slots()).sum();
    if (this instanceof Queue queue) return 1 + queue.capacity() * queue.element().slots();
    return 1;
  }

  /** The domain of a scalar; an error that names {@code where} for anything else. */
  default Domain scalar(String where) {
    if (this instanceof Scalar scalar) return scalar.domain();
    throw new SpecException(where + " is of type " + this + ": a single value is needed here");
  }
}
