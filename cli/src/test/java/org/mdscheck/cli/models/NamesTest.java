package org.mdscheck.cli.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static final List<String> KNOWN = List.of("lock-order", "bug-on", "use-after-free");

  @Test
  void forgivesASlip() {
    assertEquals(Optional.of("lock-order"), Names.nearest(KNOWN, "lockorder"));
    assertEquals(Optional.of("bug-on"), Names.nearest(KNOWN, "BUG_ON"));
    assertEquals(Optional.of("use-after-free"), Names.nearest(KNOWN, "use-afterfre"));
  }

  @Test
  void suggestsNothingFarAway() {
    assertEquals(Optional.empty(), Names.nearest(KNOWN, "deadlock"));
  }
}
