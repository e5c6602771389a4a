package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Program;

/**
 * {@code remove_session_caps()}. Caller holds {@code s_mutex}, without which no capability is added
 * to it; so where they are only counted, the BUG_ON of what is left at the end cannot fail and the
 * walk is one step.
 */
final class RemoveSessionCaps {
  private RemoveSessionCaps() {}

  static Program of(CephModel c, Session s) {
    if (c.scenario().has(Context.CAPS)) {
      return program("remove_session_caps")
          .call(c.caps().removeAll(s))
          .step("BUG_ON(session->s_nr_caps > 0)", c.caps().noneLeft(s), reset(s.capsOutdated()))
          .end();
    }
    if (c.exportsCaps()) {
      return program("remove_session_caps")
          .step(
              "ceph_iterate_session_caps(remove)",
              c.capExports().removeAll(s),
              reset(s.capsOutdated()))
          .end();
    }
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
