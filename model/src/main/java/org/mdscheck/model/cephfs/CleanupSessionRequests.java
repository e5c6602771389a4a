package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import java.util.List;
import org.mdscheck.checker.spec.Program;

/** {@code cleanup_session_requests()}. Caller holds {@code s_mutex}; takes M inside it. */
final class CleanupSessionRequests {
  private CleanupSessionRequests() {}

  static Program of(CephModel c, Session s) {
    boolean own = c.variant().has(Hunk.OWN_REQUESTS);
    boolean isLocked = !c.variant().is(Mutant.CLEANUP_WITHOUT_MUTEX);
    return program("cleanup_session_requests")
        .only(isLocked, block().step("mutex_lock(&mdsc->mutex)", acquire(c.mdsc().mutex())))
        .step(
            "__unregister_request() of each on s_unsafe; r_attempts = 0 of the rank's others",
            forEach(
                c.requests(),
                x ->
                    List.of(
                        when(x.isIn(s.unsafe()), RequestReference.unregister(c, c.request(x))))),
            reset(s.unsafe()),
            // By rank, not by session object: requests of another object of the rank are meant too,
            // unless repaired.
            forEach(
                c.requests(),
                x ->
                    List.of(
                        when(
                            contains(c.mdsc().requestTree(), x)
                                .and(c.request(x).session().isNotNull())
                                .and(
                                    own
                                        ? c.request(x).session().is(s.id())
                                        : c.session(c.request(x).session()).rank().is(s.rank())),
                            assign(c.request(x).attempted(), false)))))
        .only(isLocked, block().step("mutex_unlock(&mdsc->mutex)", release(c.mdsc().mutex())))
        .end();
  }
}
