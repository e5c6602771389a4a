package org.mdscheck.cli.models;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mdscheck.checker.mutation.Mutation;
import org.mdscheck.checker.mutation.Mutations;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.TransitionSystem;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.questions.Question;
import org.mdscheck.cli.questions.ReviewQuestions;
import org.mdscheck.invariants.Catalogue;
import org.mdscheck.model.cephfs.Assumption;
import org.mdscheck.model.cephfs.Bounds;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Guard;
import org.mdscheck.model.cephfs.Hunk;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;
import org.mdscheck.model.cephfs.SessionState;
import org.mdscheck.model.cephfs.Variant;

/** The models of the kernel client's MDS sessions. */
public final class CephLibrary implements ModelLibrary {
  private static final Map<String, ExitCode> EXIT_CODES =
      Map.of("no-wait-cycle", ExitCode.DEADLOCK, "lock-order", ExitCode.LOCK_ORDER);

  /** The families of processes that are not threads of the kernel. */
  private static final Set<String> ENVIRONMENT = Set.of(CephModel.MDS, CephModel.MONITOR);

  @Override
  public List<Entry> list(Topic topic) {
    return switch (topic) {
      case VARIANTS ->
          Stream.concat(Variant.shipped().stream(), Variant.ablations().stream())
              .map(CephLibrary::variantEntry)
              .toList();
      case HUNKS -> Stream.of(Hunk.values()).map(CephLibrary::hunkEntry).toList();
      case PROPERTIES ->
          Catalogue.all().stream()
              .map(p -> new Entry(p.name(), p.meaning(), Map.of("reference", p.reference())))
              .toList();
      case SCENARIOS -> Scenario.shipped().stream().map(CephLibrary::scenarioEntry).toList();
      case ASSUMPTIONS -> Stream.of(Assumption.values()).map(CephLibrary::assumptionEntry).toList();
      case MUTANTS -> Stream.of(Mutant.values()).map(m -> new Entry(word(m), m.meaning())).toList();
    };
  }

  private static Entry variantEntry(Variant variant) {
    final String hunks = variant.hunks().stream().sorted().map(CephLibrary::word).collect(commas());
    return new Entry(variant.name(), variant.meaning(), Map.of("hunks", hunks));
  }

  private static Entry hunkEntry(Hunk hunk) {
    return new Entry(
        word(hunk),
        hunk.meaning(),
        hunk.behavioural() ? Map.of() : Map.of("in the model", "changes no shared state"));
  }

  private static Entry scenarioEntry(Scenario scenario) {
    final Map<String, String> details = new LinkedHashMap<>();
    details.put(
        "bounds",
        numbers(scenario.bounds()).entrySet().stream()
            .map(bound -> bound.getKey() + "=" + bound.getValue())
            .collect(Collectors.joining(" ")));
    if (!scenario.contexts().isEmpty()) {
      details.put(
          "takes part too",
          scenario.contexts().stream().sorted().map(CephLibrary::word).collect(commas()));
    }
    return new Entry(scenario.name(), scenario.meaning(), details);
  }

  private static Entry assumptionEntry(Assumption assumption) {
    final Map<String, String> details = new LinkedHashMap<>();
    details.put("by default", assumption.byDefault() ? "on" : "off");
    details.put("source", assumption.source());
    return new Entry(word(assumption), assumption.meaning(), details);
  }

  private static Collector<CharSequence, ?, String> commas() {
    return Collectors.joining(", ");
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public List<Question> questions() {
    return ReviewQuestions.all();
  }

  @Override
  public String defaultScenario() {
    return Scenario.shipped().get(0).name();
  }

  @Override
  public CheckableModel build(ModelRequest request, SystemForm form) {
    return checkable(request, form.of(spec(request)));
  }

  @Override
  public List<Mutation> mutations(ModelRequest request) {
    return Mutations.of(spec(request), family -> !ENVIRONMENT.contains(family)).stream()
        .filter(CephLibrary::isOfTheCode)
        .toList();
  }

  /**
   * Whether a slip could be one in {@code fs/ceph}: not in the messenger, nor in a step in
   * parentheses or in which map it is that arrives, which describe what happens to the code.
   */
  private static boolean isOfTheCode(Mutation mutation) {
    return !mutation.function().startsWith("ceph_con_")
        && !mutation.text().startsWith("(")
        && !mutation.text().contains(" newmap (");
  }

  @Override
  public CheckableModel build(ModelRequest request, SystemForm form, Mutation mutation) {
    return checkable(request, form.of(mutation.spec()));
  }

  private static Spec spec(ModelRequest request) {
    final CephModel model =
        CephModel.of(
            variant(request.variant()), scenario(request), assumptions(request.assumptions()));
    return model.spec(Catalogue.of(model));
  }

  private static CheckableModel checkable(ModelRequest request, TransitionSystem system) {
    return new CheckableModel(
        request,
        system,
        numbers(scenario(request).bounds()),
        EXIT_CODES,
        new StateVariable(CephModel.SESSION_STATE_TALLY, SessionState.NEW.name()),
        ENVIRONMENT,
        guards());
  }

  private static Map<String, String> guards() {
    final Map<String, String> guards = new LinkedHashMap<>();
    Guard.ofVariables().forEach((variable, guard) -> guards.put(variable, guard.words()));
    return guards;
  }

  private static Scenario scenario(ModelRequest request) {
    final Scenario named = Scenario.named(request.scenario()).orElseThrow();
    return named.with(bounds(named.bounds(), request.bounds()));
  }

  /** A shipped variant, or one with mutants and hunks put on it: {@code v3+no-wake-on-open}. */
  private static Variant variant(String name) {
    final String[] parts = name.split("\\+", -1);
    Variant variant = Variant.named(parts[0]).orElseThrow();
    for (int i = 1; i < parts.length; i++) variant = changed(variant, parts[i]);
    return variant;
  }

  private static Variant changed(Variant variant, String change) {
    for (Mutant mutant : Mutant.values()) {
      if (word(mutant).equals(change)) return variant.with(mutant);
    }
    return variant.with(
        Stream.of(Hunk.values()).filter(h -> word(h).equals(change)).findFirst().orElseThrow());
  }

  private static Set<Assumption> assumptions(Map<String, Boolean> switched) {
    final Set<Assumption> made = EnumSet.noneOf(Assumption.class);
    for (Assumption assumption : Assumption.values()) {
      if (switched.getOrDefault(word(assumption), assumption.byDefault())) made.add(assumption);
    }
    return made;
  }

  private static Bounds bounds(Bounds usual, Map<String, Integer> changes) {
    final Map<String, Integer> numbers = numbers(usual);
    changes.forEach((name, value) -> numbers.replace(name, value));
    try {
      return new Bounds(
          numbers.get("ranks"),
          numbers.get("sessions"),
          numbers.get("requests"),
          numbers.get("mds-restarts"),
          numbers.get("map-epochs"),
          numbers.get("resets"),
          numbers.get("failures"));
    } catch (IllegalArgumentException e) {
      throw Failure.usage(e.getMessage());
    }
  }

  private static Map<String, Integer> numbers(Bounds bounds) {
    final Map<String, Integer> numbers = new LinkedHashMap<>();
    numbers.put("ranks", bounds.ranks());
    numbers.put("sessions", bounds.sessions());
    numbers.put("requests", bounds.requests());
    numbers.put("mds-restarts", bounds.mdsRestarts());
    numbers.put("map-epochs", bounds.mapEpochs());
    numbers.put("resets", bounds.resets());
    numbers.put("failures", bounds.failures());
    return numbers;
  }
}
