package org.mdscheck.checker.reduction;

import org.mdscheck.checker.system.Explorer;

/** Which steps are explored. Immutable, thread-safe. */
public interface Reduction {
  /**
   * A chooser for one thread.
   *
   * @param explorer that takes the steps
   */
  StepChooser newChooser(Explorer explorer);

  /** One phrase for reports; {@code none} if every step is explored. */
  String description();

  /** Every step is explored. */
  static Reduction none() {
    return every("none");
  }

  /**
   * Every step is explored although a reduction was asked for.
   *
   * @param reason after a colon
   */
  static Reduction off(String reason) {
    return every("none: " + reason);
  }

  private static Reduction every(String description) {
    return new Reduction() {
      @Override
      public StepChooser newChooser(Explorer explorer) {
        return (state, sink) -> explorer.successors(sink);
      }

      @Override
      public String description() {
        return description;
      }
    };
  }
}
