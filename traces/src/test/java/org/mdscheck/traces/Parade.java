package org.mdscheck.traces;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Program.program;

import java.util.List;
import org.mdscheck.checker.compile.comparison.ComparedSystem;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.TransitionSystem;

/** Some threads with long names that take long steps one after the other, to try layouts on. */
final class Parade {
  static final String UNFINISHED = "unfinished";

  private Parade() {}

  static TransitionSystem system(int threads) {
    final Spec.Builder spec = Spec.builder("parade of " + threads);
    final Ref turn = spec.variable("turn", Type.range(0, threads));
    for (int i = 0; i < threads; i++) {
      final Ref mutex = spec.variable("thread" + i + "->s_mutex", Type.mutex("s_mutex"));
      spec.process("thread_with_a_name" + i, march(i, turn, mutex));
    }
    spec.property(
        new Property.Invariant(
            UNFINISHED,
            "the parade never comes to its end, however long it is and whoever takes part in it",
            List.of(Property.clause("somebody is still to come", turn.isLess(threads)))));
    return ComparedSystem.of(spec.build());
  }

  private static Program march(int number, Ref turn, Ref mutex) {
    final Program inner =
        program("__ceph_do_something_inside_another_function")
            .step(
                "session->s_state = CEPH_MDS_SESSION_RECONNECTING_NUMBER_" + number,
                increment(turn))
            .end();
    return program("march_of_thread")
        .await("wait_event(turn)", turn.is(number), acquire(mutex))
        .call(inner)
        .step("mutex_unlock(&thread->s_mutex)", release(mutex))
        .end();
  }
}
