package org.mdscheck.cli.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Statistics;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outcome of a check as JSON, for programs. Fields that do not apply are left out; what a field
 * means is said in {@code docs/cli.md}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"verdict", "variant", "scenario"})
public record VerdictJson(
    String verdict,
    String variant,
    String scenario,
    Map<String, Integer> bounds,
    Map<String, Boolean> assumptions,
    String model,
    String symmetry,
    List<String> passes,
    String partialOrder,
    String store,
    List<OfProperty> properties,
    Counts statistics,
    List<String> neverFired,
    String error,
    String limit,
    String hash) {

  /** What is said of one property. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfProperty(
      String name,
      String meaning,
      String verdict,
      Integer depth,
      String clause,
      String trace,
      String note) {
    static OfProperty of(PropertyResult property) {
      return new OfProperty(
          property.name(),
          property.meaning(),
          property.verdict().name(),
          property.depth() < 0 ? null : property.depth(),
          property.clause(),
          property.trace() == null ? null : property.trace().id(),
          property.note().isEmpty() ? null : property.note());
    }
  }

  /** How large the search was. */
  record Counts(
      long distinct, long generated, int depth, long stuck, long ended, long cut, int steps) {}

  /** The outcome of a check. */
  public static VerdictJson of(CheckedModel checked) {
    final Statistics statistics = checked.result().statistics();
    final Coverage coverage = checked.coverage();
    return new VerdictJson(
        checked.result().verdict().name(),
        checked.model().request().variant(),
        checked.model().request().scenario(),
        checked.model().bounds(),
        checked.model().request().assumptions(),
        checked.result().systemHash(),
        checked.result().conditions().symmetry(),
        checked.result().conditions().passes(),
        checked.result().conditions().partialOrder(),
        checked.result().conditions().store(),
        checked.properties().stream().map(OfProperty::of).toList(),
        new Counts(
            statistics.distinctStates(),
            statistics.generatedStates(),
            statistics.depth(),
            statistics.stuckStates(),
            statistics.endStates(),
            statistics.cutStates(),
            coverage.stepCount()),
        coverage.neverFired(),
        checked.result().error() == null ? null : checked.result().error().message(),
        checked.result().limit() == null ? null : checked.result().limit().message(),
        checked.hash());
  }

  /** Any value as indented JSON. */
  public static String text(Object value) {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(value);
  }
}
