package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.add;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Effects.whenElse;
import static org.mdscheck.checker.spec.Expressions.not;

import java.util.List;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;

/**
 * Where an MDS rank has the inode numbers: with the client's session (free, delegated or taken), in
 * use, or else in its table. The MDS has more numbers than these; a create may get one of the
 * others.
 *
 * <p>Source: src/mds/SessionMap.h ({@code take_ino()}, {@code delegate_inos()}), Server.cc ({@code
 * prepare_new_inode()}, {@code journal_close_session()}), InoTable.cc. Other clients get numbers
 * that a closed session returned where {@link Context#OTHER_CLIENTS} take part.
 */
public final class ServerInos {
  private final AsyncVariables all;
  private final Expr rank;

  ServerInos(AsyncVariables all, Expr rank) {
    this.all = all;
    this.rank = rank;
  }

  /** Preallocated for the session, and at the disposal of the MDS. */
  public Ref free() {
    return all.serverFree.at(rank);
  }

  /** Preallocated, and the client may give them to files. */
  public Ref delegated() {
    return all.serverDelegated.at(rank);
  }

  /** Preallocated, and taken by a create that is not journaled. */
  public Ref taken() {
    return all.serverTaken.at(rank);
  }

  /** The number of a file. */
  public Ref used() {
    return all.serverUsed.at(rank);
  }

  /** All that is free is delegated: a reply to a create has said so. */
  Effect delegate(CephModel c) {
    return all(
        forEach(c.inos(), x -> List.of(when(x.isIn(free()), add(delegated(), x)))), reset(free()));
  }

  /** The session opens: it gets the numbers that nobody has. */
  static Effect preallocate(CephModel c, MdsRank mds) {
    if (!c.createsAsync()) return all();
    ServerInos inos = c.serverInos(mds.id());
    return forEach(
        c.inos(),
        x ->
            List.of(
                when(not(x.isIn(inos.used()).or(x.isIn(inos.delegated()))), add(inos.free(), x))));
  }

  /** Whether a number is in the table of the MDS. */
  Expr isInTable(Expr ino) {
    return not(
        ino.isIn(free()).or(ino.isIn(delegated())).or(ino.isIn(taken())).or(ino.isIn(used())));
  }

  /** The session ends: what was done is journaled, the other numbers go back to the table. */
  static Effect returnAll(CephModel c, MdsRank mds) {
    if (!c.createsAsync()) return all();
    ServerInos inos = c.serverInos(mds.id());
    return all(
        inos.journalAll(c, mds), reset(inos.free()), reset(inos.delegated()), reset(inos.taken()));
  }

  /**
   * The daemon is gone. Of what it had not written, all has made it or nothing has; the numbers of
   * a session that is still open are free, none is delegated.
   */
  static Effect restart(CephModel c, MdsRank mds, Expr sessionSurvives, boolean journaled) {
    if (!c.createsAsync()) return all();
    ServerInos inos = c.serverInos(mds.id());
    return all(
        journaled ? inos.journalAll(c, mds) : all(),
        whenElse(
            sessionSurvives,
            forEach(
                c.inos(),
                x ->
                    List.of(
                        when(
                            x.isIn(inos.delegated()).or(x.isIn(inos.taken())),
                            add(inos.free(), x)))),
            reset(inos.free())),
        reset(inos.delegated()),
        reset(inos.taken()),
        forEach(c.requests(), r -> List.of(when(r.isIn(mds.journal()), reset(inos.taker(r))))));
  }

  private Effect journalAll(CephModel c, MdsRank mds) {
    return all(
        forEach(c.inos(), x -> List.of(when(x.isIn(taken()), add(used(), x)))),
        reset(taken()),
        forEach(
            c.requests(),
            r -> List.of(when(r.isIn(mds.journal()), add(created(), r), reset(taker(r))))));
  }

  /** The number that a request has taken whose create is not journaled, or null. */
  Ref taker(Expr request) {
    return all.serverIno.at(request);
  }

  /** Requests whose files exist. */
  Ref created() {
    return all.created;
  }
}
