package org.mdscheck.model.cephfs;

import java.util.Map;

/**
 * What is meant to keep two threads from touching a variable at once. By convention: whether they
 * keep to it is for properties and reports to say.
 */
public enum Guard {
  /** {@code mdsc->mutex}. */
  MDSC_MUTEX(MdsClient.MUTEX),
  /** The {@code s_mutex} of the session that the variable belongs to. */
  SESSION_MUTEX(Session.MUTEX),
  /** Nothing that all accesses agree on. */
  NONE("none");

  private static final Map<String, Guard> OF_VARIABLES =
      Map.ofEntries(
          Map.entry("s_state", NONE),
          Map.entry("s_seq", SESSION_MUTEX),
          Map.entry("s_seq.number", SESSION_MUTEX),
          Map.entry("s_reset_gen.active", SESSION_MUTEX),
          Map.entry("s_waiting", MDSC_MUTEX),
          Map.entry("s_unsafe", MDSC_MUTEX),
          Map.entry("mdsc.sessions", MDSC_MUTEX),
          Map.entry("mdsc.waiting_for_map", MDSC_MUTEX),
          Map.entry("mdsc.request_tree", MDSC_MUTEX),
          Map.entry("mdsc.stopping", NONE),
          Map.entry("mdsc.s_cap_auths", MDSC_MUTEX),
          Map.entry("mdsc.s_cap_auths_num", MDSC_MUTEX),
          Map.entry("mdsc.mdsmap", MDSC_MUTEX),
          Map.entry("mdsmap.state", MDSC_MUTEX),
          Map.entry("mdsmap.laggy", MDSC_MUTEX),
          Map.entry("mdsmap.instance", MDSC_MUTEX),
          Map.entry("r_session", MDSC_MUTEX),
          Map.entry("r_attempts", MDSC_MUTEX),
          Map.entry("r_resend_mds", MDSC_MUTEX),
          Map.entry("r_num_fwd", MDSC_MUTEX),
          Map.entry("r_outcome", MDSC_MUTEX));

  private final String words;

  Guard(String words) {
    this.words = words;
  }

  /** Its lock class, or {@code none}. */
  public String words() {
    return words;
  }

  /**
   * The guards of the variables that are plain memory of the kernel and change while others may
   * look. The rest is atomic, is touched under a spinlock that is part of the step, or belongs to
   * the messenger, the MDS, the monitor or the model.
   */
  public static Map<String, Guard> ofVariables() {
    return OF_VARIABLES;
  }

  /**
   * What who writes a variable holds: its guard, and for {@code num_sessions}, which is atomic and
   * read without, M.
   */
  static Guard ofWritesTo(String variable) {
    return variable.equals("mdsc.num_sessions")
        ? MDSC_MUTEX
        : OF_VARIABLES.getOrDefault(variable, NONE);
  }
}
