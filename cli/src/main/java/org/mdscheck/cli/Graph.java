package org.mdscheck.cli;

import guru.nidi.graphviz.model.MutableGraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.TallyResult;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.models.CheckableModel;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.report.CheckedModel;
import org.mdscheck.traces.LockOrder;
import org.mdscheck.traces.StateTransitions;
import org.mdscheck.traces.TraceLanes;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mdscheck graph}: a counterexample, the lock order or the state machine as a picture. */
@CommandLine.Command(
    abbreviateSynopsis = true,
    sortOptions = false,
    description = "Draws a counterexample, the order of locks, or the states of a session.")
final class Graph implements Command {
  /** What is drawn. */
  enum Kind {
    TRACE,
    LOCKS,
    STATES
  }

  @Parameters(paramLabel = "VARIANT", description = "what to check (mdscheck list variants)")
  private String variant;

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "trace|locks|states",
      description =
          "the shortest counterexample; which lock is taken under which; how s_state changes")
  private Kind kind;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the picture; its name ends in .dot, .svg or .png")
  private Path file;

  @Option(
      names = "--against",
      paramLabel = "VARIANT",
      description = "with --kind locks: mark what this variant does not do")
  private String base;

  @Mixin private PropertyOptions properties;
  @Mixin private ProgressOptions progress;

  @ArgGroup(validate = false, heading = "%nThe model:%n")
  private ModelOptions model = new ModelOptions();

  @ArgGroup(validate = false, heading = "%nThe search:%n")
  private SearchLimits limits = new SearchLimits();

  @Override
  public ExitCode run(World world) {
    if (base != null && kind != Kind.LOCKS)
      throw Failure.usage("--against goes with --kind locks only");
    final Set<String> named = properties.names();
    if (!named.isEmpty() && kind != Kind.TRACE)
      throw Failure.usage("--property goes with --kind trace only");
    Pictures.requireWritable(file);
    final ModelRequest request = model.request(variant, world.library());
    final ModelRequest other = base == null ? null : model.request(base, world.library());
    final ModelCheck check =
        new ModelCheck(world, limits.options(named), limits.form(named), progress);
    return switch (kind) {
      case TRACE -> trace(check.check(request), world);
      case LOCKS -> locks(check.visit(request), other == null ? null : check.visit(other), world);
      case STATES -> states(check.visit(request), world);
    };
  }

  private ExitCode trace(CheckedModel checked, World world) {
    final List<PropertyResult> all = checked.counterexamples();
    if (all.isEmpty()) {
      say("no counterexample: " + file + " is not written", world);
    } else {
      draw(TraceLanes.picture(checked.model().system(), all.get(0)).graph(), world);
    }
    return checked.exitCode();
  }

  private ExitCode locks(CheckedModel checked, CheckedModel against, World world) {
    final LockOrder order = lockOrder(checked);
    final String title = title("lock order", checked);
    if (against == null) {
      draw(order.picture(title).graph(), world);
    } else {
      final String name = against.model().request().variant();
      draw(order.picture(title, name, lockOrder(against)).graph(), world);
    }
    final List<ExitCode> codes = new ArrayList<>(List.of(completeness(checked)));
    if (against != null) codes.add(completeness(against));
    if (order.edges().stream().anyMatch(order::isOnCycle)) codes.add(ExitCode.LOCK_ORDER);
    if (!progress.isQuiet()) world.out().print(order.text());
    return ExitCode.gravest(codes);
  }

  private static LockOrder lockOrder(CheckedModel checked) {
    return LockOrder.of(checked.model().system(), tally(checked, LockOrder.TALLY));
  }

  private ExitCode states(CheckedModel checked, World world) {
    final CheckableModel drawn = checked.model();
    final StateTransitions transitions =
        StateTransitions.of(drawn.system(), tally(checked, drawn.state().tally()));
    draw(transitions.picture(title("states", checked), drawn.state().initial()).graph(), world);
    if (!progress.isQuiet()) world.out().print(transitions.text());
    return completeness(checked);
  }

  private static TallyResult tally(CheckedModel checked, String name) {
    return checked.result().statistics().tallies().stream()
        .filter(tally -> tally.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String title(String what, CheckedModel checked) {
    final ModelRequest request = checked.model().request();
    return what + " of " + request.variant() + " in scenario " + request.scenario();
  }

  /** Whether the picture can lack something. */
  private static ExitCode completeness(CheckedModel checked) {
    if (checked.result().error() != null) return ExitCode.MODEL_FAULT;
    return checked.result().limit() != null ? ExitCode.INCOMPLETE : ExitCode.OK;
  }

  private void draw(MutableGraph graph, World world) {
    Pictures.write(graph, file, world);
    say("wrote " + file, world);
  }

  private void say(String text, World world) {
    if (!progress.isQuiet()) world.err().println(text);
  }
}
