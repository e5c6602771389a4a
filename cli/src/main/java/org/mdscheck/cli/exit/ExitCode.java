package org.mdscheck.cli.exit;

import java.util.Comparator;
import java.util.List;

/**
 * The exit codes. The numbers below 20 and from 75 to 153 are those of TLC where TLC has one of
 * that meaning.
 */
public enum ExitCode {
  /** All that was asked for is so. */
  OK(0, Rank.OK),
  /** A state from which nothing can happen although work is pending. */
  DEADLOCK(11, Rank.FINDING),
  /** An invariant is false in some state, or of some step. */
  SAFETY(12, Rank.FINDING),
  /** A state from which the model cannot recover. */
  RECOVERY(13, Rank.FINDING),
  /** A check inside a step failed: {@code BUG_ON}, {@code WARN_ON}, use after free. */
  ASSERTION(14, Rank.FINDING),
  /** Locks are taken in opposite orders. */
  LOCK_ORDER(15, Rank.FINDING),
  /** What the model must be able to reach it cannot. */
  UNREACHABLE(16, Rank.FINDING),
  /** A trace that is no run of its model. */
  NO_BEHAVIOUR(17, Rank.FINDING),
  /** The outcome is not the expected one. */
  UNEXPECTED(19, Rank.FINDING),
  /** The model is faulty: it cannot be built, or a step of it cannot be evaluated. */
  MODEL_FAULT(75, Rank.ERROR),
  /** A file that was given cannot be understood. */
  UNREADABLE(150, Rank.ERROR),
  /** The command line or a configuration file is wrong. */
  USAGE(151, Rank.ERROR),
  /** A limit was reached before the outcome was known. */
  INCOMPLETE(152, Rank.INCOMPLETE),
  /** A file cannot be read or written, or the memory is used up. */
  SYSTEM(153, Rank.ERROR),
  /** A fault of this program. */
  INTERNAL(255, Rank.ERROR);

  private enum Rank {
    ERROR,
    FINDING,
    INCOMPLETE,
    OK
  }

  private final int number;
  private final Rank rank;

  ExitCode(int number, Rank rank) {
    this.number = number;
    this.rank = rank;
  }

  /** The status of the process. */
  public int number() {
    return number;
  }

  /** The status in the shape of diff and grep: 0 as asked for, 1 a finding, 2 trouble. */
  public int simple() {
    return switch (rank) {
      case OK -> 0;
      case FINDING -> 1;
      case INCOMPLETE, ERROR -> 2;
    };
  }

  /**
   * The one that counts when several apply: an error before a finding before an incomplete search,
   * and the lowest number among equals. {@link #OK} if there is none.
   */
  public static ExitCode gravest(List<ExitCode> codes) {
    return codes.stream()
        .min(Comparator.comparing((ExitCode code) -> code.rank).thenComparing(ExitCode::number))
        .orElse(OK);
  }
}
