package org.mdscheck.checker.oracle.classic;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.allOf;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * Leader election on a ring (Chang and Roberts, CACM 22, 1979): the smallest identity among the
 * initiators wins.
 *
 * <p>Three nodes: 137 distinct states, 227 generated, depth 10 counted in states (TLC on {@code
 * MCChangRoberts.cfg}, in {@code specifications/chang_roberts/manifest.json} of
 * github.com/tlaplus/Examples). There each set of initiators is an initial state; here one more
 * step chooses it. That adds one state, one generated state and one level.
 */
public final class ChangRoberts {
  enum Role {
    CANDIDATE,
    LOST,
    WON
  }

  private static final int NODES = 3;

  private final Spec.Builder spec = Spec.builder("chang-roberts");
  private final Ref chosen = spec.variable("chosen", Type.bool());
  private final Ref initiator = spec.variable("initiator", Type.array(1, NODES, Type.bool()));
  private final Ref role = spec.variable("state", Type.array(1, NODES, Type.enumOf(Role.class)));
  private final Ref messages =
      spec.variable("msgs", Type.array(1, NODES, Type.array(1, NODES, Type.bool())));

  private ChangRoberts() {}

  public static Spec spec() {
    ChangRoberts model = new ChangRoberts();
    model.spec.process("start", model.start());
    for (int i = 1; i <= NODES; i++) model.spec.process("node" + i, model.node(i));
    return model
        .spec
        .property(
            new Property.Invariant(
                "correctness", "who wins is the smallest initiator", model.correct()))
        .property(
            new Property.Recovery(
                "elects",
                "as long as somebody is a candidate, somebody can still win",
                List.of(
                    clause(
                        "wins",
                        model.chosen.and(model.someone(Role.CANDIDATE)),
                        model.someone(Role.WON)))))
        .property(
            new Property.Cover(
                "last-wins", "the last node wins", model.role.at(NODES).is(Role.WON)))
        .build();
  }

  private Program start() {
    return program("start")
        .choose(
            "choose the initiators",
            0,
            (1 << NODES) - 1,
            bits -> {
              List<Effect> effects = new ArrayList<>(List.of(assign(chosen, true)));
              for (int i = 1; i <= NODES; i++) {
                Expr starts = bits.modulo(1 << i).isAtLeast(1 << (i - 1));
                effects.add(assign(initiator.at(i), starts));
                effects.add(assign(role.at(i), ifElse(starts, Role.CANDIDATE, Role.LOST)));
              }
              return given(not(chosen), effects.toArray(Effect[]::new));
            })
        .end();
  }

  private Program node(int self) {
    Ref inbox = messages.at(self);
    Ref outbox = messages.at(self % NODES + 1);
    Ref mine = role.at(self);
    return program("node")
        .await("send my identity", chosen, when(initiator.at(self), assign(outbox.at(self), true)))
        .loop(
            block()
                .choose(
                    "receive",
                    1,
                    NODES,
                    id ->
                        given(
                            inbox.at(id),
                            assign(inbox.at(id), false),
                            when(
                                mine.is(Role.LOST).or(id.isLess(self)),
                                assign(mine, Role.LOST),
                                assign(outbox.at(id), true)),
                            when(mine.isNot(Role.LOST).and(id.is(self)), assign(mine, Role.WON)))))
        .end();
  }

  private Expr someone(Role wanted) {
    return exists(1, NODES, n -> role.at(n).is(wanted));
  }

  private List<Property.Clause> correct() {
    return IntStream.rangeClosed(1, NODES)
        .mapToObj(
            n -> clause("node" + n, role.at(n).is(Role.WON), initiator.at(n).and(allOthersLost(n))))
        .toList();
  }

  private Expr allOthersLost(int winner) {
    return allOf(
        IntStream.rangeClosed(1, NODES)
            .filter(m -> m != winner)
            .mapToObj(
                m ->
                    m < winner
                        ? role.at(m).is(Role.LOST).and(not(initiator.at(m)))
                        : role.at(m).is(Role.LOST))
            .toArray(Expr[]::new));
  }
}
