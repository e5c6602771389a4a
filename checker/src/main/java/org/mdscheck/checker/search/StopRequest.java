package org.mdscheck.checker.search;

import java.util.concurrent.atomic.AtomicReference;
import org.mdscheck.checker.result.Limit;

/** The wish that a search end early, and its reason: the first one given. Thread-safe. */
final class StopRequest {
  private final AtomicReference<Limit.Kind> reason = new AtomicReference<>();

  void request(Limit.Kind kind) {
    reason.compareAndSet(null, kind);
  }

  boolean isRequested() {
    return reason.get() != null;
  }

  /** Null if there is none. */
  Limit.Kind reason() {
    return reason.get();
  }
}
