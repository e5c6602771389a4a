package org.mdscheck.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.system.TransitionSystem;

class TraceJsonTest {
  private static final String TOOL = "mdscheck 0.1.0";
  private static final TransitionSystem DEPOT = Depot.system(2);
  private static final TraceJson JSON = new TraceJson();

  @ParameterizedTest
  @MethodSource("violations")
  void readsWhatItWrote(PropertyResult result) {
    final TraceFile file = file(DEPOT, result);
    assertEquals(file, JSON.read(JSON.write(DEPOT, file), "t.json"));
  }

  private static Stream<PropertyResult> violations() {
    final List<PropertyResult> violations =
        Depot.run(DEPOT).properties().stream().filter(r -> r.trace() != null).toList();
    assertTrue(violations.size() >= 5, "only " + violations.size());
    return violations.stream();
  }

  @Test
  void keepsTheRunToAFaultOfTheSpec() {
    final TransitionSystem faulty = Faulty.system();
    final TraceFile file = TraceFile.of(TOOL, faulty.name(), Map.of(), Depot.run(faulty).error());
    final TraceFile read = JSON.read(JSON.write(faulty, file), "t.json");
    assertEquals(file, read);
    assertEquals(Verdict.ERROR, read.result().verdict());
    assertNull(read.trace().steps().get(1).state(), "the second step failed");
  }

  @Test
  void keepsParametersAndTheirOrder() {
    final Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("variant", "v3");
    parameters.put("bounds", Map.of("ranks", 2));
    parameters.put("assumptions", List.of("fifo", "nonce"));
    parameters.put("a", true);
    final TraceFile file = new TraceFile(TOOL, DEPOT.name(), parameters, result(Depot.STOCK));
    final TraceFile read = JSON.read(JSON.write(DEPOT, file), "t.json");
    assertEquals(List.copyOf(parameters.keySet()), List.copyOf(read.parameters().keySet()));
    assertEquals(parameters, read.parameters());
  }

  @Test
  void refusesToKeepAResultWithoutTrace() {
    final Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new TraceFile(TOOL, "m", Map.of(), PropertyResult.holds("safe", "")));
    assertEquals("safe is HOLDS without a trace: there is nothing to keep", e.getMessage());
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\"label\": \"send(depot, ORDER)\" | \"label\": null | label is null",
        "\"label\": \"send(depot, ORDER)\", | | Missing creator property 'label'",
        "\"fault\": false | \"fault\": false, \"x\": 1 | Unrecognized property \"x\"; let the check",
        "\"fault\": false | \"fault\": \"perhaps\" | `perhaps`",
        "\"depth\": 4 | \"depth\": 5 | depth is 5, there are 4 steps",
        "\"depth\": 4 | \"depth\": null | null",
        "\"depth\": 4, | ,, | Unexpected character",
        "\"state\": \"0 | \"state\": \"x | is not made of words of 16 hexadecimal digits",
        "\"state\": \"00000000004c2441\" | \"state\": null | step 2 has no state",
        "\"action\": 1 | \"action\": 2 | somebody changed them",
        "\"verdict\": \"VIOLATED\" | \"verdict\": \"MAYBE\" | MAYBE",
      },
      delimiter = '|')
  void saysWhatIsDamaged(String from, String to, String expected) {
    final String json = json();
    assertTrue(json.contains(from), from);
    final TraceException e = unreadable(json.replace(from, to == null ? "" : to));
    assertTrue(e.getMessage().contains(expected.replace('`', '"')), e.getMessage());
    assertTrue(e.getMessage().startsWith("t.json"), e.getMessage());
    assertTrue(e.getMessage().endsWith("let the check that found it write it again"));
  }

  @Test
  void refusesAFileCutOffAnywhere() {
    final String json = json();
    for (int length = 0; length < json.stripTrailing().length(); length += 7) {
      unreadable(json.substring(0, length));
    }
  }

  @Test
  void tellsTheLineOfDamage() {
    final String message =
        unreadable(json().replace("\"depth\": 4", "\"depth\": oops")).getMessage();
    final long line = json().lines().takeWhile(l -> !l.contains("\"depth\"")).count() + 1;
    assertTrue(message.startsWith("t.json, line " + line + ", cannot be read"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{}", "[1, 2]", "\"text\"", "17", "{\"schema\": 1}", "{\"schema\": \"other/1\"}"})
  void refusesOtherJson(String other) {
    assertEquals(
        "t.json is no trace: it has no field \"schema\" with value mdscheck-trace/1; name a file"
            + " that a check has written as JSON",
        unreadable(other).getMessage());
  }

  @Test
  void namesTheWriterOfAnotherSchema() {
    assertEquals(
        "t.json has schema mdscheck-trace/2, this program reads mdscheck-trace/1: replay it with"
            + " the program that wrote it, mdscheck 9",
        unreadable("{\"schema\": \"mdscheck-trace/2\", \"tool\": \"mdscheck 9\"}").getMessage());
  }

  /** The documentation shows a whole file; -Dgolden.update=true puts the present one there. */
  @Test
  void documentationShowsATrace() throws IOException {
    final Path page = Path.of("../docs/trace-json.md");
    final String text = Files.readString(page);
    final int from = text.indexOf("```json\n") + "```json\n".length();
    final int to = text.indexOf("```", from);
    if (Boolean.getBoolean("golden.update"))
      Files.writeString(page, text.substring(0, from) + json() + text.substring(to));
    assertEquals(
        GoldenFile.withoutIds(json()),
        GoldenFile.withoutIds(Files.readString(page).substring(from, from + json().length())));
  }

  private static PropertyResult result(String property) {
    return Depot.result(DEPOT, property);
  }

  private static TraceFile file(TransitionSystem system, PropertyResult result) {
    final Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("customers", 2);
    parameters.put("assumptions", List.of("fifo"));
    return new TraceFile(TOOL, system.name(), parameters, result);
  }

  private static String json() {
    return JSON.write(DEPOT, file(DEPOT, result(Depot.NO_WAIT_CYCLE)));
  }

  private static TraceException unreadable(String json) {
    final TraceException e = assertThrows(TraceException.class, () -> JSON.read(json, "t.json"));
    assertEquals(TraceException.Reason.UNREADABLE, e.reason());
    assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    return e;
  }
}
