package org.mdscheck.cli.questions;

import static org.mdscheck.cli.questions.Claim.claim;

import java.util.List;
import org.mdscheck.cli.questions.Claim.Decider;

/** Whether the delegated inos may be destroyed while a thread is taking one. */
final class XaDestroy {
  private XaDestroy() {}

  static Question question() {
    return new Question(
        "xa-destroy",
        "Is xa_destroy(&session->s_delegated_inos) in send_mds_reconnect() safe against a"
            + " ceph_get_deleg_ino() that is midway? Memory first, then the epoch of the inos.",
        List.of(
            claim(
                "Memory: no ino is handed to two requests, and nobody looks into the set of a"
                    + " session that was freed. A take that is overtaken by the destruction finds"
                    + " its ino gone and goes on looking.",
                new Decider("ino-handed-to-one", "Two files are created with one inode number."),
                new Decider(
                    "delegated-inos-not-used-after-free",
                    "The set is used after the session was freed.")),
            claim(
                "Epoch, the set: after the destruction no ino of an earlier epoch is in it.",
                "no-outdated-ino-in-set",
                "The destruction has not ended the old inos: one of them is put into the set"
                    + " after it, and the next asynchronous create takes it. Neither the parse of"
                    + " a reply (mdsc->mutex) nor the give-back after -EJUKEBOX (no lock) is kept"
                    + " out by s_mutex."),
            claim(
                "Epoch, the wire: no asynchronous create is sent with an ino of an earlier epoch or"
                    + " of another session.",
                "ino-sent-in-its-epoch",
                "An ino that was taken before is sent after: __do_request() looks at s_state and"
                    + " not at where the ino came from."),
            claim(
                "Epoch, the MDS: it is never told to use an ino that another file has.",
                "ino-not-taken-twice",
                "The MDS fails an assertion and dies: it has given the number to another file"
                    + " since.")),
        List.of(Place.in("async-create"), Place.in("async-reset")),
        List.of("base", "v3", "merged"));
  }
}
