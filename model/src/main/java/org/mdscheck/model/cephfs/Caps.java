package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.add;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.decrement;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.warn;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.holding;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.unreferenced;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import java.util.List;
import java.util.function.Function;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Pool;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/**
 * The capabilities of one inode, by name, and the walk over those of a session. Only with {@link
 * Context#CAPS}; elsewhere they are only counted.
 *
 * <p>An inode has at most one capability of a rank, whatever session object it came through. {@code
 * i_ceph_lock} and {@code s_cap_lock} are part of the steps. Left out: the inode is evicted while
 * nobody walks, and exports, which only remove capabilities.
 *
 * <p>Source: fs/ceph/caps.c, {@code ceph_add_cap()}, {@code __ceph_remove_cap()}.
 */
public final class Caps {
  /** One attached to the inode, one whose removal waits for the walk that stands on it. */
  private static final int CAPS = 2;

  private final CephModel c;
  private final Scalarset ids;
  private final Ref attached;
  private final Ref owner;
  private final Ref list;
  private final Ref iterator;

  Caps(CephModel c, Spec.Builder spec, Pool pool) {
    this.c = c;
    ids = spec.scalarset("cap", CAPS);
    attached = spec.variable("cap.ci", Type.array(ids, Type.bool()));
    owner = spec.variable("cap.session", Type.array(ids, Type.nullable(pool.ids())));
    list = spec.variable("cap.session_caps", Type.array(ids, Type.nullable(pool.ids())));
    iterator = spec.variable("s_cap_iterator", pool, Type.nullable(ids));
  }

  /** How many there can be. */
  static int most() {
    return CAPS;
  }

  /** Whether some {@code cap->session}, or some place on a list, is the session. */
  public Expr pointsAt(Expr session) {
    return exists(ids, x -> owner.at(x).is(session).or(list.at(x).is(session)));
  }

  /** Whether a capability is on the list of the session. */
  Expr isOnList(Session s) {
    return exists(ids, x -> list.at(x).is(s.id()));
  }

  Effect forget(Session s) {
    return assign(iterator.at(s.id()), nobody());
  }

  /**
   * {@code ceph_add_cap()}: the capability that the inode has of the rank goes to the end of this
   * session's list; {@code cap->session} and the counts stay. Caller holds {@code s_mutex}.
   */
  Program addCap(Session s) {
    Expr some = isAttached();
    Expr none = c.variant().is(Mutant.CAP_ADDED_TWICE) ? value(true) : not(some);
    return program("ceph_add_cap")
        .either(
            block()
                .await(
                    "list_move_tail(&cap->session_caps, &session->s_caps)",
                    some,
                    forEach(ids, x -> List.of(when(attached.at(x), assign(list.at(x), s.id()))))),
            block()
                .await(
                    "(no capability left: a bound)",
                    none.and(not(exists(ids, this::isFree))),
                    assign(c.mdsc().poolExhausted(), true)),
            block()
                .choose(
                    "cap->session = session; session->s_nr_caps++",
                    ids,
                    x ->
                        given(
                            none.and(isFree(x)),
                            check(
                                "bug-on",
                                "BUG() of __insert_cap_node(): a second capability of the rank",
                                not(isAttached())),
                            assign(attached.at(x), true),
                            assign(owner.at(x), s.id()),
                            assign(list.at(x), s.id()),
                            increment(s.caps()))))
        .end();
  }

  private Expr isAttached() {
    return exists(ids, x -> attached.at(x));
  }

  private Expr isFree(Expr x) {
    return not(attached.at(x)).and(list.at(x).isNull()).and(unreferenced(x));
  }

  /**
   * {@code __ceph_remove_cap()}: off the list, which is left to the walk that {@code
   * s_cap_iterator} says stands on it. Nothing if it was removed before.
   */
  private Effect remove(Expr x) {
    Session its = c.session(owner.at(x));
    return when(
        attached.at(x),
        assign(attached.at(x), false),
        when(iterator.at(its.id()).isNot(x), decrement(its.caps()), unlink(x)));
  }

  private Effect unlink(Expr x) {
    return all(assign(list.at(x), nobody()), assign(owner.at(x), nobody()));
  }

  /** The walk with a callback that removes each. */
  Program removeAll(Session s) {
    return walk(s, "remove_session_caps_cb(inode, mds, arg)", this::remove);
  }

  /** The walk with a callback that trims each. */
  Program trim(Session s) {
    return walk(s, "trim_caps_cb(inode, mds, arg)", this::remove);
  }

  /** The walk with a callback that only looks. */
  Program look(Session s, String callback) {
    return walk(s, callback, x -> all());
  }

  /** {@code ceph_iterate_session_caps()}. */
  private Program walk(Session s, String label, Function<Expr, Effect> callback) {
    Local cap = local("cap", Type.nullable(ids));
    Local seen = local("p", Type.setOf(ids));
    Ref current = iterator.at(s.id());
    String next = "session->s_cap_iterator = cap";
    String end = "session->s_cap_iterator = NULL";
    return program("ceph_iterate_session_caps", cap, seen)
        .either(
            block()
                .await(end, not(exists(ids, x -> isNext(s, seen, x))), assign(current, nobody()))
                .ret(),
            step(s, next, cap, seen, all()))
        .loop(
            block()
                .step(label, callback.apply(cap))
                .either(
                    block()
                        .await(
                            end,
                            not(exists(ids, x -> isNext(s, seen, x))),
                            goOn(s, cap),
                            assign(current, nobody()))
                        .leave(),
                    step(s, next, cap, seen, goOn(s, cap))))
        .end();
  }

  private Expr isNext(Session s, Ref seen, Expr x) {
    return list.at(x).is(s.id()).and(not(x.isIn(seen)));
  }

  /** Publishes the next capability, so that it is not freed under the walk. */
  private Block step(Session s, String label, Ref cap, Ref seen, Effect before) {
    Ref current = iterator.at(s.id());
    Expr isAlone = current.isNull().or(current.is(cap));
    return block()
        .choose(
            label,
            ids,
            x ->
                given(
                    isNext(s, seen, x),
                    warn(
                        "cap-walks-alone",
                        "s_caps is walked without s_mutex",
                        holding(Session.MUTEX)),
                    warn("cap-walks-alone", "another walk stands on a capability", isAlone),
                    before,
                    check("bug-on", "igrab() with cap->ci NULL", attached.at(x)),
                    assign(current, x),
                    assign(cap, x),
                    add(seen, x)));
  }

  /** {@code p = p->next}, and the removal that was left to the walk. */
  private Effect goOn(Session s, Expr cap) {
    return all(
        check(
            "cap-walk-stays-on-list",
            "the capability that the walk stands on has left the list",
            list.at(cap).is(s.id())),
        when(not(attached.at(cap)), decrement(s.caps()), unlink(cap)));
  }

  /** At the end of {@code remove_session_caps()}. */
  Effect noneLeft(Session s) {
    return check("bug-on", "BUG_ON(session->s_nr_caps > 0)", s.caps().is(0));
  }
}
