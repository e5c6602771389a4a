package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Type.field;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/** The connections of all session objects. */
final class ConnectionVariables {
  final Ref state;
  final Ref rank;
  final Ref instance;
  final Ref resetPending;
  final Ref incoming;
  final Ref outgoing;
  final Type toClient;
  final Scalarset inos;

  /** Whether messages say how often their request was forwarded. */
  final boolean forwards;

  /** Whether messages have a number, which in most of them is 0. */
  final boolean counts;

  /** Null where a dropped connection is taken up at once. */
  final Ref keepalive;

  /** Null unless a rank can be in the map without a daemon. */
  final Ref blank;

  /** Null unless somebody asks for it. */
  final Ref sentTooLate;

  ConnectionVariables(Spec.Builder spec, Ids ids, Scenario scenario) {
    int requests = ids.requests().size();
    Type request = Type.nullable(ids.requests());
    Type.Field op = field("op", Type.enumOf(ToClient.class));
    inos = ids.inos();
    forwards = scenario.has(Context.FORWARDING);
    List<Type.Field> answer = new ArrayList<>(List.of(op, field("request", request)));
    if (inos != null) answer.add(field("inos", Type.setOf(inos)));
    if (forwards) answer.add(field("fwd", HandleForward.number()));
    counts = scenario.has(Context.PUSH_SEQUENCE);
    if (counts) answer.add(field("seq", PushSequence.number()));
    toClient = Type.struct(answer.toArray(Type.Field[]::new));
    Type.Field toMdsOp = field("op", Type.enumOf(ToMds.class));
    List<Type.Field> message = new ArrayList<>(List.of(toMdsOp, field("request", request)));
    if (scenario.has(Context.PUSH_SEQUENCE)) message.add(field("seq", PushSequence.number()));
    if (forwards) message.add(field("fwd", HandleForward.number()));
    Type toMds = Type.struct(message.toArray(Type.Field[]::new));
    state =
        spec.variable("con.state", Type.array(ids.sessions(), Type.enumOf(ConnectionState.class)));
    rank = spec.variable("con.rank", Type.array(ids.sessions(), Type.id(ids.ranks())));
    instance = spec.variable("con.instance", Type.array(ids.sessions(), ids.instances()));
    resetPending = spec.variable("con.reset", Type.array(ids.sessions(), Type.bool()));
    incoming =
        spec.variable("con.in", Type.array(ids.sessions(), Type.queue(toClient, 6 + 3 * requests)));
    outgoing =
        spec.variable("con.out", Type.array(ids.sessions(), Type.queue(toMds, 6 + requests)));
    keepalive =
        scenario.has(Context.STANDBY)
            ? spec.variable("con.keepalive", Type.array(ids.sessions(), Type.bool()))
            : null;
    blank =
        scenario.has(Context.NO_DAEMON)
            ? spec.variable("con.blank", Type.array(ids.sessions(), Type.bool()))
            : null;
    sentTooLate =
        scenario.has(Context.RECONNECT_WINDOW)
            ? spec.variable("con.sent_too_late", Type.array(ids.sessions(), Type.bool()))
            : null;
  }
}
