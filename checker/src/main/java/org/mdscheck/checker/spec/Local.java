package org.mdscheck.checker.spec;

/**
 * A local variable of a program: declared with {@link Program#locals}, it has its default value
 * from entry on and again after the program has returned. Compared by identity.
 */
public final class Local implements Ref {
  private final String name;
  private final Type type;

  private Local(String name, Type type) {
    this.name = name;
    this.type = type;
  }

  public static Local local(String name, Type type) {
    return new Local(name, type);
  }

  public String name() {
    return name;
  }

  @Override
  public Type type() {
    return type;
  }

  @Override
  public String toString() {
    return name;
  }
}
