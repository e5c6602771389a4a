package org.mdscheck.invariants;

import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.next;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.unreferenced;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Property.Clause;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.MdsState;
import org.mdscheck.model.cephfs.Scenario;
import org.mdscheck.model.cephfs.ServerSessionState;
import org.mdscheck.model.cephfs.Session;
import org.mdscheck.model.cephfs.SessionState;

/** What several properties speak of, defined once. */
final class Vocabulary {
  private Vocabulary() {}

  static Expr forAllSessions(CephModel c, Function<Session, Expr> body) {
    return forAll(c.sessions(), id -> body.apply(c.session(id)));
  }

  static Expr existsSession(CephModel c, Function<Session, Expr> body) {
    return exists(c.sessions(), id -> body.apply(c.session(id)));
  }

  /** For all sessions with the premise the conclusion; vacuous when there never is one. */
  static Clause clauseOfSessions(
      String name,
      CephModel c,
      Function<Session, Expr> premise,
      Function<Session, Expr> conclusion) {
    return Property.clause(
        name,
        existsSession(c, premise),
        forAllSessions(c, s -> premise.apply(s).implies(conclusion.apply(s))));
  }

  /** The object has not been freed: {@code s_ref > 0}. */
  static Expr isAlive(Session s) {
    return s.references().isMore(0);
  }

  /** The object is alive and is not the registered session of its rank. */
  static Expr isUnregistered(CephModel c, Session s) {
    return isAlive(s).and(not(c.isRegistered(s)));
  }

  /**
   * No thread is inside a function that was given the session: its own worker, or one with a local
   * pointer.
   */
  static Expr isQuiescent(CephModel c, Session s) {
    return not(inside(CephModel.CONNECTION_WORKER, s.id())).and(unreferenced(s.id()));
  }

  /**
   * The object is alive before and after the step, which writes another value to {@code s_state}.
   */
  static Expr changesState(Session s) {
    return isAlive(s).and(next(isAlive(s))).and(next(s.state()).isNot(s.state()));
  }

  /** A thread is inside {@code send_mds_reconnect()} for the session. */
  static Expr isReconnecting(CephModel c, Session s) {
    return isInside(c, "send_mds_reconnect", s);
  }

  /** A thread is inside {@code __unregister_session()} for the session. */
  static Expr isBeingUnregistered(CephModel c, Session s) {
    return isInside(c, "__unregister_session", s);
  }

  /** A session's worker, or a thread with a local pointer to it, is inside a function. */
  private static Expr isInside(CephModel c, String function, Session s) {
    Expr is = inside(CephModel.CONNECTION_WORKER, s.id(), function);
    for (String family : c.soleThreads()) {
      if (c.runs(family, function)) is = is.or(isGivenTo(family, function, s));
    }
    // With a map of an MDS the worker of any connection can have any session.
    if (c.scenario().has(Context.MDS_MAPS))
      is = is.or(isGivenTo(CephModel.CONNECTION_WORKER, function, s));
    return is;
  }

  /**
   * A thread is inside a function, and some thread has a local pointer to the session: whose it is
   * cannot be asked.
   */
  private static Expr isGivenTo(String family, String function, Session s) {
    return inside(family, null, function).and(not(unreferenced(s.id())));
  }

  /** "Can always leave a state", for the registered session of each rank. */
  static Property stranded(SessionProperty property, CephModel c, SessionState state) {
    Function<Expr, Expr> caught =
        rank -> {
          Expr registered = c.mdsc().session(rank);
          return registered.isNotNull().and(c.session(registered).state().is(state));
        };
    return everyRank(property, c, caught, rank -> not(caught.apply(rank)));
  }

  /**
   * "A reconnect that is waited for can come": the MDS is in RECONNECT and waits for the client,
   * which has been told; in the end it has accepted, for who was evicted can't be open in
   * RECONNECT.
   *
   * @param client what is true of the client
   */
  static Property awaited(SessionProperty property, CephModel c, Function<Expr, Expr> client) {
    return everyRank(
        property,
        c,
        rank ->
            c.mds(rank)
                .awaited()
                .and(c.mdsc().mapState(rank).is(MdsState.RECONNECT))
                .and(c.mdsc().mapInstance(rank).is(c.mds(rank).instance()))
                .and(c.nothingFailed())
                .and(not(c.mdsc().stopping()))
                .and(client.apply(rank)),
        rank ->
            not(c.mds(rank).awaited())
                .and(c.mds(rank).state().is(MdsState.RECONNECT))
                .and(c.mds(rank).session().is(ServerSessionState.OPEN)));
  }

  /** "From wherever the premise holds the goal can be reached", for each rank. */
  static Property everyRank(
      SessionProperty property,
      CephModel c,
      Function<Expr, Expr> premise,
      Function<Expr, Expr> goal) {
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < c.ranks().size(); i++) {
      Expr rank = new Expr.Constant(Type.id(c.ranks()), i);
      clauses.add(Property.clause("rank " + i, premise.apply(rank), goal.apply(rank)));
    }
    return new Property.Recovery(property.name(), property.meaning(), clauses);
  }

  static boolean restarts(Scenario scenario) {
    return scenario.bounds().mdsRestarts() > 0;
  }

  /** Something can end a session. */
  static boolean endsSessions(Scenario scenario) {
    return restarts(scenario) || scenario.bounds().resets() > 0 || scenario.has(Context.UMOUNT);
  }
}
