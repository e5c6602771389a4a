package org.mdscheck.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrewTest {
  @Test
  void whatIsMadeForEachWorkerIsMadeByAThreadOfItsOwn() {
    try (Crew crew = new Crew(3)) {
      final List<Thread> makers = crew.perWorker(Thread::currentThread);
      assertEquals(3, new HashSet<>(makers).size());
      assertFalse(makers.contains(Thread.currentThread()));
    }
  }

  @Test
  void anErrorOfAMakerReachesTheCaller() {
    final Error noMemory = new OutOfMemoryError("for the test");
    try (Crew crew = new Crew(2)) {
      assertSame(
          noMemory,
          assertThrows(
              OutOfMemoryError.class,
              () ->
                  crew.perWorker(
                      () -> {
                        throw noMemory;
                      })));
    }
  }
}
