package org.mdscheck.traces.graphviz;

/** A picture could not be made; the message says which one, why, and what to do. */
public final class PictureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PictureException(String message) {
    super(message);
  }

  PictureException(String message, Throwable cause) {
    super(message, cause);
  }
}
