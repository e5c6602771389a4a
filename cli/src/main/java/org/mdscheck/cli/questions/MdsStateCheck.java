package org.mdscheck.cli.questions;

import static org.mdscheck.cli.questions.Claim.claim;

import java.util.List;
import java.util.Map;
import org.mdscheck.cli.questions.Claim.Decider;

/**
 * Whether narrowing the test of the MDS state was right. The two tests are switched one by one:
 * that of {@code mds_peer_reset()} back to {@code >=}, that of {@code check_new_map()} to {@code
 * ==}.
 */
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
                "A CLIENT_RECONNECT that is sent on a map which has the rank past RECONNECT is"
                    + " never accepted.",
                "late-reconnect-is-refused",
                "A reconnect that the narrower test does not send would have been taken: the"
                    + " session could have been kept."),
            claim(
                "None is sent on such a map.",
                "reconnect-not-too-late",
                "The sender's own map says that the window is over, and it sends all the same: the"
                    + " function that ends the run was let through by a >= test."),
            claim(
                "The CLOSE that answers a refused CLIENT_RECONNECT closes no session object but"
                    + " the one that sent it.",
                "doomed-reconnect-closes-other",
                "The refusal hits a healthy session that was opened meanwhile."),
            claim(
                "An MDS that waits in RECONNECT for the client, which knows it and has not failed,"
                    + " can still get its reconnect.",
                new Decider(
                    "awaited-client-reconnects",
                    "The client has given up the session that the MDS waits for: it is evicted"
                        + " when the window closes, and every other client waits until then."),
                new Decider(
                    "awaited-session-reconnects",
                    "The client still has the session and will not reconnect it: it is evicted"
                        + " when the window closes.")),
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
        List.of(
            new Place("reconnect-window", Map.of("resets", 0)),
            new Place("reconnect-window", Map.of("mds-restarts", 0, "sessions", 2))),
        List.of(
            "base",
            "v3",
            "merged",
            "v3+reconnect-past-window",
            "v3+new-map-in-window-only",
            "v3+reconnect-past-window+new-map-in-window-only"));
  }
}
