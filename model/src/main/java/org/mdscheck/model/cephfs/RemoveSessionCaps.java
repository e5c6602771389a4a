package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Program;

/**
 * {@code remove_session_caps()}. Caller holds {@code s_mutex}, without which no capability is
 * added; so the BUG_ON of what is left at the end cannot fail and the walk is one step.
 */
final class RemoveSessionCaps {
  private RemoveSessionCaps() {}

  static Program of(CephModel c, Session s) {
    return program("remove_session_caps")
        .await(
            "ceph_iterate_session_caps(remove)",
            Directory.unlocked(c),
            reset(s.caps()),
            reset(s.capsOutdated()),
            Directory.remove(c, s))
        .end();
  }
}
