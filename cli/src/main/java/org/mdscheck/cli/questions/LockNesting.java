package org.mdscheck.cli.questions;

import static org.mdscheck.cli.questions.Claim.claim;

import java.util.List;
import java.util.Map;
import org.mdscheck.cli.questions.Claim.Decider;

/** Whether taking {@code mdsc->mutex} under {@code s_mutex} can deadlock. */
final class LockNesting {
  private LockNesting() {}

  static Question question() {
    return new Question(
        "lock-nesting",
        "send_mds_reconnect() takes mdsc->mutex with session->s_mutex held. Can that deadlock, and"
            + " is what it finds out under mdsc->mutex still true once it has dropped it?",
        List.of(
            claim(
                "No circle of threads waits for each other's mutexes.",
                "no-wait-cycle",
                "These threads hang for ever, and with them every other user of the mount."),
            claim(
                "s_mutex is never taken under mdsc->mutex, nor under another s_mutex.",
                "lock-order",
                "The two locks are taken in opposite orders: lockdep would complain, and two"
                    + " threads that meet would deadlock."),
            claim(
                "No thread ends or goes idle with a mutex in its hands.",
                "no-lock-at-rest",
                "The next one who wants the mutex hangs for ever."),
            claim(
                "What was tested under mdsc->mutex is still so when it is used: nothing is done to"
                    + " a session that was unregistered after the test, and no terminal state is"
                    + " overwritten.",
                new Decider(
                    "unregistered-stays-unused",
                    "The test is out of date by the time it is relied on: a session that is"
                        + " registered no longer is used once more."),
                new Decider(
                    "terminal-state-stays",
                    "The test is out of date by the time it is relied on: a state that is meant"
                        + " to be final is written over."),
                new Decider(
                    "use-after-free",
                    "The pointer is out of date by the time it is used: the session was freed"
                        + " while the lock was dropped."))),
        List.of(
            Place.in("smoke"),
            Place.in("sync-restart"),
            new Place("peer-reset", Map.of("requests", 1, "failures", 0)),
            new Place("umount", Map.of("failures", 0))),
        List.of("base", "v3", "merged"),
        "base");
  }
}
