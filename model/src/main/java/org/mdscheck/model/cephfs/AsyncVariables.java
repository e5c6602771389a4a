package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Expressions.value;

import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/** What asynchronous creates need; exists only where {@link Context#ASYNC_CREATE} takes part. */
final class AsyncVariables {
  /** Inode numbers that the MDS has set aside for this client. */
  private static final int INOS = 2;

  final Scalarset inos;
  final Ref delegated;
  final Ref outdated;
  final Ref overtaken;
  final Ref directoryAuth;
  final Ref directoryCreate;
  final Ref ino;
  final Ref granter;
  final Ref stage;
  final Ref serverFree;
  final Ref serverDelegated;
  final Ref serverTaken;
  final Ref serverUsed;
  final Ref serverIno;
  final Ref created;
  final Ref mounted;

  AsyncVariables(Spec.Builder spec, Ids ids) {
    inos = ids.inos();
    Type numbers = Type.setOf(inos);
    Type ofSession = Type.array(ids.sessions(), numbers);
    Type ofRank = Type.array(ids.ranks(), numbers);
    delegated = spec.variable("s_delegated_inos", ofSession);
    outdated = spec.variable("s_delegated_inos.outdated", ofSession);
    overtaken =
        spec.variable("s_delegated_inos.overtaken", Type.array(ids.sessions(), Type.bool()));
    directoryAuth = spec.variable("dir.i_auth_cap.session", Type.nullable(ids.sessions()));
    directoryCreate = spec.variable("dir.i_auth_cap.create", Type.bool());
    Type number = Type.array(ids.requests(), Type.nullable(inos));
    ino = spec.variable("r_deleg_ino", number);
    granter =
        spec.variable(
            "r_deleg_ino.granter", Type.array(ids.requests(), Type.nullable(ids.sessions())));
    stage =
        spec.variable("r_async_create", Type.array(ids.requests(), Type.enumOf(CreateStage.class)));
    serverFree = spec.variable("mds.free_inos", ofRank);
    serverDelegated = spec.variable("mds.delegated_inos", ofRank);
    serverTaken = spec.variable("mds.taken_inos", ofRank);
    serverUsed = spec.variable("mds.used_inos", ofRank);
    serverIno = spec.variable("mds.request_ino", number);
    created = spec.variable("mds.created", Type.setOf(ids.requests()));
    mounted = spec.variable("mounted", Type.bool(), value(false));
  }

  static Scalarset inos(Spec.Builder spec) {
    return spec.scalarset("ino", INOS);
  }
}
