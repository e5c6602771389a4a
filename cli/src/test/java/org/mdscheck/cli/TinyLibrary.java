package org.mdscheck.cli;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Expressions.acquiring;
import static org.mdscheck.checker.spec.Expressions.holding;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.next;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;
import static org.mdscheck.cli.questions.Claim.claim;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mdscheck.checker.mutation.Mutation;
import org.mdscheck.checker.mutation.Mutations;
import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.TransitionSystem;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.models.CheckableModel;
import org.mdscheck.cli.models.Entry;
import org.mdscheck.cli.models.ModelLibrary;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.models.StateVariable;
import org.mdscheck.cli.models.SystemForm;
import org.mdscheck.cli.models.Topic;
import org.mdscheck.cli.questions.Place;
import org.mdscheck.cli.questions.Question;

/**
 * A counter up to a limit, reset by another thread: small enough to see through. Each variant but
 * {@code good} breaks one kind of property or fails in one way.
 */
final class TinyLibrary implements ModelLibrary {
  private static final int MOST = 9;

  @Override
  public List<Entry> list(Topic topic) {
    return switch (topic) {
      case VARIANTS ->
          entries(
              "good",
              "stuck",
              "unsafe",
              "stranded",
              "asserting",
              "swapped-locks",
              "unreachable",
              "failing",
              "faulty",
              "unbuildable",
              "crashing",
              "exhausting");
      case HUNKS -> entries("reset");
      case MUTANTS -> entries("no-reset");
      case SCENARIOS -> entries("plain", "wide");
      case ASSUMPTIONS ->
          List.of(new Entry("reset-happens", "somebody resets", Map.of("by default", "on")));
      case PROPERTIES ->
          entries(
              "below-limit",
              "can-reset",
              "counter-reaches-limit",
              "increment-asserts",
              "lock-order",
              "never-stuck");
    };
  }

  private static List<Entry> entries(String... names) {
    return Stream.of(names).map(name -> new Entry(name, "the meaning of " + name)).toList();
  }

  @Override
  public List<Question> questions() {
    return List.of(
        new Question(
            "limits",
            "Does the counter stay within its limits?",
            List.of(
                claim("The counter never exceeds its limit.", "below-limit", "It is too large."),
                claim("It can always be reset.", "can-reset", "Nobody can reset it."),
                claim("Somebody can go on.", "no-such-property", "Never seen.")),
            List.of(Place.in("plain"), new Place("wide", Map.of("requests", 4))),
            List.of("good", "unsafe"),
            "good"));
  }

  @Override
  public String defaultScenario() {
    return "plain";
  }

  @Override
  public CheckableModel build(ModelRequest request, SystemForm form) {
    return checkable(request, form.of(spec(request)));
  }

  @Override
  public List<Mutation> mutations(ModelRequest request) {
    return Mutations.of(spec(request), family -> family.equals("counter"));
  }

  @Override
  public CheckableModel build(ModelRequest request, SystemForm form, Mutation mutation) {
    return checkable(request, form.of(mutation.spec()));
  }

  private static Spec spec(ModelRequest request) {
    switch (request.variant()) {
      case "unbuildable" -> throw new SpecException("label x is not defined");
      case "crashing" -> throw new IllegalStateException("a bug");
      case "exhausting" -> throw new OutOfMemoryError("a test");
      default -> {
        return new Counter(request, limit(request)).spec();
      }
    }
  }

  private static CheckableModel checkable(ModelRequest request, TransitionSystem system) {
    return new CheckableModel(
        request,
        system,
        Map.of("requests", limit(request)),
        Map.of("lock-order", ExitCode.LOCK_ORDER),
        new StateVariable("n", "0"),
        Set.of("resetter"),
        Map.of("n", "inner"));
  }

  private static int limit(ModelRequest request) {
    final int limit =
        request.bounds().getOrDefault("requests", request.scenario().equals("wide") ? 5 : 3);
    if (limit < 1 || limit >= MOST)
      throw Failure.usage("bound requests is " + limit + ": give 1 to " + (MOST - 1));
    return limit;
  }

  /** The spec of one variant. */
  private static final class Counter {
    private final String variant;
    private final boolean hasReset;
    private final int limit;
    private final Spec.Builder spec;
    private final Ref n;
    private final Ref isTrapped;
    private final Ref outer;
    private final Ref inner;

    Counter(ModelRequest request, int limit) {
      this.variant = request.variant();
      this.limit = limit;
      hasReset =
          !variant.equals("stuck")
              && !variant.endsWith("+no-reset")
              && request.assumptions().getOrDefault("reset-happens", true);
      spec = Spec.builder("counter " + variant + " " + limit);
      n = spec.variable("n", Type.range(0, MOST));
      isTrapped = spec.variable("trapped", Type.bool());
      outer = spec.variable("outer", Type.mutex("outer"));
      inner = spec.variable("inner", Type.mutex("inner"));
    }

    Spec spec() {
      spec.process("counter", counter());
      if (hasReset) spec.process("resetter", resetter());
      return spec.property(
              new Property.Invariant(
                  "below-limit",
                  "the counter never exceeds its limit",
                  List.of(clause("n <= limit", n.isAtMost(limit)))))
          .property(
              new Property.Recovery(
                  "can-reset",
                  "the counter can always become 0 again",
                  List.of(clause("n == 0", n.isMore(0), n.is(0)))))
          .property(
              new Property.Cover("counter-reaches-limit", "the limit is reached", n.is(limit)))
          .property(new Property.Checked("increment-asserts", "no assertion fails"))
          .property(
              new Property.StepInvariant(
                  "lock-order",
                  "outer is taken before inner",
                  List.of(clause("outer first", acquiring("outer"), not(holding("inner"))))))
          .property(new Property.NoStuckState("never-stuck", "somebody can go on"))
          .tally("n", bucket(), List.of("no change", "0 -> 1", "1 -> 0"))
          .build();
    }

    private Expr bucket() {
      return ifElse(n.is(0).and(next(n).is(1)), 1, ifElse(n.is(1).and(next(n).is(0)), 2, value(0)));
    }

    private Program counter() {
      final boolean isSwapped = variant.equals("swapped-locks");
      final Ref first = isSwapped ? inner : outer;
      final Ref second = isSwapped ? outer : inner;
      return program("count")
          .loop(
              block()
                  .step("mutex_lock(first)", acquire(first))
                  .await("mutex_lock(second)", n.isLess(last()), acquire(second))
                  .step(
                      "n++",
                      increment(n),
                      check(
                          "increment-asserts",
                          "BUG_ON(n == 2)",
                          variant.equals("asserting") ? n.isNot(2) : n.isNot(MOST)))
                  .only(variant.equals("faulty"), faultyStep())
                  .then(variant.equals("failing") ? failingStep() : block())
                  .step("mutex_unlock(both)", release(second), release(first)))
          .end();
    }

    private int last() {
      return switch (variant) {
        case "unsafe" -> limit + 1;
        case "unreachable" -> limit - 1;
        default -> limit;
      };
    }

    private Block faultyStep() {
      return block().step("n += 9", assign(n, n.plus(MOST)));
    }

    private Block failingStep() {
      final Ref failures = spec.variable("failures", Type.range(0, 1), value(1));
      return block()
          .either(
              block().fault("kzalloc() fails", failures, assign(isTrapped, true)),
              block().await("kzalloc()", value(true)));
    }

    private Program resetter() {
      final Block ways = block().await("n = 0", n.isMore(0).and(not(isTrapped)), assign(n, 0));
      final Block trap =
          block().await("trapped = true", n.is(1).and(not(isTrapped)), assign(isTrapped, true));
      final Block spin = block().await("cpu_relax()", isTrapped);
      return variant.equals("stranded")
          ? program("reset").loop(block().either(ways, trap, spin)).end()
          : program("reset").loop(ways).end();
    }
  }
}
