package org.mdscheck.checker.compile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.collections.impl.factory.primitive.ObjectIntMaps;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem;

/** A spec as a transition system whose steps are interpreted. Immutable, thread-safe. */
public final class InterpretedSystem implements TransitionSystem {
  private final String name;
  private final String hash;
  private final StateLayout layout;
  private final int[] initialCodes;
  private final List<Automaton> automata;
  private final List<Action> actions;
  private final List<Check> checks;
  private final PropertyCompiler predicates;

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
        if (codes[slot] == frame.process + 1) frame.error(Changes.doubleLock(slots.get(slot)));
        if (codes[slot] != 0) return false;
      }
      return true;
    }
  }

  private InterpretedSystem(Spec spec, Cfg cfg) {
    name = spec.name();
    hash = hash(SpecText.of(spec));
    layout = cfg.layout().build();
    initialCodes = cfg.layout().initialCodes();
    Checks numbered = new Checks(spec);
    Processes processes =
        new Processes(cfg, layout.processes(), MutexSlots.byClass(spec, cfg.layout()));
    Evaluator inSteps = new Evaluator(cfg.layout(), processes, numbered.poolChecks());
    Evaluator inProperties =
        new Evaluator(cfg.layout(), processes, ObjectIntMaps.immutable.empty());
    processes.connect(inProperties.places());
    Changes changes = new Changes(layout.slots(), initialCodes, inSteps, numbered::number);
    automata = new ArrayList<>();
    List<Cfg.Edge> edges = new ArrayList<>();
    actions = new ArrayList<>();
    for (Cfg.Graph graph : cfg.graphs()) {
      automata.add(automaton(graph, inSteps, changes));
      for (Cfg.Node node : graph.nodes()) {
        for (Cfg.Edge edge : node.edges()) {
          edges.add(edge);
          actions.add(ActionText.of(edge, graph.process()));
        }
      }
    }
    checks = numbered.all(edges);
    predicates = new PropertyCompiler(spec, cfg.layout(), edges, inProperties, processes);
  }

  /**
   * The transition system of a spec.
   *
   * @throws org.mdscheck.checker.spec.SpecException if the spec cannot be built; the message says
   *     where and why
   */
  public static InterpretedSystem of(Spec spec) {
    SpecRules.requireKept(spec);
    return new InterpretedSystem(spec, Elaborator.elaborate(spec));
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
        Target.of(graph.start(), graph.labelSlot(), initialCodes, evaluator, changes));
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
        Target.of(edge.target(), labelSlot, initialCodes, evaluator, changes));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String hash() {
    return hash;
  }

  @Override
  public StateLayout layout() {
    return layout;
  }

  @Override
  public List<Action> actions() {
    return actions;
  }

  @Override
  public List<Check> checks() {
    return checks;
  }

  @Override
  public List<Property> properties() {
    return predicates.properties();
  }

  @Override
  public List<Tally> tallies() {
    return predicates.tallies();
  }

  @Override
  public int boundPredicate() {
    return predicates.boundPredicate();
  }

  @Override
  public Explorer newExplorer() {
    return new Interpreter(this);
  }

  int[] initialCodes() {
    return initialCodes;
  }

  List<Automaton> automata() {
    return automata;
  }

  Value statePredicate(int number) {
    return predicates.statePredicate(number);
  }

  Value stepPredicate(int number) {
    return predicates.stepPredicate(number);
  }

  /** Whose predicate it is, for messages. */
  String ownerOfStatePredicate(int number) {
    return predicates.ownerOfStatePredicate(number);
  }

  /** Whose predicate it is, for messages. */
  String ownerOfStepPredicate(int number) {
    return predicates.ownerOfStepPredicate(number);
  }

  Value tallyBucket(int number) {
    return predicates.tallyBucket(number);
  }
}
