package org.mdscheck.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.SpecError;
import org.mdscheck.checker.system.TransitionSystem;

class TextTraceTest {
  private static final String REPRODUCE = "./mdscheck replay trace.json";
  private static final TransitionSystem DEPOT = Depot.system(2);

  /**
   * Customer 0 owns depot->mutex and is about to take ledger->lock; the clerk got its order, owns
   * ledger->lock and is about to take depot->mutex: the shortest way into the circle is one step of
   * the customer less than it could do. Customer 1 never started.
   */
  @Test
  void deadlockTellsWhoWaitsForWhom() {
    GoldenFile.assertSame("deadlock.txt", text(DEPOT, Depot.NO_WAIT_CYCLE, TraceStyle.DIFF));
  }

  /**
   * The only fault loses the only order, so customer 0 stays ASKED whatever happens. Counted by
   * hand, 22 states follow: 4 places of customer 0 while customer 1 has not begun; customer 1 about
   * to send; and with its order sent, 3, 2, 3 and 9 places of the clerk for its own 4 places.
   */
  @Test
  void recoveryTellsTheEvidence() {
    GoldenFile.assertSame("recovery.txt", text(DEPOT, Depot.ALWAYS_SERVED, TraceStyle.DIFF));
  }

  /** One piece is in stock and both customers are served in turn: the second finds nothing. */
  @Test
  void failedCheckEndsAtTheStatement() {
    GoldenFile.assertSame("check.txt", text(DEPOT, Depot.STOCK, TraceStyle.DIFF));
  }

  /** The clerk takes the last piece: stock goes from 1 to 0 in the step marked {@code >>}. */
  @Test
  void brokenStepIsMarked() {
    GoldenFile.assertSame("step.txt", text(DEPOT, Depot.STOCK_STAYS, TraceStyle.DIFF));
  }

  /** The run of {@link #recoveryTellsTheEvidence} with all 12 variables in its 4 states. */
  @Test
  void fullStyleShowsEveryVariable() {
    GoldenFile.assertSame("full.txt", text(DEPOT, Depot.ALWAYS_SERVED, TraceStyle.FULL));
  }

  /**
   * Nine threads act one after the other and each keeps its own mutex. Their names do not fit side
   * by side, so each is named where it begins to act, and its mark stays in its column.
   */
  @Test
  void manyThreadsAreNamedWhereTheyAct() {
    GoldenFile.assertSame("many.txt", text(Parade.system(9), Parade.UNFINISHED, TraceStyle.DIFF));
  }

  /** The second step of the only process makes x, which holds 0 to 2, a 3. */
  @Test
  void faultOfTheSpecIsShownWithItsRun() {
    final TransitionSystem broken = Faulty.system();
    final SpecError error = Depot.run(broken).error();
    GoldenFile.assertSame("error.txt", new TextTrace(broken, TraceStyle.DIFF).of(error, REPRODUCE));
  }

  @Test
  void styleOffLeavesOutTheSteps() {
    final String text = text(DEPOT, Depot.NO_WAIT_CYCLE, TraceStyle.OFF);
    assertFalse(text.contains("send(depot, ORDER)"), text);
    assertTrue(text.contains("DEADLOCK"), text);
    assertTrue(text.endsWith("Reproduce with:\n  " + REPRODUCE + "\n"), text);
  }

  @Test
  void refusesAResultWithoutTrace() {
    final PropertyResult holds = PropertyResult.holds("safe", "nothing happens");
    final TextTrace text = new TextTrace(DEPOT, TraceStyle.DIFF);
    final Exception e =
        assertThrows(IllegalArgumentException.class, () -> text.of(holds, REPRODUCE));
    assertEquals("safe is HOLDS without a trace: there is nothing to show", e.getMessage());
  }

  @ParameterizedTest
  @MethodSource("allTexts")
  void survivesQuotingInAMail(String text) {
    for (String line : text.split("\n")) {
      assertTrue(line.length() + "> > ".length() < 75, line);
      assertTrue(line.chars().allMatch(c -> c >= ' ' && c <= '~'), line);
      assertEquals(line.stripTrailing(), line);
    }
  }

  private static Stream<String> allTexts() {
    final Stream<TransitionSystem> systems =
        Stream.concat(
            IntStream.of(1, 2, 3).mapToObj(Depot::system),
            IntStream.of(1, 2, 3, 4, 6, 9, 14, 20).mapToObj(Parade::system));
    return systems.flatMap(
        system ->
            Depot.run(system).properties().stream()
                .filter(result -> result.trace() != null)
                .flatMap(
                    result ->
                        Stream.of(TraceStyle.values())
                            .map(style -> new TextTrace(system, style).of(result, REPRODUCE))));
  }

  @Test
  void wrapsAtSpacesThenAtOperators() {
    assertEquals(List.of("aaaa bbb", "  ccc->", "  dddd"), Lines.wrap("aaaa bbb ccc->dddd", 8, 2));
  }

  @Test
  void turnsWhatIsNotAsciiIntoQuestionMarks() {
    assertEquals("a ?b c", Lines.ascii("a \u2192b\tc"));
  }

  private static String text(TransitionSystem system, String property, TraceStyle style) {
    return new TextTrace(system, style).of(Depot.result(system, property), REPRODUCE);
  }
}
