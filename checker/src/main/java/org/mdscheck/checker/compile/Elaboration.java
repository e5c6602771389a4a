package org.mdscheck.checker.compile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem.Check;

/**
 * A spec with its graphs drawn and everything numbered, before it is decided how steps are taken.
 * Immutable once made.
 */
final class Elaboration {
  final String name;
  final String hash;
  final Cfg cfg;
  final StateLayout layout;
  final int[] initialCodes;
  final Checks numberedChecks;
  final Processes processes;

  /** By action. */
  final List<Cfg.Edge> edges;

  final List<Action> actions;
  final List<Check> checks;
  final Predicates predicates;

  /** Names of the passes that the graphs went through. */
  final List<String> passes;

  private final Spec spec;

  private Elaboration(Spec spec, Cfg cfg, String hash, List<String> passes) {
    this.spec = spec;
    this.cfg = cfg;
    this.hash = hash;
    this.passes = passes;
    name = spec.name();
    layout = cfg.layout().build();
    initialCodes = cfg.layout().initialCodes();
    processes = new Processes(cfg, layout.processes(), MutexSlots.byClass(spec, cfg.layout()));
    edges = cfg.graphs().stream().flatMap(Elaboration::edges).toList();
    actions =
        cfg.graphs().stream()
            .flatMap(g -> edges(g).map(e -> ActionText.of(e, g.process())))
            .toList();
    numberedChecks = new Checks(spec);
    checks = numberedChecks.all(edges);
    predicates = new Predicates(spec, cfg.layout(), edges);
  }

  /**
   * @throws org.mdscheck.checker.spec.SpecException if the spec cannot be built; the message says
   *     where and why
   */
  static Elaboration of(Spec spec) {
    SpecRules.requireKept(spec);
    return new Elaboration(spec, Elaborator.elaborate(spec), hash(SpecText.of(spec)), List.of());
  }

  /** The same spec made smaller; itself if no pass is on. */
  Elaboration reduced(Passes by) {
    if (by.on().isEmpty()) return this;
    Spec selected = by.select(spec);
    return with(selected, by.apply(selected, cfg), by.names());
  }

  /** The same model with other graphs, for some of its properties. */
  Elaboration with(Spec selected, Cfg graphs, List<String> byPasses) {
    return new Elaboration(selected, graphs, hash, byPasses);
  }

  /** What expressions and effects can touch. */
  SlotUses slotUses() {
    return new SlotUses(spec, cfg.layout(), processes);
  }

  private static Stream<Cfg.Edge> edges(Cfg.Graph graph) {
    return graph.nodes().stream().flatMap(n -> n.edges().stream());
  }

  /** The step that an error happened in, for its message. */
  String where(int action) {
    Action taken = actions.get(action);
    return "step \"" + taken.source() + "\" of " + layout.processes().get(taken.process()).name();
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
}
