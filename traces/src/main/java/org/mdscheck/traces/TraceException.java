package org.mdscheck.traces;

/** A recorded trace is of no use. The message is one sentence: what, where, what to do. */
public final class TraceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  /** What is the matter with the trace. */
  public enum Reason {
    /** It is damaged, or no trace at all. */
    UNREADABLE,
    /** It is a run of another model. */
    FOREIGN,
    /** It says that it is a run of this model, and is not, or does not end as it claims. */
    DIVERGED
  }

  TraceException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  TraceException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
