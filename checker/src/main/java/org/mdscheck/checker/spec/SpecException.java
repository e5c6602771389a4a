package org.mdscheck.checker.spec;

/** A spec that cannot be built: the message names the place, the value and what to change. */
public final class SpecException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SpecException(String message) {
    super(message);
  }
}
