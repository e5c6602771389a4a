package org.mdscheck.checker.compile;

import org.eclipse.collections.api.map.primitive.ObjectIntMap;
import org.mdscheck.checker.spec.Pool;
import org.mdscheck.checker.spec.Ref;

/** Turns references into slots, by the {@link SlotPath} of each. */
final class Places {
  private final LayoutBuilder layout;
  private final Evaluator evaluator;
  private final ObjectIntMap<Pool> poolChecks;

  /**
   * @param poolChecks the check that a use after free fails, by pool; empty where reading is free
   *     (properties)
   */
  Places(LayoutBuilder layout, Evaluator evaluator, ObjectIntMap<Pool> poolChecks) {
    this.layout = layout;
    this.evaluator = evaluator;
    this.poolChecks = poolChecks;
  }

  /**
   * Finds the first slot of a place in a state; -1 when there is none, after telling the frame why.
   */
  @FunctionalInterface
  interface Place {
    int slot(int[] codes, Frame frame);
  }

  /** An index known only in a state, and its meaning. */
  private record Index(Value value, SlotPath.Index path) {}

  Place place(Ref ref, Scope scope) {
    SlotPath path = SlotPath.of(ref, scope, layout);
    Index[] indexes =
        path.indexes().stream()
            .map(i -> new Index(evaluator.value(i.value(), scope), i))
            .toArray(Index[]::new);
    return checked(ref, scope, plain(path.base(), indexes));
  }

  private static Place plain(int base, Index[] indexes) {
    if (indexes.length == 0) return (codes, frame) -> base;
    return (codes, frame) -> {
      int slot = base;
      for (Index index : indexes) {
        SlotPath.Index path = index.path;
        int i = index.value.of(codes, frame) - path.low();
        if (i < 0 || i >= path.size()) {
          frame.error(FaultText.outside(path.of(), i + path.low(), path.low(), path.size()));
          return -1;
        }
        slot += i * path.stride();
      }
      return slot;
    };
  }

  /**
   * Adds the test that the object, of the pool that the reference's variable belongs to, is
   * allocated.
   */
  private Place checked(Ref ref, Scope scope, Place plain) {
    PoolUse use = PoolUse.of(ref);
    if (use == null || !poolChecks.containsKey(use.pool())) return plain;
    int check = poolChecks.get(use.pool());
    int references = layout.slot(use.pool().references());
    Value object = evaluator.value(use.object(), scope);
    return (codes, frame) -> {
      int slot = plain.slot(codes, frame);
      if (slot < 0) return -1;
      if (codes[references + object.of(codes, frame)] == 0) {
        frame.fail(check, true);
        return -1;
      }
      return slot;
    };
  }
}
