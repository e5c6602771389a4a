package org.mdscheck.cli.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Collectors;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.files.TextFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * A file of checks and what is expected of them, in YAML.
 *
 * @param comment the lines before the first that is no comment, each with its end
 * @param checks in the order of the file
 */
public record GateFile(String comment, List<GateEntry> checks) {
  /** The whole of the YAML. */
  private record Content(@JsonInclude(JsonInclude.Include.ALWAYS) List<GateEntry> checks) {}

  public GateFile {
    checks = List.copyOf(checks);
  }

  /**
   * Reads a gate file.
   *
   * @throws Failure if it cannot be read, or is no gate file
   */
  public static GateFile read(TextFile file) {
    final String text = file.read();
    final Content content;
    try {
      content = mapper().readValue(text, Content.class);
    } catch (JacksonException e) {
      throw wrong(file, where(e) + reason(e));
    }
    if (content == null || content.checks == null || content.checks.isEmpty())
      throw wrong(file, "it has no 'checks:'");
    for (GateEntry check : content.checks) {
      if (check.variant() == null || check.scenario() == null)
        throw wrong(file, "a check has no 'variant:' or no 'scenario:'");
      if (check.depthBound() < 0) throw wrong(file, "a 'bound:' is negative");
    }
    return new GateFile(comment(text), content.checks);
  }

  private static Failure wrong(TextFile file, String reason) {
    return Failure.usage(file.path() + " is no gate file: " + reason + "; see docs/cli.md");
  }

  private static String reason(JacksonException e) {
    if (e instanceof UnrecognizedPropertyException unknown)
      return "unknown key '"
          + unknown.getPropertyName()
          + "', known are "
          + unknown.getKnownPropertyIds();
    return e instanceof StreamReadException
        ? e.getOriginalMessage().lines().findFirst().orElse("")
        : "a value where none of its kind can stand";
  }

  private static String where(JacksonException e) {
    return e.getLocation() == null || e.getLocation().getLineNr() < 1
        ? ""
        : "line " + e.getLocation().getLineNr() + ": ";
  }

  private static String comment(String text) {
    return text.lines()
        .takeWhile(line -> line.isBlank() || line.startsWith("#"))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** The same file with other checks. */
  public GateFile with(List<GateEntry> others) {
    return new GateFile(comment, others);
  }

  /** The file as text. */
  public String text() {
    return comment + mapper().writeValueAsString(new Content(checks));
  }

  private static YAMLMapper mapper() {
    return YAMLMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
        .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
        .enable(YAMLWriteFeature.INDENT_ARRAYS)
        .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
        .build();
  }
}
