package org.mdscheck.checker.spec;

/** A place in the state: it can be read and, in an effect, written. */
public sealed interface Ref extends Expr
    permits Ref.Variable, Ref.Element, Ref.Member, Ref.Item, Local {

  /**
   * A shared variable. Arrays start with {@code initial} in every element.
   *
   * @param initial value of every scalar in it, or null for the default: false, the low end of a
   *     range, the first constant of an enum, null, the empty set, the empty queue, an unlocked
   *     mutex
   * @param pool the object pool whose members it describes, or null
   */
  record Variable(String name, Type type, Expr initial, Pool pool) implements Ref {
    @Override
    public String toString() {
      return name;
    }
  }

  /** One element of an array. */
  record Element(Ref array, Expr index) implements Ref {
    @Override
    public Type type() {
      return ((Type.Array) array.type()).element();
    }

    @Override
    public String toString() {
      return array + "[" + index + "]";
    }
  }

  /** One field of a struct. */
  record Member(Ref struct, String field) implements Ref {
    @Override
    public Type type() {
      for (Type.Field f : ((Type.Struct) struct.type()).fields()) {
        if (f.name().equals(field)) return f.type();
      }
      throw new SpecException(struct + " has no field " + field + ": it is " + struct.type());
    }

    @Override
    public String toString() {
      return struct + "." + field;
    }
  }

  /** One element of a queue, the oldest is at 0; only read. */
  record Item(Ref queue, Expr position) implements Ref {
    @Override
    public Type type() {
      return ((Type.Queue) queue.type()).element();
    }

    @Override
    public String toString() {
      return queue + "[" + position + "]";
    }
  }

  /**
   * Element of an array by an index of its own kind (an expression, an int or an enum constant).
   */
  default Ref at(Object index) {
    if (!(type() instanceof Type.Array array)) {
      throw new SpecException(
          this + " is no array but " + type() + ": it has no element [" + index + "]");
    }
    Expr i = Expressions.value(index);
    Expressions.requireComparable("index of " + this, array.index().type(), i);
    return new Element(this, i);
  }

  /** Field of a struct. */
  default Ref field(String name) {
    if (!(type() instanceof Type.Struct))
      throw new SpecException(this + " is no struct but " + type() + ": it has no field " + name);
    Ref member = new Member(this, name);
    member.type();
    return member;
  }

  /** The oldest element of a queue. */
  default Ref head() {
    if (!(type() instanceof Type.Queue))
      throw new SpecException(this + " is no queue but " + type());
    return new Item(this, Expressions.value(0));
  }
}
