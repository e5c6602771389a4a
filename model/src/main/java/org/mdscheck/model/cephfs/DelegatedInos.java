package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.add;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.drop;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Effects.whenElse;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;

import java.util.List;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;

/**
 * {@code s_delegated_inos} of one session object: the inode numbers that its MDS lets the client
 * give to new files. Guarded by the xarray's own lock only, so each operation on it is a step.
 *
 * <p>An epoch of a session object begins when it is registered or when a reconnect has destroyed
 * the set, and ends at the next such destruction or with the object. Of a number's epoch it matters
 * only whether it still lasts, so that is what is kept: which numbers are outdated.
 */
public final class DelegatedInos {
  /** The property that an access to the set of a freed object violates. */
  private static final String AFTER_FREE = "delegated-inos-not-used-after-free";

  private final AsyncVariables all;
  private final Expr id;

  DelegatedInos(AsyncVariables all, Expr id) {
    this.all = all;
    this.id = id;
  }

  /** The numbers in the set. */
  public Ref numbers() {
    return all.delegated.at(id);
  }

  /** Those of them that were granted in an epoch that has ended, or to another session object. */
  public Ref outdated() {
    return all.outdated.at(id);
  }

  /** Whether the epoch has ended in which the message came that the connection's worker handles. */
  Ref overtaken() {
    return all.overtaken.at(id);
  }

  static Effect touch(Session s) {
    return check(
        AFTER_FREE, "the delegated inos of a freed session are used", s.references().isMore(0));
  }

  /** {@code xa_destroy()} in a reconnect: the epoch ends. */
  static Effect destroy(CephModel c, Session s) {
    if (!c.createsAsync()) return all();
    DelegatedInos inos = c.delegatedInos(s.id());
    boolean destroys = !c.variant().is(Mutant.RECONNECT_KEEPS_INOS);
    return all(
        touch(s),
        destroys
            ? all(reset(inos.numbers()), reset(inos.outdated()))
            : assign(inos.outdated(), inos.numbers()),
        when(
            inside(CephModel.CONNECTION_WORKER, s.id(), "mds_dispatch"),
            assign(inos.overtaken(), true)),
        disown(c, s));
  }

  /** {@code xa_destroy()} in the last put. */
  static Effect free(CephModel c, Session s) {
    if (!c.createsAsync()) return all();
    DelegatedInos inos = c.delegatedInos(s.id());
    return all(
        reset(inos.numbers()), reset(inos.outdated()), reset(inos.overtaken()), disown(c, s));
  }

  private static Effect disown(CephModel c, Session s) {
    return forEach(
        c.requests(),
        r ->
            List.of(
                when(
                    c.asyncCreate(r).granter().is(s.id()),
                    assign(c.asyncCreate(r).granter(), nobody()))));
  }

  /** {@code ceph_parse_deleg_inos()}: a number that is in the set already stays there. */
  static Effect insert(CephModel c, Session s, Expr granted) {
    DelegatedInos inos = c.delegatedInos(s.id());
    Expr accepts = c.variant().has(Hunk.INO_EPOCH) ? not(inos.overtaken()) : value(true);
    return all(
        touch(s),
        forEach(
            c.inos(),
            x ->
                List.of(
                    when(
                        x.isIn(granted).and(accepts),
                        add(inos.numbers(), x),
                        whenElse(
                            inos.overtaken(), add(inos.outdated(), x), drop(inos.outdated(), x))))),
        reset(inos.overtaken()));
  }

  /** The worker of the connection has handled a message. */
  static Effect handled(CephModel c, Session s) {
    return c.createsAsync() ? reset(c.delegatedInos(s.id()).overtaken()) : all();
  }

  /** {@code xa_erase()} by the thread of a request that then has the number. */
  static Effect take(CephModel c, Session s, Request r, Expr ino) {
    DelegatedInos inos = c.delegatedInos(s.id());
    AsyncCreate create = c.asyncCreate(r.id());
    return all(
        touch(s),
        assign(create.ino(), ino),
        assign(create.granter(), ifElse(ino.isIn(inos.outdated()), nobody(), s.id())),
        assign(create.stage(), CreateStage.NEW),
        drop(inos.numbers(), ino),
        drop(inos.outdated(), ino));
  }

  /** {@code ceph_restore_deleg_ino()}: into a session that need not be the one that granted it. */
  static Effect giveBack(CephModel c, Session s, Request r) {
    DelegatedInos inos = c.delegatedInos(s.id());
    AsyncCreate create = c.asyncCreate(r.id());
    Expr own = create.granter().is(s.id());
    return all(
        touch(s),
        when(
            c.variant().has(Hunk.INO_EPOCH) ? own : value(true),
            add(inos.numbers(), create.ino()),
            when(not(own), add(inos.outdated(), create.ino()))),
        reset(create.ino()),
        reset(create.granter()));
  }
}
