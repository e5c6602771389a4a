package org.mdscheck.checker.store;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that a run may use for what grows with the number of states. Thread-safe. */
public final class MemoryBudget {
  private static final int ARRAY_HEADER_BYTES = 16;

  private final long limitBytes;
  private final AtomicLong usedBytes = new AtomicLong();

  /**
   * @param limitBytes at least 0
   */
  public MemoryBudget(long limitBytes) {
    if (limitBytes < 0) throw new IllegalArgumentException("a budget of " + limitBytes + " bytes");
    this.limitBytes = limitBytes;
  }

  /** Takes bytes from the budget; false, and nothing taken, if that would exceed it. */
  public boolean reserve(long bytes) {
    long used = usedBytes.get();
    while (bytes <= limitBytes - used) {
      if (usedBytes.compareAndSet(used, used + bytes)) return true;
      used = usedBytes.get();
    }
    return false;
  }

  /** Gives back bytes reserved before. */
  public void release(long bytes) {
    usedBytes.addAndGet(-bytes);
  }

  public long usedBytes() {
    return usedBytes.get();
  }

  public long limitBytes() {
    return limitBytes;
  }

  /** What an array of {@code length} longs takes from the heap. */
  public static long longArrayBytes(long length) {
    return ARRAY_HEADER_BYTES + Long.BYTES * length;
  }

  /** What an array of {@code length} bytes takes from the heap. */
  public static long byteArrayBytes(long length) {
    return ARRAY_HEADER_BYTES + length;
  }

  /** What an array of {@code length} ints takes from the heap. */
  public static long intArrayBytes(long length) {
    return ARRAY_HEADER_BYTES + Integer.BYTES * length;
  }
}
