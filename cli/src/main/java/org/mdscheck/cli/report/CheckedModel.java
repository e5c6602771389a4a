package org.mdscheck.cli.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.system.Property;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.models.CheckableModel;

/**
 * A model and what its check found out.
 *
 * @param model that was checked
 * @param result of the check
 */
public record CheckedModel(CheckableModel model, CheckResult result) {
  private static final Comparator<PropertyResult> SHORTEST_FIRST =
      Comparator.comparingInt(PropertyResult::depth).thenComparing(PropertyResult::name);

  /** The results of the properties, sorted by name. */
  public List<PropertyResult> properties() {
    return result.properties().stream().sorted(Comparator.comparing(PropertyResult::name)).toList();
  }

  /**
   * The properties that a report lists, sorted by name. A cover is only of interest when it is not
   * reached, or when there is nothing else.
   */
  public List<PropertyResult> listed() {
    final boolean areAllCovers = properties().stream().allMatch(this::isCover);
    return properties().stream()
        .filter(p -> areAllCovers || !isCover(p) || p.verdict() == Verdict.VIOLATED)
        .toList();
  }

  /** The covers, sorted by name. */
  public List<PropertyResult> covers() {
    return properties().stream().filter(this::isCover).toList();
  }

  private boolean isCover(PropertyResult result) {
    return model.system().properties().stream()
        .anyMatch(p -> p.name().equals(result.name()) && p instanceof Property.Cover);
  }

  /** The violated properties that have a counterexample, the shortest first. */
  public List<PropertyResult> counterexamples() {
    return result.properties().stream()
        .filter(property -> property.trace() != null)
        .sorted(SHORTEST_FIRST)
        .toList();
  }

  /** Which steps fired. */
  public Coverage coverage() {
    return new Coverage(model.system().actions(), result);
  }

  /** How a command that has found this out and nothing else ends. */
  public ExitCode exitCode() {
    final List<ExitCode> codes = new ArrayList<>();
    if (result.error() != null) codes.add(ExitCode.MODEL_FAULT);
    if (result.limit() != null) codes.add(ExitCode.INCOMPLETE);
    for (PropertyResult property : result.properties()) {
      if (property.verdict() == Verdict.VIOLATED) codes.add(model.exitCodeOf(property.name()));
      if (property.verdict() == Verdict.INCOMPLETE) codes.add(ExitCode.INCOMPLETE);
    }
    return ExitCode.gravest(codes);
  }

  /** 8 hexadecimal digits that stand for the model, the limits and the outcome. */
  public String hash() {
    final StringBuilder text = new StringBuilder(result.systemHash());
    text.append('\n').append(result.conditions());
    for (PropertyResult property : properties()) {
      text.append('\n').append(property.name()).append(' ').append(property.verdict());
      text.append(' ').append(property.depth());
      if (property.trace() != null) text.append(' ').append(property.trace().id());
    }
    text.append('\n').append(result.statistics().distinctStates());
    text.append(' ').append(result.statistics().generatedStates());
    text.append(' ').append(result.statistics().depth());
    return HexFormat.of().formatHex(sha256(text.toString()), 0, 4);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
