package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.decrement;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.model.cephfs.ConnectionState.CLOSED;

import java.util.List;
import org.mdscheck.checker.spec.Effect;

/**
 * {@code ceph_get_mds_session()} and {@code ceph_put_mds_session()}: atomic operations, so each is
 * part of one step.
 *
 * <p>The last put frees the object at once and does not close its connection. Its fields become
 * zero, for nobody can tell the difference any more.
 */
final class SessionReference {
  private SessionReference() {}

  static Effect get(Session s) {
    return all(
        check("use-after-free", "a reference is taken to freed memory", s.references().isMore(0)),
        increment(s.references()));
  }

  static Effect put(CephModel c, Session s) {
    Connection con = c.connection(s.id());
    return all(
        check("use-after-free", "a reference to freed memory is put", s.references().isMore(0)),
        when(
            s.references().is(1),
            warn(
                "refcount-zero-closed",
                "s_ref reaches 0 with the connection not closed",
                con.state().is(CLOSED)),
            warn(
                "refcount-zero-closed",
                "s_ref reaches 0 with a capability that points at the session",
                s.caps().is(0)),
            reset(s.state()),
            reset(s.rank()),
            reset(s.seq()),
            c.countsPushes() ? reset(c.pushSequence().client(s.id())) : all(),
            reset(s.capsOutdated()),
            reset(s.capReconnect()),
            reset(s.caps()),
            c.scenario().has(Context.CAPS) ? freeCaps(c, s) : all(),
            reset(s.waiting()),
            reset(s.unsafe()),
            DelegatedInos.free(c, s),
            c.resetReconnects() ? reset(c.clientReset().generation(s.id())) : all(),
            c.variant().has(Hunk.DROP_LATE) ? reset(s.lateMessage()) : all(),
            forgetSent(c, s)),
        decrement(s.references()));
  }

  /** Another object may get the memory, and the name. */
  private static Effect forgetSent(CephModel c, Session s) {
    if (!c.scenario().has(Context.MDS_RECORD)) return all();
    return forEach(
        c.requests(),
        r ->
            List.of(
                when(
                    c.request(r).firstSentOn().is(s.id()),
                    assign(c.request(r).firstSentOn(), nobody()))));
  }

  private static Effect freeCaps(CephModel c, Session s) {
    return all(
        warn(
            "refcount-zero-closed",
            "s_ref reaches 0 with a capability whose session it is",
            not(c.caps().pointsAt(s.id()))),
        c.caps().forget(s));
  }
}
