package org.mdscheck.checker.system;

/**
 * One thread's view of a transition system: holds one current state and evaluates everything
 * against it. Not thread-safe; as many as wanted can be made of one system. Allocates nothing per
 * state.
 *
 * <p>Use: {@link #load}, then any of the others in any order. Inside {@link StepSink#step} the
 * current state is still the one loaded, and {@link #testStep} and {@link #tally} see the step
 * being emitted.
 */
public interface Explorer {
  /** Emits each initial state, with action -1. */
  void initialStates(StepSink sink);

  /** Makes {@code state}, of {@code layout.words()} longs, the current one. It is copied. */
  void load(long[] state);

  /**
   * Emits every step from the current state, in ascending order of action, always in the same order
   * for the same state.
   */
  void successors(StepSink sink);

  /**
   * Emits those steps of the current state that one process takes: the same calls that {@link
   * #successors(StepSink)} makes for its actions.
   *
   * @param process index into {@link StateLayout#processes()}
   */
  void successors(int process, StepSink sink);

  /**
   * Whether the current state is a legal end: having no successor there is an end, not a deadlock.
   */
  boolean mayStop();

  /**
   * The value of a state predicate at the current state. Its number comes from {@link
   * TransitionSystem#properties()} or {@link TransitionSystem#boundPredicate()}. Throws an
   * unchecked exception that says why when it has no value there.
   */
  boolean test(int statePredicate);

  /** The value of a step predicate at the step being emitted. Only inside {@link StepSink#step}. */
  boolean testStep(int stepPredicate);

  /**
   * The bucket of a tally for the step being emitted, in {@code [0, buckets)}; 0 means nothing to
   * record. Only inside {@link StepSink#step}.
   */
  int tally(int tally);

  /** Receives the steps of {@link Explorer#successors(StepSink)}. */
  interface StepSink {
    /**
     * One step. {@code successor} is valid during the call only.
     *
     * @param action index into {@link TransitionSystem#actions()}; -1 for an initial state
     */
    void step(int action, long[] successor);

    /**
     * A check inside an action failed ({@code BUG_ON}, use after free).
     *
     * @param check index into {@link TransitionSystem#checks()}
     * @param fatal true: the action has no successor; false (a warning): for the same step {@link
     *     #step}, a fatal failure or {@link #error} follows
     */
    void failed(int action, int check, boolean fatal);

    /**
     * The model itself is wrong at this action (a value out of its domain, an unlock of a mutex not
     * held); there is no successor.
     */
    void error(int action, String message);
  }
}
