package org.mdscheck.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mdscheck.cli.models.ModelLibrary;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.models.Names;
import org.mdscheck.cli.models.Topic;
import org.mdscheck.cli.questions.Place;
import picocli.CommandLine.Option;

/** The options that say which model is meant. */
final class ModelOptions {
  /** The names of the bounds, each an option. */
  static final List<String> BOUNDS =
      List.of("ranks", "sessions", "requests", "mds-restarts", "map-epochs", "resets", "failures");

  /** An assumption is made or not. */
  enum Switch {
    ON,
    OFF
  }

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "which contexts take part, with default bounds (mdscheck list scenarios)")
  private String scenario;

  @Option(names = "--ranks", paramLabel = "N", description = "MDS ranks")
  private Integer ranks;

  @Option(
      names = "--sessions",
      paramLabel = "N",
      description = "session objects alive at once, over all ranks")
  private Integer sessions;

  @Option(
      names = "--requests",
      paramLabel = "N",
      description = "threads that submit one request each")
  private Integer requests;

  @Option(names = "--mds-restarts", paramLabel = "N", description = "restarts of an MDS")
  private Integer mdsRestarts;

  @Option(
      names = "--map-epochs",
      paramLabel = "N",
      description = "maps that the monitor publishes; 0: as many as the MDS needs")
  private Integer mapEpochs;

  @Option(
      names = "--resets",
      paramLabel = "N",
      description = "connections that an MDS drops while it lives")
  private Integer resets;

  @Option(names = "--failures", paramLabel = "N", description = "failed allocations and encodings")
  private Integer failures;

  @Option(
      names = "--assume",
      paramLabel = "NAME=on|off",
      description = "make an assumption or not (mdscheck list assumptions); repeatable")
  private Map<String, Switch> assumptions = new LinkedHashMap<>();

  /**
   * The model that the options and {@code variant} ask for.
   *
   * @throws org.mdscheck.cli.exit.Failure if a name is unknown
   */
  ModelRequest request(String variant, ModelLibrary library) {
    final Names names = new Names(library);
    names.requireVariant(variant);
    final Map<String, Boolean> switched = new LinkedHashMap<>();
    assumptions.forEach(
        (name, value) -> switched.put(names.require(Topic.ASSUMPTIONS, name), value == Switch.ON));
    return new ModelRequest(
        variant,
        scenario == null ? library.defaultScenario() : names.require(Topic.SCENARIOS, scenario),
        bounds(),
        switched);
  }

  /** Whether a scenario was asked for. */
  boolean namesScenario() {
    return scenario != null;
  }

  /**
   * The models that are asked for where there is a choice of places: those of the options if they
   * name a scenario, else one for each place, with the bounds and assumptions of the options put on
   * it.
   *
   * @throws org.mdscheck.cli.exit.Failure if a name is unknown
   */
  List<ModelRequest> requests(String variant, List<Place> places, ModelLibrary library) {
    final ModelRequest asked = request(variant, library);
    if (scenario != null) return List.of(asked);
    return places.stream().map(place -> at(place, asked)).toList();
  }

  /**
   * The models that are asked for in any scenario: that of the options if they name one, else one
   * for each, in the order of the list.
   *
   * @throws org.mdscheck.cli.exit.Failure if a name is unknown
   */
  List<ModelRequest> requests(String variant, ModelLibrary library) {
    final List<Place> everywhere =
        library.list(Topic.SCENARIOS).stream().map(s -> Place.in(s.name())).toList();
    return requests(variant, everywhere, library);
  }

  private static ModelRequest at(Place place, ModelRequest asked) {
    final Map<String, Integer> bounds = new LinkedHashMap<>(place.bounds());
    bounds.putAll(asked.bounds());
    return new ModelRequest(asked.variant(), place.scenario(), bounds, asked.assumptions());
  }

  private Map<String, Integer> bounds() {
    final Integer[] given = {ranks, sessions, requests, mdsRestarts, mapEpochs, resets, failures};
    final Map<String, Integer> bounds = new LinkedHashMap<>();
    for (int i = 0; i < given.length; i++) {
      if (given[i] != null) bounds.put(BOUNDS.get(i), given[i]);
    }
    return bounds;
  }
}
