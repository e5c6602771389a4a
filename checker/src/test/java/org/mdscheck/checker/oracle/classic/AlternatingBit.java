package org.mdscheck.checker.oracle.classic;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.dequeue;
import static org.mdscheck.checker.spec.Effects.enqueue;
import static org.mdscheck.checker.spec.Effects.remove;
import static org.mdscheck.checker.spec.Expressions.contains;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.length;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * The alternating bit protocol over two channels that lose messages, each of two places.
 *
 * <p>Two values: 240 distinct states, depth 10 counted in states (TLC on {@code
 * MCAlternatingBit.cfg}, in {@code specifications/SpecifyingSystems/manifest.json} of
 * github.com/tlaplus/Examples; the specification is Lamport's, Specifying Systems, chapter 14).
 * There the initial bit and values are eight initial states; here one more step chooses them. That
 * adds one state and one level. TLC counts the steps into states that its constraint cuts off as
 * generated, here they do not exist.
 */
public final class AlternatingBit {
  private static final int PLACES = 2;

  private final Spec.Builder spec = Spec.builder("alternating-bit");
  private final Ref chosen = spec.variable("chosen", Type.bool());
  private final Ref sBit = spec.variable("sBit", Type.range(0, 1));
  private final Ref sAck = spec.variable("sAck", Type.range(0, 1));
  private final Ref rBit = spec.variable("rBit", Type.range(0, 1));
  private final Ref sent = spec.variable("sent", Type.range(0, 1));
  private final Ref received = spec.variable("rcvd", Type.range(0, 1));
  // A message is a pair of bit and value, here twice the bit plus the value: an element that can be
  // lost must be one scalar.
  private final Ref messages = spec.variable("msgQ", Type.queue(Type.range(0, 3), PLACES));
  private final Ref acknowledgements = spec.variable("ackQ", Type.queue(Type.range(0, 1), PLACES));

  private AlternatingBit() {}

  public static Spec spec() {
    AlternatingBit model = new AlternatingBit();
    Expr idle = model.sBit.is(model.sAck);
    return model
        .spec
        .process("start", model.start())
        .process("sender", model.sender())
        .process("receiver", model.receiver())
        .process("network", model.network())
        .property(
            new Property.Invariant(
                "delivery",
                "once the receiver has the new bit, it has the new value",
                List.of(
                    clause(
                        "same",
                        not(idle).and(model.rBit.is(model.sBit)),
                        model.received.is(model.sent)))))
        .property(
            new Property.Recovery(
                "acknowledged",
                "the sender can still send a new value",
                List.of(clause("idle", model.chosen, idle))))
        .property(new Property.NoStuckState("no-stuck-state", "something can happen"))
        .build();
  }

  private Program start() {
    return program("start")
        .choose(
            "choose bit and values",
            0,
            7,
            bits -> {
              Expr bit = bits.modulo(2);
              return given(
                  not(chosen),
                  assign(chosen, true),
                  assign(sBit, bit),
                  assign(sAck, bit),
                  assign(rBit, bit),
                  assign(sent, ifElse(bits.modulo(4).isAtLeast(2), 1, 0)),
                  assign(received, ifElse(bits.isAtLeast(4), 1, 0)));
            })
        .end();
  }

  private Program sender() {
    Expr room = length(messages).isLess(PLACES);
    return program("sender")
        .loop(
            block()
                .either(
                    block()
                        .choose(
                            "send a new value",
                            0,
                            1,
                            d ->
                                given(
                                    chosen.and(sAck.is(sBit)).and(room),
                                    assign(sent, d),
                                    assign(sBit, value(1).minus(sBit)),
                                    enqueue(messages, sBit.plus(sBit).plus(sent)))),
                    block()
                        .await(
                            "send again",
                            sAck.isNot(sBit).and(room),
                            enqueue(messages, sBit.plus(sBit).plus(sent))),
                    block()
                        .await(
                            "receive an acknowledgement",
                            not(isEmpty(acknowledgements)),
                            dequeue(acknowledgements, sAck))))
        .end();
  }

  private Program receiver() {
    Ref head = messages.head();
    return program("receiver")
        .loop(
            block()
                .either(
                    block()
                        .await(
                            "receive a message",
                            not(isEmpty(messages)),
                            assign(rBit, ifElse(head.isAtLeast(2), 1, 0)),
                            assign(received, head.modulo(2)),
                            dequeue(messages)),
                    block()
                        .await(
                            "acknowledge",
                            chosen.and(length(acknowledgements).isLess(PLACES)),
                            enqueue(acknowledgements, rBit))))
        .end();
  }

  /**
   * Loses one message of a channel. With two places, losing the first of equal ones is losing any
   * of them.
   */
  private Program network() {
    return program("network")
        .loop(
            block()
                .either(
                    block()
                        .choose(
                            "lose a message",
                            0,
                            3,
                            m -> given(contains(messages, m), remove(messages, m))),
                    block()
                        .choose(
                            "lose an acknowledgement",
                            0,
                            1,
                            a ->
                                given(contains(acknowledgements, a), remove(acknowledgements, a)))))
        .end();
  }
}
