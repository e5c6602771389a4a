package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What some part of a spec can touch in any state, slot by slot; filled by {@link SlotUses}. */
final class SlotUse {
  /** A question whether a process is inside some functions; {@code member} -1 is any. */
  record Look(String family, int member, List<String> functions) {}

  /** Slots that are read. Whether a mutex that is taken is free is no read. */
  final BitSet reads = new BitSet();

  /** Slots that may be written, mutexes aside. */
  final BitSet writes = new BitSet();

  /** Mutexes that may be taken. */
  final BitSet acquires = new BitSet();

  /** Mutexes that may be given back. */
  final BitSet releases = new BitSet();

  /** Questions about the labels of processes. */
  final List<Look> looks = new ArrayList<>();

  /** Whether it asks what the process that takes the step holds. */
  boolean asksOwnLocks;

  /** Whether it asks what that process holds after the step. */
  boolean asksOwnLocksAfter;

  /** Whether it asks who waits for whom. */
  boolean asksForWaiters;

  /** Whether it can end the process's run by a check, that of a pool included. */
  boolean canCrash;

  /** Whether a check of any kind is made. */
  boolean checks;

  /** Whether it can be an error of the model. */
  boolean canErr;

  /** Whether it can fail in any way. */
  boolean canFail() {
    return canCrash || canErr || checks;
  }

  /** Slots that may be written, mutexes included. */
  BitSet changes() {
    BitSet all = (BitSet) writes.clone();
    all.or(acquires);
    all.or(releases);
    return all;
  }

  void add(SlotUse other) {
    reads.or(other.reads);
    writes.or(other.writes);
    acquires.or(other.acquires);
    releases.or(other.releases);
    looks.addAll(other.looks);
    asksOwnLocks |= other.asksOwnLocks;
    asksOwnLocksAfter |= other.asksOwnLocksAfter;
    asksForWaiters |= other.asksForWaiters;
    canCrash |= other.canCrash;
    checks |= other.checks;
    canErr |= other.canErr;
  }
}
