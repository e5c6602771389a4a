package org.mdscheck.checker.spec;

/**
 * A variable bound by a quantifier, a choice, a loop over ids, or the member that a process of a
 * family is. It has the value of one index and is never assigned. Compared by identity.
 */
public final class Bound implements Expr {
  private final String name;
  private final Type.Index index;

  Bound(String name, Type.Index index) {
    this.name = name;
    this.index = index;
  }

  public String name() {
    return name;
  }

  public Type.Index index() {
    return index;
  }

  @Override
  public Type type() {
    return index.type();
  }

  @Override
  public String toString() {
    return name;
  }
}
