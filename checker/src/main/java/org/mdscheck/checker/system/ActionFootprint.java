package org.mdscheck.checker.system;

import java.util.BitSet;
import java.util.List;

/**
 * What the steps of one action can touch, in any state: read off the text of the model, so it may
 * name more than a step touches and never names less. What a step that fails reads before it fails
 * is in it as well. Nothing in it is modified after it was made.
 *
 * <p>Label slots are not among the slots: that an action reads and moves the label of its own
 * process is said by {@code from} and {@code to}; what it reads of others by {@link LabelSet}s.
 *
 * @param action index into {@link TransitionSystem#actions()}
 * @param process whose action it is
 * @param from the label at which its steps are possible
 * @param to the labels that they lead to
 * @param tested what is read to decide whether a step is possible, the mutexes that it takes aside
 * @param done what else a step touches, once it is possible: those mutexes included
 * @param labels what is read of the labels of processes
 */
public record ActionFootprint(
    int action,
    int process,
    int from,
    BitSet to,
    List<Access> tested,
    List<Access> done,
    List<LabelSet> labels) {
  public ActionFootprint {
    tested = List.copyOf(tested);
    done = List.copyOf(done);
    labels = List.copyOf(labels);
  }

  /** What is done to slots. */
  public enum Kind {
    READ,
    /** Read as far as whether the code is 0: if it is, the step fails. */
    IN_USE,
    /** Any change, and what is read to make it. */
    WRITE,
    /** The number in it grows, so what was not 0 does not become 0. */
    GROW,
    /** A mutex is taken: possible only while nobody owns it. */
    ACQUIRE,
    /**
     * A mutex is given back. Whether the process owns it is no {@link #READ}: nobody else can
     * change that.
     */
    RELEASE;

    /** Whether the slots may have other codes afterwards. */
    public boolean isChange() {
      return this != READ && this != IN_USE;
    }
  }

  /**
   * One access.
   *
   * @param selector a local slot of the process of the action, the code in which tells which slots
   *     are touched; -1 if one set of slots is named for all states
   * @param slots by code of the selector: the slots that may be touched; only one set without
   *     selector
   */
  public record Access(Kind kind, int selector, List<BitSet> slots) {
    public Access {
      slots = List.copyOf(slots);
    }

    /** An access to the same slots whatever the state. */
    public static Access of(Kind kind, BitSet slots) {
      return new Access(kind, -1, List.of(slots));
    }
  }

  /** The question whether the label of a process is one of some labels. */
  public record LabelSet(int process, BitSet labels) {}
}
