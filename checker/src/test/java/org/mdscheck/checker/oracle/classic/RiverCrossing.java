package org.mdscheck.checker.oracle.classic;

import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * Three missionaries and three cannibals cross a river in a boat for two (Amarel, On
 * Representations of Problems of Reasoning about Actions, Machine Intelligence 3, 1968): 16 states,
 * and 11 crossings at least, so the invariant "somebody is still here" has a shortest
 * counterexample of 11 steps.
 *
 * <p>The 16 by hand. Safe are the banks with 0 or 3 missionaries (4 numbers of cannibals each) and
 * those with as many of both (1 or 2): 10 positions, 20 with the boat. Out of reach are four of
 * them: the boat at a bank where nobody is (2), and all three missionaries alone on the side away
 * from the boat (2), since whoever brought the boat over would be a missionary who leaves fewer
 * behind than cannibals, or a cannibal of whom there were then none to come.
 */
public final class RiverCrossing {
  private final Spec.Builder spec = Spec.builder("river-crossing");
  // On the bank where all start.
  private final Ref missionaries = spec.variable("missionaries", Type.range(0, 3), 3);
  private final Ref cannibals = spec.variable("cannibals", Type.range(0, 3), 3);
  private final Ref boatIsHere = spec.variable("boatIsHere", Type.bool(), true);

  private RiverCrossing() {}

  public static Spec spec() {
    RiverCrossing model = new RiverCrossing();
    Expr done = model.missionaries.is(0).and(model.cannibals.is(0));
    return model
        .spec
        .process("boat", program("boat").loop(block().either(model.crossings())).end())
        .property(
            new Property.Invariant(
                "unsolvable",
                "somebody is still on the first bank",
                List.of(clause("here", not(done)))))
        .property(
            new Property.Recovery(
                "solvable", "all can still cross", List.of(clause("crossed", done))))
        .property(new Property.NoStuckState("no-stuck-state", "the boat can go"))
        .build();
  }

  private Block[] crossings() {
    int[][] loads = {{1, 0}, {2, 0}, {0, 1}, {0, 2}, {1, 1}};
    Block[] ways = new Block[2 * loads.length];
    for (int i = 0; i < loads.length; i++) {
      ways[2 * i] = crossing(loads[i][0], loads[i][1], true);
      ways[2 * i + 1] = crossing(loads[i][0], loads[i][1], false);
    }
    return ways;
  }

  private Block crossing(int m, int c, boolean leaves) {
    Expr someAreThere =
        leaves
            ? missionaries.isAtLeast(m).and(cannibals.isAtLeast(c))
            : missionaries.isAtMost(3 - m).and(cannibals.isAtMost(3 - c));
    Expr newMissionaries = leaves ? missionaries.minus(m) : missionaries.plus(m);
    Expr newCannibals = leaves ? cannibals.minus(c) : cannibals.plus(c);
    Expr isSafe =
        newMissionaries.is(0).or(newMissionaries.is(3)).or(newMissionaries.is(newCannibals));
    Effect turn = assign(boatIsHere, !leaves);
    return block()
        .await(
            m + " missionaries, " + c + " cannibals " + (leaves ? "leave" : "return"),
            boatIsHere.is(leaves).and(someAreThere).and(isSafe),
            assign(missionaries, newMissionaries),
            assign(cannibals, newCannibals),
            turn);
  }
}
