package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.impl.factory.primitive.ObjectIntMaps;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.TransitionSystem;

/** A spec as a transition system whose steps are interpreted. Immutable, thread-safe. */
public final class InterpretedSystem extends ElaboratedSystem {
  private final InterpretedSystem reference;
  private final List<Automaton> automata = new ArrayList<>();
  private final Value[] statePredicates;
  private final Value[] stepPredicates;
  private final Value[] buckets;

  /** One process: the steps at each of its labels. */
  record Automaton(int index, int labelSlot, Step[][] stepsAt, boolean[] restingAt, Target start) {
    Step[] steps(int[] codes) {
      return stepsAt[codes[labelSlot]];
    }

    boolean resting(int[] codes) {
      return restingAt[codes[labelSlot]];
    }
  }

  /** One edge: what it waits for, what it changes, where it leads. */
  record Step(
      Cfg.Edge edge,
      Value[] guards,
      int[] wanted,
      Places.Place[] mutexes,
      Change[] changes,
      Target target) {

    boolean enabled(int[] codes, List<Slot> slots, Frame frame) {
      for (int i = 0; i < guards.length; i++) {
        if (guards[i].of(codes, frame) != wanted[i]) return false;
      }
      for (Places.Place mutex : mutexes) {
        int slot = mutex.slot(codes, frame);
        if (slot < 0) return false;
        if (codes[slot] == frame.process + 1) frame.error(FaultText.doubleLock(slots.get(slot)));
        if (codes[slot] != 0) return false;
      }
      return true;
    }
  }

  /** A system of the graphs as they were drawn. */
  InterpretedSystem(Elaboration drawn) {
    this(drawn, null);
  }

  /**
   * @param reference null for a system that is its own
   */
  InterpretedSystem(Elaboration elaboration, InterpretedSystem reference) {
    super(elaboration);
    this.reference = reference == null ? this : reference;
    LayoutBuilder slots = elaboration.cfg.layout();
    Processes processes = elaboration.processes;
    Evaluator inSteps = new Evaluator(slots, processes, elaboration.numberedChecks.poolChecks());
    Evaluator inProperties = new Evaluator(slots, processes, ObjectIntMaps.immutable.empty());
    processes.connect(inProperties.places());
    Changes changes =
        new Changes(
            slots.slots(), elaboration.initialCodes, inSteps, elaboration.numberedChecks::number);
    for (Cfg.Graph graph : elaboration.cfg.graphs())
      automata.add(automaton(graph, inSteps, changes));
    statePredicates = values(elaboration.predicates.ofStates(), inProperties);
    stepPredicates = values(elaboration.predicates.ofSteps(), inProperties);
    buckets = values(elaboration.predicates.buckets(), inProperties);
  }

  /**
   * The transition system of a spec.
   *
   * @throws org.mdscheck.checker.spec.SpecException if the spec cannot be built; the message says
   *     where and why
   */
  public static InterpretedSystem of(Spec spec) {
    return of(spec, Passes.none());
  }

  /**
   * The transition system of a spec made smaller.
   *
   * @throws org.mdscheck.checker.spec.SpecException if the spec cannot be built; the message says
   *     where and why
   */
  public static InterpretedSystem of(Spec spec, Passes passes) {
    Elaboration drawn = Elaboration.of(spec);
    InterpretedSystem reference = new InterpretedSystem(drawn);
    return passes.on().isEmpty()
        ? reference
        : new InterpretedSystem(drawn.reduced(passes), reference);
  }

  private static Value[] values(List<Predicates.Predicate> predicates, Evaluator evaluator) {
    return predicates.stream()
        .map(p -> evaluator.value(p.expr(), Scope.EMPTY))
        .toArray(Value[]::new);
  }

  private Automaton automaton(Cfg.Graph graph, Evaluator evaluator, Changes changes) {
    Step[][] steps = new Step[graph.nodes().size()][];
    boolean[] resting = new boolean[steps.length];
    for (Cfg.Node node : graph.nodes()) {
      resting[node.number()] = node.resting();
      steps[node.number()] =
          node.edges().stream()
              .map(e -> step(e, graph.labelSlot(), evaluator, changes))
              .toArray(Step[]::new);
    }
    return new Automaton(
        graph.process(),
        graph.labelSlot(),
        steps,
        resting,
        Target.of(graph.start(), graph.labelSlot(), elaboration.initialCodes, evaluator, changes));
  }

  private Step step(Cfg.Edge edge, int labelSlot, Evaluator evaluator, Changes changes) {
    return new Step(
        edge,
        edge.guards().stream()
            .map(g -> evaluator.value(g.condition(), g.scope()))
            .toArray(Value[]::new),
        edge.guards().stream().mapToInt(g -> g.wanted() ? 1 : 0).toArray(),
        edge.acquired().stream()
            .map(m -> evaluator.places().place(m, edge.scope()))
            .toArray(Places.Place[]::new),
        changes.changes(edge.effects(), edge.scope()),
        Target.of(edge.target(), labelSlot, elaboration.initialCodes, evaluator, changes));
  }

  @Override
  public TransitionSystem reference() {
    return reference;
  }

  @Override
  public Explorer newExplorer() {
    return new Interpreter(this);
  }

  /** The only state that runs start from. */
  long[] initialState() {
    int[] codes = elaboration.initialCodes.clone();
    Frame frame = new Frame();
    for (Automaton process : automata) {
      frame.reset(process.index());
      process.start().enter(codes, frame);
    }
    long[] state = new long[layout().words()];
    layout().encode(codes, state);
    return state;
  }

  List<Automaton> automata() {
    return automata;
  }

  Value statePredicate(int number) {
    return statePredicates[number];
  }

  Value stepPredicate(int number) {
    return stepPredicates[number];
  }

  Value tallyBucket(int number) {
    return buckets[number];
  }
}
