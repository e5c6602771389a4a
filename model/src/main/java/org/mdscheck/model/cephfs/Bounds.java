package org.mdscheck.model.cephfs;

/**
 * How much of everything there is.
 *
 * @param ranks MDS ranks
 * @param sessions session objects that can be alive at once, over all ranks
 * @param requests threads that submit one request each
 * @param mdsRestarts restarts of an MDS, in place or by failover
 * @param mapEpochs maps that the monitor publishes; 0: as many as the MDS needs
 * @param resets connections that an MDS drops while it lives, with or without the session
 * @param failures failed allocations, failed encodings, rejections and killed waiters
 */
public record Bounds(
    int ranks,
    int sessions,
    int requests,
    int mdsRestarts,
    int mapEpochs,
    int resets,
    int failures) {
  public Bounds {
    atLeast("ranks", ranks, 1);
    atLeast("sessions", sessions, 1);
    atLeast("requests", requests, 1);
    atLeast("mds-restarts", mdsRestarts, 0);
    atLeast("map-epochs", mapEpochs, 0);
    atLeast("resets", resets, 0);
    atLeast("failures", failures, 0);
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least)
      throw new IllegalArgumentException(
          "bound " + name + " is " + value + ": the least is " + least);
  }

  /** As the options of the command line. */
  @Override
  public String toString() {
    return ("ranks=%d sessions=%d requests=%d mds-restarts=%d map-epochs=%d resets=%d failures=%d")
        .formatted(ranks, sessions, requests, mdsRestarts, mapEpochs, resets, failures);
  }
}
