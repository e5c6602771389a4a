package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.program;

import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;

/**
 * {@code replay_unsafe_requests()}: sends again what was answered unsafe, as replays, and what was
 * sent and not answered. Caller holds {@code s_mutex}; takes M inside it.
 */
final class ReplayUnsafeRequests {
  private ReplayUnsafeRequests() {}

  static Program of(CephModel c, Session s) {
    return program("replay_unsafe_requests")
        .step("mutex_lock(&mdsc->mutex)", acquire(c.mdsc().mutex()))
        .step(
            "__send_request() of each on s_unsafe, then of the rank's old ones",
            forEach(
                c.requests(),
                x ->
                    List.of(
                        when(
                            x.isIn(s.unsafe()),
                            CephConnection.send(c, s, ToMds.CLIENT_REQUEST_REPLAY, x)))),
            forEach(
                c.requests(),
                x ->
                    List.of(
                        when(
                            isOld(c, c.request(x), s),
                            CephConnection.send(c, s, ToMds.CLIENT_REQUEST, x)))))
        .step("mutex_unlock(&mdsc->mutex)", release(c.mdsc().mutex()))
        .end();
  }

  /**
   * Sent, not answered, for the rank of the session; it goes to this session whichever object it
   * was sent on.
   */
  private static Expr isOld(CephModel c, Request r, Session s) {
    return contains(c.mdsc().requestTree(), r.id())
        .and(not(r.gotUnsafe()))
        .and(r.attempted())
        .and(r.session().isNotNull())
        .and(c.session(r.session()).rank().is(s.rank()));
  }
}
