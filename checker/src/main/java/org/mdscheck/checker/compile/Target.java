package org.mdscheck.checker.compile;

/** The meaning of {@link Cfg.Target}: resets locals of programs left and sets the label. */
@FunctionalInterface
interface Target {
  void enter(int[] codes, Frame frame);

  static Target of(
      Cfg.Target target, int labelSlot, int[] initial, Evaluator evaluator, Changes changes) {
    if (target instanceof Cfg.Target.At at) {
      int node = at.node();
      return (codes, frame) -> codes[labelSlot] = node;
    }
    if (target instanceof Cfg.Target.Decide decide) {
      Value condition = evaluator.value(decide.condition(), decide.scope());
      Target then = of(decide.then(), labelSlot, initial, evaluator, changes);
      Target otherwise = of(decide.otherwise(), labelSlot, initial, evaluator, changes);
      return (codes, frame) ->
          (condition.of(codes, frame) != 0 ? then : otherwise).enter(codes, frame);
    }
    if (target instanceof Cfg.Target.Past past)
      return past(
          past, of(past.target(), labelSlot, initial, evaluator, changes), evaluator, changes);
    if (target instanceof Cfg.Target.Nowhere) return (codes, frame) -> frame.refused = true;
    Cfg.Target.Clear clear = (Cfg.Target.Clear) target;
    int[][] ranges = clear.slotRanges().toArray(new int[0][]);
    Target inner = of(clear.target(), labelSlot, initial, evaluator, changes);
    return (codes, frame) -> {
      for (int[] range : ranges) System.arraycopy(initial, range[0], codes, range[0], range[1]);
      inner.enter(codes, frame);
    };
  }

  private static Target past(
      Cfg.Target.Past past, Target next, Evaluator evaluator, Changes changes) {
    Value[] guards =
        past.guards().stream()
            .map(g -> evaluator.value(g.condition(), g.scope()))
            .toArray(Value[]::new);
    int[] wanted = past.guards().stream().mapToInt(g -> g.wanted() ? 1 : 0).toArray();
    Change[] effects = changes.changes(past.effects(), past.scope());
    return (codes, frame) -> {
      for (int i = 0; i < guards.length; i++) {
        if (guards[i].of(codes, frame) == wanted[i]) continue;
        frame.refused = !frame.ended();
        return;
      }
      Changes.apply(effects, codes, frame);
      if (!frame.ended()) next.enter(codes, frame);
    };
  }
}
