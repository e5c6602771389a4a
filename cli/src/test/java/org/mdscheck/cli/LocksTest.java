package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mdscheck.cli.models.CephLibrary;

class LocksTest {
  private static final String SYNC = " --scenario sync --sessions 1 --resets 0";

  private static CommandRun ceph(String command) {
    return CommandRun.with(new CephLibrary(), new Interruption(), command.split(" "));
  }

  @Test
  void listsTheOrderWithAShortestRun() {
    CommandRun run = CommandRun.of("locks", "good");
    assertEquals(0, run.status());
    assertEquals("HOLDS  good in scenario plain: no circles of locks", run.firstLine());
    assertTrue(run.out().contains("   outer -> inner\n     count "), run.out());
    assertTrue(Pattern.compile("count +d2 +trace [0-9a-f]{8}").matcher(run.out()).find());
  }

  @Test
  void marksWhatIsNew() {
    assertFalse(CommandRun.of("locks", "good", "--against", "good").out().contains(">>  "));
    CommandRun run = CommandRun.of("locks", "swapped-locks", "--against", "good");
    assertTrue(run.out().contains("   inner -> outer\n>>   count "), run.out());
  }

  @Test
  void tellsARaceOfTwoThreadsWithoutACommonLock() {
    CommandRun run = CommandRun.of("locks", "good");
    assertTrue(run.out().contains("   n, guard: inner\n"), run.out());
    assertTrue(run.out().contains("write in count | write in reset"), run.out());
  }

  @Test
  void tellsWhereThePermissionsAreReadWithoutTheirGuard() {
    String command = " --scenario check-access --ranks 1 --sessions 1 --requests 1";
    for (String variable : List.of("mdsc.s_cap_auths", "mdsc.s_cap_auths_num")) {
      String race = "   " + variable + ", guard: mdsc->mutex\n";
      assertTrue(ceph("locks v3" + command).out().contains(race), variable);
      assertFalse(ceph("locks repaired" + command).out().contains(race), variable);
    }
  }

  @Test
  void printsTheRunOfAnId() {
    CommandRun list = CommandRun.of("locks", "good");
    Matcher id = Pattern.compile("count +d2 +trace ([0-9a-f]{8})").matcher(list.out());
    assertTrue(id.find(), list.out());
    CommandRun run = CommandRun.of("locks", "good", "--witness", id.group(1));
    assertTrue(run.firstLine().contains(id.group(1)), run.out());
    assertTrue(run.out().contains("mutex_lock(second)"), run.out());
    assertEquals(151, CommandRun.of("locks", "good", "--witness", "nothing").status());
  }

  @Test
  void saysThatItMayLackSomething() {
    CommandRun run = CommandRun.of("locks", "good", "--max-states", "3");
    assertEquals(152, run.status());
    assertTrue(run.firstLine().startsWith("INCOMPLETE"), run.out());
  }

  @Test
  void refusesReductions() {
    assertEquals(151, CommandRun.of("locks", "good", "--reduction", "all").status());
  }

  @Test
  void tellsACircleLikeLockdepAndWhetherTheDeadlockIsReached() {
    CommandRun run = ceph("locks v3+h6-mutex-order-in-flush --against v3" + SYNC);
    assertEquals(11, run.status());
    assertTrue(
        run.out()
            .contains(
                """
                 Possible unsafe locking scenario:

                       CPU0                      CPU1
                       ----                      ----
                  lock(mdsc->mutex);
                                                 lock(session->s_mutex);
                                                 lock(mdsc->mutex);
                  lock(session->s_mutex);

                 *** DEADLOCK ***

                A deadlock is reached: no-wait-cycle \
                """),
        run.out());
    assertTrue(run.out().contains(">>   send_flush_mdlog <- "), run.out());
  }

  @Test
  void tellsWaitsThatAreNotForALockAndWhatEndsThem() {
    CommandRun run = ceph("locks v3" + SYNC);
    assertEquals(0, run.status());
    assertTrue(run.out().contains("wait_for_completion(&req->r_safe_completion)"), run.out());
    assertTrue(run.out().contains("handle_reply <- mds_dispatch holding mdsc->mutex"), run.out());
  }

  @Test
  void saysThatNoOtherThreadEndsAWait() {
    // The worker waits for a CLOSE that it would have to handle itself; it has a timeout.
    CommandRun run =
        ceph("locks merged --scenario corrupt-snap-trace --requests 1 --sessions 1 --resets 0");
    assertEquals(0, run.status());
    String text = run.out().replaceAll("\\s+", " ");
    assertTrue(text.contains("message in ceph_con_workfn: con->ops->dispatch(con, msg)"), text);
    assertTrue(text.contains("mdsc->session_close_wq"), text);
    assertTrue(text.contains("no other thread, for msgr"), text);
  }

  @Test
  void isNarrowEnoughToBeQuoted() {
    ceph("locks v3+h6-mutex-order-in-flush" + SYNC)
        .lines()
        .forEach(line -> assertTrue(line.length() <= 75, line));
  }
}
