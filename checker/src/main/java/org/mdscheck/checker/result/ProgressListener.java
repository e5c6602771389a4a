package org.mdscheck.checker.result;

/**
 * Told of the progress of a run, at the end of each level and about once a second in between, by
 * the thread that runs it.
 */
@FunctionalInterface
public interface ProgressListener {
  /** Listens to nothing. */
  ProgressListener NONE = progress -> {};

  void progress(Progress progress);
}
