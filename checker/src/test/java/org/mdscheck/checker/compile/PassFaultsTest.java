package org.mdscheck.checker.compile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.Slot;

/** Passes with a mistake in them: the comparison of {@link PassesTest} finds each. */
class PassFaultsTest {
  private static final int SPECS = 400;

  /** A pass that forgets something. */
  enum Fault {
    DEAD_LOCALS_THAT_OTHERS_ASK_FOR {
      @Override
      Cfg graphs(Spec spec, Cfg cfg) {
        return DeadLocals.reset(cfg, SlotUses.of(spec, cfg), new BitSet());
      }
    },
    DEAD_LOCALS_THAT_LIVE {
      @Override
      Cfg graphs(Spec spec, Cfg cfg) {
        return new Cfg(
            cfg.graphs().stream().map(g -> withoutLocals(g, cfg.layout())).toList(),
            cfg.layout(),
            true);
      }
    },
    MERGED_STEPS_THAT_ARE_SEEN {
      @Override
      Cfg graphs(Spec spec, Cfg cfg) {
        Movers m = new Movers(spec, cfg);
        return MergedSteps.merge(
            cfg, (g, n) -> m.isOrdinary(n) && m.neverBlocks(n) && m.isUndisturbed(g, n));
      }
    },
    MERGED_STEPS_THAT_ARE_DISTURBED {
      @Override
      Cfg graphs(Spec spec, Cfg cfg) {
        Movers m = new Movers(spec, cfg);
        return MergedSteps.merge(
            cfg, (g, n) -> m.isOrdinary(n) && m.neverBlocks(n) && m.isHidden(g, n));
      }
    },
    MERGED_STEPS_THAT_BLOCK {
      @Override
      Cfg graphs(Spec spec, Cfg cfg) {
        Movers m = new Movers(spec, cfg);
        return MergedSteps.merge(
            cfg, (g, n) -> m.isOrdinary(n) && m.isUndisturbed(g, n) && m.isHidden(g, n));
      }
    },
    MERGED_STEPS_THAT_TAKE_LOCKS_OR_CRASH {
      @Override
      Cfg graphs(Spec spec, Cfg cfg) {
        Movers m = new Movers(spec, cfg);
        return MergedSteps.merge(
            cfg,
            (g, n) ->
                !n.resting() && m.neverBlocks(n) && m.isUndisturbed(g, n) && m.isHidden(g, n));
      }
    },
    MERGED_STEPS_BEYOND_A_LIMIT {
      @Override
      Cfg graphs(Spec spec, Cfg cfg) {
        Movers m = new Movers(spec, cfg);
        return MergedSteps.merge(
            cfg,
            (g, n) ->
                m.isOrdinary(n) && m.neverBlocks(n) && m.isUndisturbed(g, n) && m.isHidden(g, n));
      }
    },
    CONE_WITHOUT_A_VARIABLE {
      @Override
      Cfg graphs(Spec spec, Cfg cfg) {
        return UnusedVariables.dropped(spec, cfg, SlotUses.of(spec, cfg), Set.of("shared", "n"));
      }
    },
    CONE_WITHOUT_A_STEP {
      @Override
      Cfg graphs(Spec spec, Cfg cfg) {
        return new Cfg(
            cfg.graphs().stream().map(Fault::withoutLastWays).toList(), cfg.layout(), true);
      }
    };

    abstract Cfg graphs(Spec spec, Cfg cfg);

    private static Cfg.Graph withoutLocals(Cfg.Graph graph, LayoutBuilder layout) {
      List<int[]> own =
          layout.slots().stream()
              .filter(s -> s.kind() == Slot.Kind.LOCAL && s.process() == graph.process())
              .map(s -> new int[] {s.index(), 1})
              .toList();
      List<Cfg.Node> nodes =
          graph.nodes().stream()
              .map(
                  n ->
                      with(
                          n,
                          n.edges().stream()
                              .map(e -> e.to(new Cfg.Target.Clear(own, e.target())))
                              .toList()))
              .toList();
      return new Cfg.Graph(graph.process(), graph.labelSlot(), nodes, graph.start());
    }

    /** Every second way out of a label never happens. */
    private static Cfg.Graph withoutLastWays(Cfg.Graph graph) {
      List<Cfg.Node> nodes = graph.nodes().stream().map(n -> with(n, withoutLast(n))).toList();
      return new Cfg.Graph(graph.process(), graph.labelSlot(), nodes, graph.start());
    }

    private static List<Cfg.Edge> withoutLast(Cfg.Node node) {
      Cfg.Edge last = node.edges().isEmpty() ? null : node.edges().get(node.edges().size() - 1);
      return node.edges().stream()
          .map(e -> e == last && node.edges().size() > 1 ? e.to(new Cfg.Target.Nowhere()) : e)
          .toList();
    }

    private static Cfg.Node with(Cfg.Node node, List<Cfg.Edge> edges) {
      return new Cfg.Node(node.number(), node.label(), node.resting(), edges);
    }
  }

  @ParameterizedTest
  @EnumSource
  void areFound(Fault fault) {
    assertTrue(specs().anyMatch(spec -> isFound(fault, spec)));
  }

  private static Stream<PassSpec> specs() {
    return Stream.concat(
        Stream.of(HeldObject.spec()), LongStream.range(0, SPECS).mapToObj(PassSpec::of));
  }

  private static boolean isFound(Fault fault, PassSpec random) {
    try {
      Verdicts whole = Verdicts.of(random.spec(), random.properties()).orElse(null);
      if (whole == null) return false;
      Passes passes = new Passes(Set.of(Pass.CONE), random.properties());
      Elaboration drawn = Elaboration.of(random.spec());
      Spec selected = passes.select(random.spec());
      Elaboration faulty = drawn.with(selected, fault.graphs(selected, drawn.cfg), passes.names());
      whole.assertKeptBy(new InterpretedSystem(faulty, new InterpretedSystem(drawn)));
      return false;
    } catch (AssertionError | IllegalStateException found) {
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
