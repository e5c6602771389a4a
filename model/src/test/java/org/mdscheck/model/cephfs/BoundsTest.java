package org.mdscheck.model.cephfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BoundsTest {
  @Test
  void refusesAModelWithoutSessions() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new Bounds(1, 0, 1, 0, 0, 0, 0));
    assertEquals("bound sessions is 0: the least is 1", refusal.getMessage());
  }

  @Test
  void refusesANegativeBudget() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new Bounds(1, 1, 1, 0, 0, -1, 0));
    assertEquals("bound resets is -1: the least is 0", refusal.getMessage());
  }
}
