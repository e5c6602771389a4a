package org.mdscheck.checker.store;

/** What the tests of the store share. */
final class Filling {
  static final long PLENTY = 1L << 30;

  private Filling() {}

  /** A frozen store of one level: the numbers {@code 0 .. count-1}. */
  static StateStore frozenStoreOf(int count) {
    final StateStore store = new StateStore(1, 40, new MemoryBudget(PLENTY));
    final StateWriter writer = store.newWriter();
    for (int i = 0; i < count; i++) writer.add(new long[] {i});
    writer.flush();
    store.closeLevel();
    store.freeze();
    return store;
  }
}
