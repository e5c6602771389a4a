package org.mdscheck.checker.result;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A counterexample: one concrete run of the system that ends in a violation.
 *
 * @param systemHash hash of the system that it is a run of
 * @param property name of the property that it refutes; {@link #SPEC_ERROR} if it leads to a fault
 *     of the spec
 * @param clause the clause that is false at its end; for a check its text, for a fault of the spec
 *     the message
 * @param initial the initial state; null only when the spec fails before there is one
 * @param steps the steps from there on; only the last one can lack a state
 */
public record Trace(
    String systemHash, String property, String clause, StateVector initial, List<Step> steps) {

  /** Stands where the name of a property stands, in a trace that leads to a fault of the spec. */
  public static final String SPEC_ERROR = "spec error";

  private static final int ID_DIGITS = 8;

  /**
   * One step.
   *
   * @param action index into {@link org.mdscheck.checker.system.TransitionSystem#actions()}
   * @param state the state after it; null when the action ended in a fatal check or in a fault of
   *     the spec
   */
  public record Step(int action, StateVector state) {}

  public Trace {
    steps = List.copyOf(steps);
  }

  /** Number of steps. */
  public int depth() {
    return steps.size();
  }

  /**
   * The state before step {@code i}, counted from 0; {@code i = depth()} gives the state after the
   * last step, or null.
   */
  public StateVector stateBefore(int i) {
    return i == 0 ? initial : steps.get(i - 1).state();
  }

  /** 8 hexadecimal digits that stand for this path of this property of this system. */
  public String id() {
    final StringBuilder text = new StringBuilder();
    text.append(systemHash).append('\n').append(property).append('\n').append(initial);
    for (Step step : steps)
      text.append('\n').append(step.action()).append(' ').append(step.state());
    return HexFormat.of().formatHex(sha256(text.toString())).substring(0, ID_DIGITS);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
