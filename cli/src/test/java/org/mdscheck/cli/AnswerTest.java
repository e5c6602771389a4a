package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AnswerTest {
  @Test
  void answersForAVariantWithVerdictClaimsRunBoundsAndDisclosure() {
    CommandRun run = CommandRun.of("answer", "limits", "unsafe");
    assertEquals(
        """
        REFUTED  unsafe, limits: 1 of 3 claims

        > Does the counter stay within its limits?

        1. REFUTED  The counter never exceeds its limit.
           - below-limit: a run of 15 steps, trace <id>, in plain
           - below-limit: a run of 19 steps, trace <id>, in wide

           Trace <id>, the shortest:

        counter
        ----
        count()
         mutex_lock(first)
         mutex_lock(second)
         n++
         mutex_unlock(both)
         mutex_lock(first)
         mutex_lock(second)
         n++
         mutex_unlock(both)
         mutex_lock(first)
         mutex_lock(second)
         n++
         mutex_unlock(both)
         mutex_lock(first)
         mutex_lock(second)
         n++

           Broken: n <= limit.
           It is too large.

           ./mdscheck check unsafe -p below-limit

        2. HOLDS  It can always be reset.
           - can-reset: no such run, in plain, wide

        3. UNDECIDED  Somebody can go on.
           - none of the scenarios speaks of it

        Locks taken under another one (>> not in good):
           outer --> inner
                count()

        Every interleaving within these bounds:
          plain: requests=3; 19 states, depth 17, all visited
          wide: requests=4; 23 states, depth 21, all visited
        Assumed of the other side (./mdscheck list assumptions):
          reset-happens.

        Found with mdscheck (built without a version), models ................
        (plain), ................ (wide), trace <id>.
        """,
        masked(run.out()));
    assertEquals(12, run.status());
  }

  private static String masked(String text) {
    return text.replaceAll("\\b[0-9a-f]{16}\\b", ".".repeat(16))
        .replaceAll("(?i)(trace )[0-9a-f]{8}\\b", "$1<id>");
  }

  @Test
  void asksAboutTheVariantsOfTheQuestionUnlessSomeAreNamed() {
    CommandRun run = CommandRun.of("answer", "limits");
    assertTrue(run.out().contains("\nUNDECIDED  good, limits: 1 of 3"), run.out());
    assertTrue(run.out().contains("REFUTED  unsafe, limits"), run.out());
  }

  @Test
  void severalVariantsShareATable() {
    CommandRun run = CommandRun.of("answer", "limits", "good", "unsafe", "--max-states", "1000");
    assertTrue(
        run.out()
            .startsWith(
                """
                1. The counter never exceeds its limit.
                2. It can always be reset.
                3. Somebody can go on.

                        1    2    3
                good    yes  yes  ?
                unsafe  NO   yes  ?

                yes: no run within the bounds breaks it; NO: some run does; ?: not known

                ======"""),
        run.out());
  }

  @Test
  void marksWhatTheOtherVariantDoesNotDo() {
    CommandRun run = CommandRun.of("answer", "limits", "swapped-locks");
    assertTrue(run.out().contains("\n>> inner --> outer\n>>      count()\n"), run.out());
    assertFalse(run.out().contains("outer --> inner"), run.out());
  }

  @Test
  void aScenarioOfTheOptionsStandsForThePlacesOfTheQuestion() {
    CommandRun run = CommandRun.of("answer", "limits", "good", "--scenario", "wide");
    assertTrue(run.out().contains("\n  wide: requests=5; "), run.out());
    assertFalse(run.out().contains("plain"), run.out());
  }

  @Test
  void aLimitReachedLeavesClaimsUndecided() {
    CommandRun run = CommandRun.of("answer", "limits", "good", "--max-states", "3");
    assertTrue(run.firstLine().startsWith("UNDECIDED  good, limits: all 3 claims"), run.out());
    assertTrue(run.out().contains("not all visited"), run.out());
    assertEquals(152, run.status());
  }

  @Test
  void isSilentWhenToldTo() {
    CommandRun run = CommandRun.of("answer", "limits", "unsafe", "-q");
    assertEquals("", run.out());
    assertEquals(12, run.status());
  }

  @Test
  void suggestsTheNearestQuestion() {
    assertEquals(
        "mdscheck: no question 'limit': did you mean limits? There are limits\n",
        CommandRun.of("answer", "limit").err());
  }

  @Test
  void keepsTheWidthOfAMail() {
    CommandRun run = CommandRun.of("answer", "limits", "good", "unsafe", "swapped-locks");
    run.lines().forEach(line -> assertTrue(line.length() <= 75, line));
  }
}
