package org.mdscheck.traces;

import org.mdscheck.checker.system.TransitionSystem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Traces as JSON, in the form of docs/trace-json.md. Reading gives back what was written.
 * Immutable, thread-safe.
 */
public final class TraceJson {
  private static final String ADVICE = "; let the check that found it write it again";

  private final JsonMapper mapper =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter(
                      Separators.createDefaultInstance()
                          .withObjectNameValueSpacing(Separators.Spacing.AFTER))
                  .withObjectIndenter(new DefaultIndenter("  ", "\n")))
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * The text of a file.
   *
   * @param system the one that the trace is a run of
   */
  public String write(TransitionSystem system, TraceFile file) {
    return mapper.writeValueAsString(TraceDocument.of(system, file)) + "\n";
  }

  /**
   * What was written.
   *
   * @param name of the file, for messages
   * @throws TraceException if it is damaged or no trace
   */
  public TraceFile read(String json, String name) {
    try {
      final JsonNode tree = mapper.readTree(json);
      requireSchema(tree, name);
      // Not from the tree: messages say at which line.
      return mapper.readValue(json, TraceDocument.class).file();
    } catch (JacksonException e) {
      throw unreadable(name + where(e) + " cannot be read as a trace: " + what(e) + ADVICE, e);
    } catch (IllegalArgumentException e) {
      throw unreadable(name + " was damaged: " + e.getMessage() + ADVICE, e);
    }
  }

  private static void requireSchema(JsonNode tree, String name) {
    final String schema = tree.path("schema").asString("");
    if (schema.equals(TraceDocument.SCHEMA)) return;
    if (schema.startsWith(TraceDocument.SCHEMA.replaceFirst("\\d+$", ""))) {
      throw unreadable(
          name
              + " has schema "
              + schema
              + ", this program reads "
              + TraceDocument.SCHEMA
              + ": replay it with the program that wrote it, "
              + tree.path("tool").asString("of which nothing is said"),
          null);
    }
    throw unreadable(
        name
            + " is no trace: it has no field \"schema\" with value "
            + TraceDocument.SCHEMA
            + "; name a file that a check has written as JSON",
        null);
  }

  private static TraceException unreadable(String message, Exception cause) {
    return new TraceException(TraceException.Reason.UNREADABLE, message, cause);
  }

  private static String where(JacksonException e) {
    final TokenStreamLocation place = e.getLocation();
    return place == null || place.getLineNr() < 1 ? "" : ", line " + place.getLineNr() + ",";
  }

  /** The first sentence, without what is said to programmers. */
  private static String what(JacksonException e) {
    final String first = e.getOriginalMessage().lines().findFirst().orElse("unknown reason");
    return first
        .replaceFirst("(;| \\(set) `DeserializationFeature.*", "")
        .replaceFirst("Cannot construct instance of .*, problem: ", "")
        .replaceFirst(" \\(class [\\w.$]+\\).*", "")
        .replaceFirst(" \\(for Object starting at .*", "")
        .replaceAll("`?(java\\.lang|org\\.mdscheck)[\\w.$]*\\b`?", "value");
  }
}
