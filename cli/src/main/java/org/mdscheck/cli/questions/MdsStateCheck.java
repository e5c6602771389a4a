package org.mdscheck.cli.questions;

import static org.mdscheck.cli.questions.Claim.claim;

import java.util.List;
import org.mdscheck.cli.questions.Claim.Decider;

/** Whether narrowing the test of the MDS state was right. */
final class MdsStateCheck {
  private MdsStateCheck() {}

  static Question question() {
    return new Question(
        "mds-state-check",
        "mds_peer_reset() used to reconnect when the map had the rank in RECONNECT or any later"
            + " state, and now does so in RECONNECT only. Was that right, and should"
            + " check_new_map() keep its >= test?",
        List.of(
            claim(
                "No CLIENT_RECONNECT is sent on a map that has the rank past RECONNECT.",
                "reconnect-not-too-late",
                "A CLIENT_RECONNECT is sent although the sender's own map says that the window is"
                    + " over; the function that sends it at the end of the run was let through by"
                    + " a test that does not look for that."),
            claim(
                "The CLOSE that answers a refused CLIENT_RECONNECT closes no session object but"
                    + " the one that sent it.",
                "doomed-reconnect-closes-other",
                "The refusal hits a healthy session that was opened meanwhile."),
            claim(
                "No session stays in RESTARTING or RECONNECTING without a way out.",
                new Decider(
                    "stranded-restarting",
                    "The session waits for a map that will not come again: every request of the"
                        + " rank hangs."),
                new Decider(
                    "stranded-reconnecting",
                    "The session waits for an answer that will not come: every request of the"
                        + " rank hangs."))),
        List.of(Place.in("smoke")),
        List.of("base", "v3", "merged"));
  }
}
