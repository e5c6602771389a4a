package org.mdscheck.checker.oracle.classic;

import static org.mdscheck.checker.spec.Effects.add;
import static org.mdscheck.checker.spec.Effects.dequeue;
import static org.mdscheck.checker.spec.Effects.drop;
import static org.mdscheck.checker.spec.Effects.enqueue;
import static org.mdscheck.checker.spec.Effects.whenElse;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.isEmpty;
import static org.mdscheck.checker.spec.Expressions.length;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.size;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;
import static org.mdscheck.checker.spec.Type.field;

import java.util.List;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/**
 * Readers and writers who are served in the order of a queue.
 *
 * <p>Three actors: 21,527 distinct states, 59,674 generated, depth 13 counted in states (TLC on
 * {@code MC.cfg}, in {@code specifications/ReadersWriters/manifest.json} of
 * github.com/tlaplus/Examples).
 */
public final class ReadersWriters {
  enum Wish {
    READ,
    WRITE
  }

  private final Spec.Builder spec;
  private final Scalarset actors;
  private final int places;
  private final Ref readers;
  private final Ref writers;
  private final Ref waiting;

  private ReadersWriters(int count) {
    spec = Spec.builder("readers-writers(" + count + ")");
    actors = spec.scalarset("actor", count);
    places = 2 * count;
    readers = spec.variable("readers", Type.setOf(actors));
    writers = spec.variable("writers", Type.setOf(actors));
    Type request =
        Type.struct(field("wish", Type.enumOf(Wish.class)), field("who", Type.nullable(actors)));
    waiting = spec.variable("waiting", Type.queue(request, places));
  }

  /** {@code count} actors, each with at most one wish to read and one to write in the queue. */
  public static Spec spec(int count) {
    ReadersWriters model = new ReadersWriters(count);
    Expr reading = size(model.readers).isMore(0);
    Expr writing = size(model.writers).isMore(0);
    return model
        .spec
        .processes("visitor", model.actors, model::visitor)
        .process("door", model.door())
        .property(
            new Property.Invariant(
                "safety",
                "writers are alone",
                List.of(
                    clause("no-reader-beside-a-writer", writing, not(reading)),
                    clause("one-writer", size(model.writers).isAtMost(1)))))
        .property(new Property.Cover("all-read", "all read at once", size(model.readers).is(count)))
        .property(
            new Property.Recovery(
                "gets-to-write", "a writer can still come in", List.of(clause("writes", writing))))
        .property(new Property.NoStuckState("no-stuck-state", "something can happen"))
        .build();
  }

  private Program visitor(Expr self) {
    return program("visitor")
        .loop(
            block()
                .either(
                    block()
                        .await(
                            "try to read",
                            not(waits(Wish.READ, self)),
                            enqueue(waiting, Wish.READ, self)),
                    block()
                        .await(
                            "try to write",
                            not(waits(Wish.WRITE, self)),
                            enqueue(waiting, Wish.WRITE, self)),
                    block()
                        .await(
                            "stop",
                            self.isIn(readers).or(self.isIn(writers)),
                            whenElse(
                                self.isIn(readers), drop(readers, self), drop(writers, self)))))
        .end();
  }

  private Program door() {
    Ref wish = waiting.head().field("wish");
    Ref who = waiting.head().field("who");
    Expr mayEnter = not(isEmpty(waiting)).and(size(writers).is(0));
    return program("door")
        .loop(
            block()
                .either(
                    block()
                        .await(
                            "let read",
                            mayEnter.and(wish.is(Wish.READ)),
                            add(readers, who),
                            dequeue(waiting)),
                    block()
                        .await(
                            "let write",
                            mayEnter.and(wish.is(Wish.WRITE)).and(size(readers).is(0)),
                            add(writers, who),
                            dequeue(waiting))))
        .end();
  }

  private Expr waits(Wish wish, Expr actor) {
    return exists(
        0,
        places - 1,
        p -> {
          Ref item = new Ref.Item(waiting, p);
          return p.isLess(length(waiting))
              .and(item.field("wish").is(wish))
              .and(item.field("who").is(actor));
        });
  }
}
