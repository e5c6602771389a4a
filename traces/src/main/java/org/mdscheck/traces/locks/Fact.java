package org.mdscheck.traces.locks;

import java.util.List;

/** Something that some reachable state or step shows. Two with the same name are the same. */
public sealed interface Fact {
  /** What it is called in reports; unique. */
  String name();

  /** A sentence, for the head of its witness. */
  String meaning();

  /** Whether it is shown by a step; else by a state. */
  boolean isOfStep();

  /**
   * One lock class is taken while another, or another lock of the same class, is held.
   *
   * @param site the function that takes it and its caller
   */
  record Taken(String held, String taken, String site) implements Fact {
    @Override
    public String name() {
      return held + " -> " + taken + " in " + site;
    }

    @Override
    public String meaning() {
      return taken + " is not taken in " + site + " while " + held + " is held";
    }

    @Override
    public boolean isOfStep() {
      return true;
    }
  }

  /**
   * A thread cannot go on in a wait that is not for a lock.
   *
   * @param thread the family that it belongs to
   * @param held classes of the locks that it holds meanwhile, sorted
   */
  record Waiting(Wait at, String thread, List<String> held) implements Fact {
    public Waiting {
      held = List.copyOf(held);
    }

    @Override
    public String name() {
      return at.name()
          + " by "
          + thread
          + (held.isEmpty() ? "" : " holding " + String.join(", ", held));
    }

    @Override
    public String meaning() {
      return "no "
          + thread
          + " waits in "
          + at.function()
          + (held.isEmpty() ? "" : " with " + String.join(", ", held) + " held");
    }

    @Override
    public boolean isOfStep() {
      return false;
    }
  }

  /**
   * A step of another thread ends a wait.
   *
   * @param thread the family of the thread that takes the step
   * @param site the function whose step it is and its caller
   * @param held classes of the locks held by the thread that takes the step, sorted
   */
  record Ended(Wait at, String thread, String site, List<String> held) implements Fact {
    public Ended {
      held = List.copyOf(held);
    }

    @Override
    public String name() {
      return at.name()
          + " ended by "
          + thread
          + " in "
          + site
          + (held.isEmpty() ? "" : " holding " + String.join(", ", held));
    }

    @Override
    public String meaning() {
      return "the wait in " + at.function() + " is not ended by " + thread + " in " + site;
    }

    @Override
    public boolean isOfStep() {
      return true;
    }
  }

  /**
   * Two threads can touch a variable next, in either order, and one of them writes.
   *
   * @param first not after {@code second} in their order
   */
  record Race(String variable, Access first, Access second) implements Fact {
    @Override
    public String name() {
      return variable + ": " + first + " | " + second;
    }

    @Override
    public String meaning() {
      return "no two threads can touch "
          + variable
          + " next, in either order: "
          + first
          + ", "
          + second;
    }

    @Override
    public boolean isOfStep() {
      return false;
    }
  }

  /**
   * A wait for something that is not a lock.
   *
   * @param what the kind of thing waited for
   * @param statement the statement
   */
  record Wait(String what, String statement, String function) {
    /** As reports name it; a function can wait for several things. */
    public String name() {
      return what + " in " + function + ": " + statement;
    }
  }

  /** A read or a write of a variable by a function. */
  record Access(boolean isWrite, String function) implements Comparable<Access> {
    @Override
    public int compareTo(Access other) {
      return isWrite == other.isWrite
          ? function.compareTo(other.function)
          : Boolean.compare(other.isWrite, isWrite);
    }

    @Override
    public String toString() {
      return (isWrite ? "write in " : "read in ") + function;
    }
  }
}
