package org.mdscheck.model.cephfs;

import org.mdscheck.checker.spec.Pool;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/** The fields of all session objects. */
final class SessionVariables {
  /** The variable that counts references; the pool knows it by name. */
  static final String REFERENCES = "s_ref";

  final Ref references;
  final Ref state;
  final Ref mutex;
  final Ref rank;
  final Ref seq;
  final Ref capsOutdated;
  final Ref capReconnect;
  final Ref caps;
  final Ref waiting;
  final Ref unsafe;

  /** Null in variants that do not compare the two. */
  final Ref lateMessage;

  /**
   * @param mostCaps capabilities that a session can have
   */
  SessionVariables(Spec.Builder spec, Ids ids, int mostCaps, boolean dropsLate) {
    Pool pool = ids.sessionPool();
    int requests = ids.requests().size();
    // A slot, a connection's work, its worker, the monitor's worker, delayed work, sync, umount, a
    // forced one and a reset; two for each request.
    references = spec.variable(REFERENCES, pool, Type.range(0, 9 + 2 * requests));
    state = spec.variable("s_state", pool, Type.enumOf(SessionState.class));
    mutex = spec.variable("s_mutex", pool, Type.mutex(Session.MUTEX));
    rank = spec.variable("s_mds", pool, Type.id(ids.ranks()));
    seq = spec.variable("s_seq", pool, Type.bool());
    capsOutdated = spec.variable("s_cap_gen.ahead", pool, Type.bool());
    capReconnect = spec.variable("s_cap_reconnect", pool, Type.bool());
    caps = spec.variable("s_nr_caps", pool, Type.range(0, mostCaps));
    waiting = spec.variable("s_waiting", pool, Type.queue(Type.nullable(ids.requests()), requests));
    unsafe = spec.variable("s_unsafe", pool, Type.setOf(ids.requests()));
    lateMessage = dropsLate ? spec.variable("s_msg_gen.behind", pool, Type.bool()) : null;
  }
}
