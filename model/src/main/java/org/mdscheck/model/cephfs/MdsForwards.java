package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.dequeue;
import static org.mdscheck.checker.spec.Effects.drop;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;

import java.util.List;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;

/**
 * A rank that is asked for what belongs to another: it tells the client, which sends the request
 * there. Nothing without {@link Context#FORWARDING}.
 *
 * <p>Source: src/mds/MDSRank.cc, {@code forward_message_mds()}: nothing goes from one MDS to the
 * other. What belongs to whom changes only when a rank stops, and then at once.
 */
final class MdsForwards {
  private final CephModel c;
  private final MdsRank mds;
  private final Connection con;
  private final boolean takesPart;

  MdsForwards(CephModel c, MdsRank mds) {
    this.c = c;
    this.mds = mds;
    con = c.connection(mds.connection());
    takesPart = c.scenario().has(Context.FORWARDING);
  }

  /** Whether the rank executes what it is asked for. */
  Expr isOwn() {
    if (!takesPart) return value(true);
    Expr last = c.ids().importer();
    Expr state = c.mds(last).state();
    Expr lastOwns = state.isNot(MdsState.STOPPING).and(state.isNot(MdsState.DNE));
    return ifElse(mds.id().is(last), lastOwns, not(lastOwns));
  }

  /**
   * @param arrived whether a request is at the head that could be executed
   */
  void at(List<Block> ways, Expr arrived, Expr active) {
    if (!takesPart) return;
    Expr request = con.outgoing().head().field("request");
    Expr fwd = con.outgoing().head().field("fwd");
    ways.add(
        block()
            .rest(
                "CLIENT_REQUEST: CLIENT_REQUEST_FORWARD",
                arrived.and(not(isOwn())),
                con.receives(ToClient.FORWARD, request, fwd.plus(1)),
                drop(mds.parked(), request),
                dequeue(con.outgoing())));
    ways.add(
        block()
            .restChoose(
                "ACTIVE at last: CLIENT_REQUEST_FORWARD",
                c.requests(),
                r ->
                    given(
                        r.isIn(mds.parked()).and(active).and(not(isOwn())),
                        when(
                            mds.connection().isNotNull(),
                            con.receives(ToClient.FORWARD, r, mds.parkedForwards(r).plus(1))),
                        reset(mds.parkedForwards(r)),
                        drop(mds.parked(), r))));
  }

  /** A request at the head is set aside. */
  Effect park(Expr request) {
    if (!takesPart) return all();
    return assign(mds.parkedForwards(request), con.outgoing().head().field("fwd"));
  }

  /** What was set aside is forgotten. */
  Effect forget() {
    return takesPart ? forEach(c.requests(), r -> List.of(reset(mds.parkedForwards(r)))) : all();
  }
}
