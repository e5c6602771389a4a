package org.mdscheck.checker.compile;

/** The meaning of {@link Cfg.Target}: resets locals of programs left and sets the label. */
@FunctionalInterface
interface Target {
  void enter(int[] codes, Frame frame);

  static Target of(Cfg.Target target, int labelSlot, int[] initial, Evaluator evaluator) {
    if (target instanceof Cfg.Target.At at) {
      int node = at.node();
      return (codes, frame) -> codes[labelSlot] = node;
    }
    if (target instanceof Cfg.Target.Decide decide) {
      Value condition = evaluator.value(decide.condition(), decide.scope());
      Target then = of(decide.then(), labelSlot, initial, evaluator);
      Target otherwise = of(decide.otherwise(), labelSlot, initial, evaluator);
      return (codes, frame) ->
          (condition.of(codes, frame) != 0 ? then : otherwise).enter(codes, frame);
    }
    Cfg.Target.Clear clear = (Cfg.Target.Clear) target;
    int[][] ranges = clear.slotRanges().toArray(new int[0][]);
    Target inner = of(clear.target(), labelSlot, initial, evaluator);
    return (codes, frame) -> {
      for (int[] range : ranges) System.arraycopy(initial, range[0], codes, range[0], range[1]);
      inner.enter(codes, frame);
    };
  }
}
