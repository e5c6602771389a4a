package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Expressions.value;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * {@code struct ceph_mds_client}: the session table, the MDS map and the lists of requests.
 *
 * <p>Left out: {@code snap_rwsem} (all takers in scope read, so it blocks nobody), the cap lists.
 */
public final class MdsClient {
  /** Lock class of {@code mdsc->mutex}. */
  public static final String MUTEX = "mdsc->mutex";

  private final Ref mutex;
  private final Ref sessions;
  private final Ref sessionCount;
  private final Ref mapState;
  private final Ref mapInstance;
  private final Ref mapLaggy;
  private final Ref waitingForMap;
  private final Ref requestTree;
  private final Ref stopping;
  private final Ref stoppingBlockers; // null unless the scenario has it
  private final Ref poolExhausted;

  MdsClient(Spec.Builder spec, Ids ids, Scenario scenario) {
    mutex = spec.variable("mdsc.mutex", Type.mutex(MUTEX));
    sessions =
        spec.variable("mdsc.sessions", Type.array(ids.ranks(), Type.nullable(ids.sessions())));
    sessionCount = spec.variable("mdsc.num_sessions", Type.range(0, ids.sessions().size()));
    mapState =
        spec.variable(
            "mdsmap.state", Type.array(ids.ranks(), Type.enumOf(MdsState.class)), MdsState.ACTIVE);
    mapInstance =
        spec.variable("mdsmap.instance", Type.array(ids.ranks(), ids.instances()), value(0));
    mapLaggy =
        scenario.has(Context.LAGGY)
            ? spec.variable("mdsmap.laggy", Type.array(ids.ranks(), Type.bool()))
            : null;
    Type requests = Type.queue(Type.nullable(ids.requests()), ids.requests().size());
    waitingForMap = spec.variable("mdsc.waiting_for_map", requests);
    requestTree = spec.variable("mdsc.request_tree", requests);
    stopping = spec.variable("mdsc.stopping", Type.bool());
    stoppingBlockers =
        scenario.has(Context.STOPPING_BLOCKERS)
            ? spec.variable("mdsc.stopping_blockers", Type.range(0, ids.sessions().size()))
            : null;
    poolExhausted = spec.variable("pool_exhausted", Type.bool());
  }

  public Ref mutex() {
    return mutex;
  }

  /** {@code sessions[rank]}: the registered session of a rank, or null. */
  public Ref session(Expr rank) {
    return sessions.at(rank);
  }

  public Ref sessionCount() {
    return sessionCount;
  }

  /** State of a rank in the client's map. */
  public Ref mapState(Expr rank) {
    return mapState.at(rank);
  }

  /**
   * Whose address the client's map gives for a rank: the number of the daemon instance. Two
   * instances differ at least in the nonce.
   */
  public Ref mapInstance(Expr rank) {
    return mapInstance.at(rank);
  }

  /** {@code ceph_mdsmap_is_laggy()}, in scenarios where a rank may be. */
  public Ref mapLaggy(Expr rank) {
    return mapLaggy.at(rank);
  }

  /**
   * Requests that wait for a map, in the order in which they were parked; see {@link
   * Session#waiting}.
   */
  public Ref waitingForMap() {
    return waitingForMap;
  }

  /** Registered requests in the order of their tids. */
  public Ref requestTree() {
    return requestTree;
  }

  /** Whether an umount has begun. */
  public Ref stopping() {
    return stopping;
  }

  /** {@code stopping_blockers}: handlers at work that an umount waits for, where it does. */
  Ref stoppingBlockers() {
    return stoppingBlockers;
  }

  /**
   * Whether a session was to be registered when no object was left: a bound of the model, not of
   * the kernel.
   */
  public Ref poolExhausted() {
    return poolExhausted;
  }
}
