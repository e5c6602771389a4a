package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.add;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.dequeue;
import static org.mdscheck.checker.spec.Effects.drop;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.emptySet;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.model.cephfs.MdsState.ACTIVE;
import static org.mdscheck.model.cephfs.MdsState.CLIENTREPLAY;
import static org.mdscheck.model.cephfs.MdsState.RECONNECT;
import static org.mdscheck.model.cephfs.ServerSessionState.OPEN;
import static org.mdscheck.model.cephfs.ServerSessionState.STALE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;

/**
 * What an MDS does with requests where each of them creates a file: the part of {@link MdsServer}
 * that looks at inode numbers.
 *
 * <p>Source: src/mds/Server.cc ({@code dispatch_client_request()}, {@code handle_client_openc()},
 * {@code prepare_new_inode()}). A create that is done already is answered, from the table of
 * completed requests or because the name exists, and takes no number.
 */
final class MdsCreates {
  private final CephModel c;
  private final MdsRank mds;
  private final Connection con;
  private final ServerInos inos;
  private final List<Block> ways;

  private MdsCreates(CephModel c, MdsRank mds, List<Block> ways) {
    this.c = c;
    this.mds = mds;
    this.ways = ways;
    con = c.connection(mds.connection());
    inos = c.serverInos(mds.id());
  }

  /**
   * @param plain whether the next message is a CLIENT_REQUEST
   * @param replay whether it is a CLIENT_REQUEST with the flag for replays
   */
  static void of(CephModel c, MdsRank mds, List<Block> ways, Expr plain, Expr replay) {
    MdsCreates creates = new MdsCreates(c, mds, ways);
    creates.arriving(plain, replay);
    creates.waiting("ACTIVE at last: create", mds.parked(), mds.state().is(ACTIVE));
    creates.waiting("CLIENTREPLAY: create", mds.replay(), mds.state().isAtLeast(CLIENTREPLAY));
    creates.journaled();
    if (c.scenario().has(Context.OTHER_CLIENTS)) creates.ofOthers();
  }

  /** A number that this client's session returned becomes that of a file of another client. */
  private void ofOthers() {
    ways.add(
        block()
            .restChoose(
                "create of another client with an ino from the table",
                c.inos(),
                x ->
                    given(
                        c.mounted().and(mds.state().is(ACTIVE)).and(inos.isInTable(x)),
                        add(inos.used(), x))));
  }

  private void arriving(Expr plain, Expr replay) {
    Expr r = con.outgoing().head().field("request");
    Expr some = plain.or(replay);
    Expr usable = mds.session().isOneOf(OPEN, STALE);
    Expr active = some.and(usable).and(mds.state().is(ACTIVE));
    Expr early = usable.and(mds.state().isNot(ACTIVE));
    Expr doing = r.isIn(mds.journal());
    Expr numbered = c.asyncCreate(r).ino().isNotNull();
    Expr queues = replay.or(plain.and(numbered).and(mds.state().isAtMost(RECONNECT)));
    Effect taken = all(drop(mds.parked(), r), taken());
    step("CLIENT_REQUEST dropped, no open session", some.and(not(usable)), taken());
    step("CLIENT_REQUEST dropped, it is being done already", active.and(doing), taken());
    step(
        "create waits for CLIENTREPLAY",
        early.and(queues),
        add(mds.replay(), r),
        reserve(r),
        taken());
    step(
        "create waits for ACTIVE",
        early.and(plain).and(not(queues)),
        add(mds.parked(), r),
        taken());
    Expr due = active.and(not(doing));
    for (Way way : ways("create", false)) {
      Effect effect = way.effect.apply(r);
      step(way.label, due.and(way.guard.apply(r)), effect, taken);
    }
    if (c.scenario().has(Context.CREATE_ERRORS))
      ways.add(
          block()
              .fault(
                  "create refused: error reply",
                  c.budgets().failures,
                  due.and(not(r.isIn(inos.created()))),
                  send(ToClient.ERROR_REPLY, r, emptySet(c.inos())),
                  taken));
    for (boolean safe : new boolean[] {true, false}) {
      ways.add(
          block()
              .restChoose(
                  "create with a free ino: " + (safe ? "safe reply" : "unsafe reply"),
                  c.inos(),
                  x ->
                      given(
                          due.and(isPlain(r)).and(x.isIn(inos.free())),
                          drop(inos.free(), x),
                          safe ? done(r, x) : doing(r, x),
                          taken)));
    }
  }

  /** The number of a create that waits for CLIENTREPLAY is nobody else's. */
  private Effect reserve(Expr r) {
    Ref ino = c.asyncCreate(r).ino();
    return when(
        ino.isNotNull().and(ino.isIn(inos.free())),
        drop(inos.free(), ino),
        add(inos.delegated(), ino));
  }

  /** A way to do a create. */
  private record Way(String label, Function<Expr, Expr> guard, Function<Expr, Effect> effect) {}

  private List<Way> ways(String name, boolean onlySafe) {
    List<Way> all = new ArrayList<>();
    all.add(
        new Way(
            name + " of a file that exists: safe reply",
            r -> r.isIn(inos.created()),
            this::answer));
    all.add(
        new Way(
            name + " with the client's ino: safe reply",
            this::isNumbered,
            r -> all(claim(number(r)), done(r, number(r)))));
    all.add(
        new Way(
            name + ": safe reply",
            this::isPlain,
            r -> all(add(inos.created(), r), grant(ToClient.SAFE_REPLY, r))));
    if (onlySafe) return all;
    all.add(
        new Way(
            name + " with the client's ino: unsafe reply",
            this::isNumbered,
            r -> all(claim(number(r)), doing(r, number(r)))));
    all.add(
        new Way(
            name + ": unsafe reply",
            this::isPlain,
            r -> all(add(mds.journal(), r), grant(ToClient.UNSAFE_REPLY, r))));
    return all;
  }

  private Ref number(Expr r) {
    return c.asyncCreate(r).ino();
  }

  private Expr isNumbered(Expr r) {
    return not(r.isIn(inos.created())).and(number(r).isNotNull());
  }

  private Expr isPlain(Expr r) {
    return not(r.isIn(inos.created())).and(number(r).isNull());
  }

  /** The number is anybody's but another file's: else an assertion fails, and the MDS dies. */
  private Effect claim(Expr ino) {
    Expr taken = ino.isIn(inos.taken());
    Expr bad = c.assumes(Assumption.USED_INO_ASSERTS) ? taken.or(ino.isIn(inos.used())) : taken;
    return all(
        check("ino-not-taken-twice", "the MDS is told to give a file the ino of another", not(bad)),
        drop(inos.free(), ino),
        drop(inos.delegated(), ino));
  }

  private Effect done(Expr r, Expr ino) {
    return all(add(inos.used(), ino), add(inos.created(), r), grant(ToClient.SAFE_REPLY, r));
  }

  private Effect doing(Expr r, Expr ino) {
    return all(
        add(inos.taken(), ino),
        assign(inos.taker(r), ino),
        add(mds.journal(), r),
        grant(ToClient.UNSAFE_REPLY, r));
  }

  private void waiting(String name, Ref queue, Expr when) {
    for (Way way : ways(name, true)) {
      ways.add(
          block()
              .restChoose(
                  way.label,
                  c.requests(),
                  r ->
                      given(
                          r.isIn(queue).and(when).and(way.guard.apply(r)),
                          way.effect.apply(r),
                          drop(queue, r))));
    }
  }

  private void journaled() {
    Expr when = mds.state().isAtLeast(CLIENTREPLAY);
    ways.add(
        block()
            .restChoose(
                "journaled: safe reply",
                c.requests(),
                r ->
                    given(
                        r.isIn(mds.journal()).and(when),
                        drop(mds.journal(), r),
                        add(inos.created(), r),
                        when(
                            inos.taker(r).isNotNull(),
                            drop(inos.taken(), inos.taker(r)),
                            add(inos.used(), inos.taker(r)),
                            reset(inos.taker(r))),
                        answer(r))));
  }

  private Effect grant(ToClient op, Expr r) {
    return all(send(op, r, inos.free()), inos.delegate(c));
  }

  private Effect answer(Expr r) {
    return send(ToClient.SAFE_REPLY, r, emptySet(c.inos()));
  }

  private Effect send(ToClient op, Expr r, Expr granted) {
    return when(mds.connection().isNotNull(), con.grants(op, r, granted));
  }

  private Effect taken() {
    return dequeue(con.outgoing());
  }

  private void step(String label, Expr guard, Effect... effects) {
    ways.add(block().rest(label, guard, effects));
  }
}
