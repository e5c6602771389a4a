package org.mdscheck.cli.gate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Statistics;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.models.Reductions;
import org.mdscheck.cli.report.CheckedModel;

/**
 * One check of a gate file: what to check, and what is expected. Expectations may be missing in a
 * file that was not completed yet.
 *
 * @param variant as on the command line
 * @param scenario as on the command line
 * @param bounds as on the command line
 * @param assume the assumptions switched
 * @param bound depth at which the search stops; null or 0 if it is to be exhausted
 * @param reductions as on the command line; null or empty for those in force without the option
 * @param distinct expected number of states
 * @param generated expected number of successors
 * @param depth expected depth
 * @param neverFired expected number of steps that never fire
 * @param properties expected verdicts, {@code HOLDS} or {@code VIOLATED d12}, by name
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"variant", "scenario"})
public record GateEntry(
    String variant,
    String scenario,
    Map<String, Integer> bounds,
    Map<String, Boolean> assume,
    Integer bound,
    List<String> reductions,
    Long distinct,
    Long generated,
    Integer depth,
    @JsonProperty("never-fired") Integer neverFired,
    Map<String, String> properties) {
  public GateEntry {
    bounds = sorted(bounds);
    assume = sorted(assume);
    reductions = reductions == null ? List.of() : List.copyOf(reductions);
    properties = sorted(properties);
  }

  private static <T> Map<String, T> sorted(Map<String, T> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
  }

  /** Which model is meant. */
  @JsonIgnore
  public ModelRequest request() {
    return new ModelRequest(variant, scenario, bounds, assume);
  }

  /** The depth at which the search stops; 0 if it is to be exhausted. */
  @JsonIgnore
  public int depthBound() {
    return bound == null ? 0 : bound;
  }

  /**
   * What makes the search smaller.
   *
   * @throws org.mdscheck.cli.exit.Failure if a name is unknown
   */
  @JsonIgnore
  public Reductions searchedWith() {
    return reductions.isEmpty() ? Reductions.none() : Reductions.named(reductions);
  }

  /** The option that asks for the reductions, after a space. */
  @JsonIgnore
  public String reductionOption() {
    return " --reduction " + (reductions.isEmpty() ? "none" : String.join(",", reductions));
  }

  /** The same check with what was found as what is expected. */
  public GateEntry expecting(CheckedModel checked) {
    final Map<String, String> verdicts = new TreeMap<>();
    for (PropertyResult property : checked.properties()) {
      verdicts.put(
          property.name(),
          property.trace() == null
              ? property.verdict().name()
              : property.verdict().name() + " d" + property.depth());
    }
    final Statistics statistics = checked.result().statistics();
    return new GateEntry(
        variant,
        scenario,
        bounds,
        assume,
        bound,
        reductions,
        statistics.distinctStates(),
        statistics.generatedStates(),
        statistics.depth(),
        checked.coverage().neverFired().size(),
        verdicts);
  }

  /** The expectations by the name of what they speak of, in reading order. */
  Map<String, String> expectations() {
    final Map<String, String> all = new LinkedHashMap<>();
    put(all, "distinct", distinct);
    put(all, "generated", generated);
    put(all, "depth", depth);
    put(all, "never-fired", neverFired);
    all.putAll(properties);
    return all;
  }

  private static void put(Map<String, String> all, String name, Number value) {
    if (value != null) all.put(name, value.toString());
  }

  /** Which check it is, in one line. */
  public String title() {
    final StringBuilder text = new StringBuilder(variant).append(", scenario ").append(scenario);
    bounds.forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    assume.forEach((name, isOn) -> text.append(' ').append(name).append(isOn ? "=on" : "=off"));
    if (depthBound() > 0) text.append(" bound=").append(bound);
    if (!reductions.isEmpty()) text.append(" reductions=").append(String.join(",", reductions));
    return text.toString();
  }
}
