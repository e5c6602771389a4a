package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.block;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;

/**
 * {@code __choose_mds()}, each time that {@code __do_request()} runs: {@code r_resend_mds} if there
 * is one and the client has a session with it or the map says that it is up, else any that the map
 * says is up. Caller holds M.
 *
 * <p>Only where that can change: in a scenario with {@link Context#STOPPING} or {@link
 * Context#FORWARDING}; elsewhere the rank is chosen once. Left out: the rank of the inode's
 * capability comes first if there is one; here it is one of any. The kernel's random choice also
 * takes a rank in the map without a daemon, since its test of the state counts for laggy ranks
 * only: the request waits for the next map then, which makes the choice again.
 */
final class MdsChoice {
  private MdsChoice() {}

  static boolean isMade(Scenario scenario) {
    return scenario.has(Context.STOPPING) || scenario.has(Context.FORWARDING);
  }

  /** Nothing where no choice is made. */
  static Block of(CephModel c, Request r, Expr undone) {
    if (!isMade(c.scenario())) return block();
    return block()
        .either(
            block().await("req->r_err or GOT_RESULT", not(undone)),
            block()
                .choose(
                    "mds = __choose_mds(mdsc, req)",
                    c.ranks(),
                    x ->
                        given(
                            undone.and(choice(c, r, x)),
                            RequestReference.touch(r),
                            assign(r.rank(), x))),
            block()
                .await(
                    "mds = __choose_mds(mdsc, req) < 0",
                    undone.and(not(exists(c.ranks(), x -> isChosen(c, r, x)))),
                    RequestReference.touch(r)));
  }

  private static Expr choice(CephModel c, Request r, Expr x) {
    return c.variant().is(Mutant.CHOOSE_WITHOUT_HINT) ? isUp(c, x) : isChosen(c, r, x);
  }

  /** Whether the choice can be a rank; under M it stays so. */
  static Expr isChosen(CephModel c, Request r, Expr x) {
    Expr hint = r.resendMds();
    Expr follows = hint.isNotNull().and(c.mdsc().session(hint).isNotNull().or(isUp(c, hint)));
    return ifElse(follows, hint.is(x), isUp(c, x));
  }

  private static Expr isUp(CephModel c, Expr rank) {
    return c.mdsc().mapState(rank).isNot(MdsState.DNE);
  }

  /** The session is opened first: the same rank is tried afterwards. */
  static Effect keep(CephModel c, Request r) {
    return isMade(c.scenario()) ? assign(r.resendMds(), r.rank()) : all();
  }

  /** It is sent: next time, any. */
  static Effect forget(CephModel c, Request r) {
    return isMade(c.scenario()) ? assign(r.resendMds(), nobody()) : all();
  }
}
