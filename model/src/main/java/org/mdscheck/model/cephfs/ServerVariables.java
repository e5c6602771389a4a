package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Expressions.value;

import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/** The variables of all ranks. */
final class ServerVariables {
  final Ref instance;
  final Ref state;
  final Ref wants;
  final Ref session;
  final Ref connection;
  final Ref awaited;
  final Ref lateReconnect;
  final Ref parked;
  final Ref replay;
  final Ref journal;

  /** Null where no session is imported. */
  final Ref preopen;

  /** Null where the MDS keeps no record. */
  final Ref executed;

  /** Null where the MDS keeps no record. */
  final Ref issued;

  /** Null where what is parked stays with its connection. */
  final Ref parkedOpens;

  /** Null where what is parked stays with its connection. */
  final Ref parkedCloses;

  /** Null where what is parked stays with its connection. */
  final Ref closer;

  /** Null where an open does not wait for the close that it meets. */
  final Ref waitingOpen;

  /** Null where no request is forwarded. */
  final Ref parkedForwards;

  /** Null where no rank is laggy. */
  final Ref laggy;

  /** Null where the nonce is looked at. */
  final Ref address;

  /**
   * @param hasNonces whether instances at one ip:port are told apart
   * @param opensWait whether an open waits for the close that it meets
   */
  ServerVariables(
      Spec.Builder spec, Ids ids, Scenario scenario, boolean hasNonces, boolean opensWait) {
    Type states = Type.array(ids.ranks(), Type.enumOf(MdsState.class));
    Type requests = Type.array(ids.ranks(), Type.setOf(ids.requests()));
    Type object = Type.array(ids.ranks(), Type.nullable(ids.sessions()));
    instance = spec.variable("mds.instance", Type.array(ids.ranks(), ids.instances()), value(0));
    state = spec.variable("mds.state", states, MdsState.ACTIVE);
    wants = spec.variable("mds.wants", states, MdsState.ACTIVE);
    session =
        spec.variable(
            "mds.session", Type.array(ids.ranks(), Type.enumOf(ServerSessionState.class)));
    connection = spec.variable("mds.connection", object);
    awaited = spec.variable("mds.awaited", Type.array(ids.ranks(), Type.bool()));
    lateReconnect = spec.variable("mds.late_reconnect", object);
    parked = spec.variable("mds.parked", requests);
    replay = spec.variable("mds.replay", requests);
    journal = spec.variable("mds.journal", requests);
    Type flags = Type.array(ids.ranks(), Type.bool());
    boolean imports = scenario.has(Context.EXPORT_TARGETS) || scenario.has(Context.CAP_EXPORTS);
    preopen = imports ? spec.variable("mds.preopen", flags) : null;
    boolean record = scenario.has(Context.MDS_RECORD);
    executed = record ? spec.variable("mds.executed", requests) : null;
    issued = record ? spec.variable("mds.issued", flags) : null;
    Type objects = Type.array(ids.ranks(), Type.setOf(ids.sessions()));
    boolean parks = scenario.has(Context.PARKED);
    parkedOpens = parks ? spec.variable("mds.parked_opens", objects) : null;
    parkedCloses = parks ? spec.variable("mds.parked_closes", objects) : null;
    closer = parks ? spec.variable("mds.closer", object) : null;
    waitingOpen = opensWait ? spec.variable("mds.waiting_open", flags) : null;
    parkedForwards =
        scenario.has(Context.FORWARDING)
            ? spec.variable(
                "mds.parked_fwd",
                Type.array(ids.ranks(), Type.array(ids.requests(), HandleForward.number())))
            : null;
    laggy = scenario.has(Context.LAGGY) ? spec.variable("mon.laggy", flags) : null;
    address =
        hasNonces
            ? null
            : spec.variable("mds.address", Type.array(ids.ranks(), ids.instances()), value(0));
  }
}
