package org.mdscheck.broken;

import java.util.concurrent.atomic.AtomicLong;

/** In no known package, with a bad name, mutable statics, and a liking for printing. */
final class CounterHelper {
  static final AtomicLong TOTAL = new AtomicLong();
  static int count;

  private CounterHelper() {}

  static void print() {
    System.out.println(count);
  }
}
