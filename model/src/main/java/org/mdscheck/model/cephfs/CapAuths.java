package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Program.block;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * {@code mdsc->s_cap_auths} and {@code s_cap_auths_num}: what the MDS that has opened a session
 * last says of the client's permissions. One array for all sessions; each OPEN frees it and puts
 * another in its place, under M. Only with {@link Context#ACCESS_CHECKS}.
 *
 * <p>There is one reader, so it is enough to know whether the array that it points at is freed. An
 * array has one entry: with more of them each round of the reader's loop is as the first one.
 */
final class CapAuths {
  private static final String FREED_READ = "cap-auths-use-after-free";
  private static final String NULL_READ = "cap-auths-are-there";

  /** Where a pointer to an array points. */
  private enum Array {
    NULL,
    ALLOCATED,
    FREED
  }

  private final Ref current;
  private final Ref isCounted;
  private final Ref read;

  CapAuths(Spec.Builder spec) {
    current = spec.variable("mdsc.s_cap_auths", Type.enumOf(Array.class), Array.NULL);
    isCounted = spec.variable("mdsc.s_cap_auths_num", Type.bool());
    read = spec.variable("open.s_cap_auths", Type.enumOf(Array.class), Array.NULL);
  }

  /** {@code handle_session()}, OPEN: the array that the message brought takes its place. */
  Block replace() {
    return block()
        .step(
            "kfree(mdsc->s_cap_auths)",
            when(read.is(Array.ALLOCATED), assign(read, Array.FREED)),
            when(current.is(Array.ALLOCATED), assign(current, Array.FREED)))
        // Window: the pointer is to freed memory.
        .step("mdsc->s_cap_auths_num = cap_auths_num", assign(isCounted, true))
        // Window, at the first OPEN: the number is that of an array, the pointer is NULL.
        .step("mdsc->s_cap_auths = cap_auths", assign(current, Array.ALLOCATED));
  }

  /** {@code s_cap_auths_num > 0}. */
  Expr isCounted() {
    return isCounted;
  }

  /** The reader takes the pointer. */
  Effect load() {
    return assign(read, current);
  }

  /** The reader follows the pointer. */
  Effect use() {
    return all(
        check(NULL_READ, "s_cap_auths is NULL, s_cap_auths_num is not 0", read.isNot(Array.NULL)),
        check(FREED_READ, "s_cap_auths is read that was freed", read.isNot(Array.FREED)));
  }

  /** The reader forgets the pointer. */
  Effect forget() {
    return reset(read);
  }
}
