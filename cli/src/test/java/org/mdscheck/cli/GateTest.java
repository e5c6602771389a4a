package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

class GateTest {
  private static final String COMPLETE =
      """
      # What the gate is for.

      checks:
        - variant: unsafe
          scenario: wide
          bounds:
            requests: 3
          assume:
            reset-happens: true
          distinct: 19
          generated: 34
          depth: 17
          never-fired: 0
          properties:
            below-limit: VIOLATED d15
            can-reset: HOLDS
            counter-reaches-limit: HOLDS
            increment-asserts: HOLDS
            lock-order: HOLDS
            never-stuck: HOLDS
        - variant: good
          scenario: plain
          bound: 4
          distinct: 6
          generated: 6
          depth: 4
          never-fired: 0
          properties:
            below-limit: INCOMPLETE
            can-reset: INCOMPLETE
            counter-reaches-limit: INCOMPLETE
            increment-asserts: INCOMPLETE
            lock-order: INCOMPLETE
            never-stuck: INCOMPLETE
      """;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("gate.yaml");
  }

  private CommandRun gate(String content, String... options) throws IOException {
    Files.writeString(file, content);
    String[] args = new String[options.length + 2];
    args[0] = "gate";
    args[1] = file.toString();
    System.arraycopy(options, 0, args, 2, options.length);
    return CommandRun.of(args);
  }

  @Test
  void passesWhenAllIsAsExpected() throws IOException {
    CommandRun run = gate(COMPLETE);
    assertEquals(
        "OK  2 checks, all as expected\nsymmetry: checked\nreductions: none\nstore: exact, packed states\n",
        run.out());
    assertEquals(0, run.status());
  }

  @ParameterizedTest
  @CsvSource({
    "distinct: 19, distinct: 20",
    "generated: 34, generated: 33",
    "depth: 17, depth: 18",
    "never-fired: 0, never-fired: 2",
    "below-limit: VIOLATED d15, below-limit: HOLDS",
    "below-limit: VIOLATED d15, below-limit: VIOLATED d14",
    "can-reset: HOLDS, can-reset: INCOMPLETE"
  })
  void anyDifferenceFailsWithADiff(String found, String expected) throws IOException {
    CommandRun run = gate(COMPLETE.replaceFirst(found, expected));
    assertEquals(19, run.status());
    assertEquals(
        "DIFFERENT  1 of 2 checks\nsymmetry: checked\nreductions: none\nstore: exact, packed states\n\n"
            + "unsafe, scenario wide requests=3 reset-happens=on\n- "
            + expected
            + "\n+ "
            + found
            + "\n./mdscheck check unsafe --scenario wide --requests 3 --assume reset-happens=on --reduction none\n",
        run.out());
  }

  @Test
  void saysHowToRepeatACheckWithADepthBound() throws IOException {
    CommandRun run = gate(COMPLETE.replace("distinct: 6\n", "distinct: 7\n"));
    assertTrue(
        run.out().endsWith("\n./mdscheck check good --bound 4 --reduction none\n"), run.out());
  }

  @Test
  void aCheckCanAskForReductions() throws IOException {
    String content =
        """
        checks:
        - {variant: unsafe, scenario: plain, reductions: [merged-steps, cone]}
        """;
    assertEquals(0, gate(content, "--update").status());
    String updated = Files.readString(file);
    assertTrue(updated.contains("    reductions:\n      - merged-steps\n      - cone\n"), updated);
    CommandRun run =
        gate(
            updated.replace("distinct: ", "distinct: 1")
                + "  - {variant: good, scenario: plain}\n");
    assertEquals("reductions: cone,merged-steps in 1; none in 1", run.lines().get(2));
    assertTrue(
        run.out().contains("\nunsafe, scenario plain reductions=merged-steps,cone\n"), run.out());
    assertTrue(
        run.out().contains("\n./mdscheck check unsafe --reduction merged-steps,cone\n"), run.out());
  }

  @Test
  void aNegativeBoundIsWrong() throws IOException {
    assertEquals(151, gate(COMPLETE.replace("bound: 4", "bound: -4")).status());
  }

  @Test
  void aMissingExpectationIsADifference() throws IOException {
    CommandRun run = gate(COMPLETE.replace("      depth: 17\n", "").replace("    depth: 17\n", ""));
    assertEquals(19, run.status());
    assertTrue(run.out().contains("\n+ depth: 17\n"), run.out());
  }

  @Test
  void anExpectationOfNothingIsADifference() throws IOException {
    CommandRun run = gate(COMPLETE.replaceFirst("never-stuck", "never-bored"));
    assertTrue(run.out().contains("\n- never-bored: HOLDS\n"), run.out());
    assertTrue(run.out().contains("\n+ never-stuck: HOLDS\n"), run.out());
  }

  @Test
  void updateWritesWhatWasFoundAndKeepsTheComment() throws IOException {
    String bare =
        """
        # What the gate is for.

        checks:
          - {variant: unsafe, scenario: wide, bounds: {requests: 3}, assume: {reset-happens: true}}
          - variant: good
            bound: 4
            depth: 99
            scenario: plain
        """;
    CommandRun run = gate(bare, "--update");
    assertEquals(0, run.status());
    assertEquals(COMPLETE, Files.readString(file));
  }

  @Test
  void updateOfWhatIsRightChangesNothing() throws IOException {
    gate(COMPLETE, "--update");
    assertEquals(COMPLETE, Files.readString(file));
  }

  @Test
  void updateRefusesTheResultOfAFaultyModel() throws IOException {
    String content = "checks:\n  - {variant: faulty, scenario: plain}\n";
    CommandRun run = gate(content, "--update");
    assertEquals(75, run.status());
    assertEquals(content, Files.readString(file));
  }

  @Test
  void anInterruptedGateChangesNothing() throws IOException {
    Files.writeString(file, COMPLETE.replace("depth: 17", "depth: 16"));
    Interruption interruption = new Interruption();
    interruption.request();
    CommandRun run =
        CommandRun.with(new TinyLibrary(), interruption, "gate", file.toString(), "--update");
    assertEquals(152, run.status());
    assertTrue(Files.readString(file).contains("depth: 16"));
  }

  @ParameterizedTest
  @CsvSource({
    "checks: [], has no 'checks:'",
    "checks: 4, line 1",
    "'{', line 1",
    "'checks: [{variant: good}]', no 'scenario:'",
    "'checks: [{variant: good, scenario: plain, colour: red}]', unknown key 'colour'",
    "'checks: [{variant: gold, scenario: plain}]', did you mean good?",
    "'checks: [{variant: good, scenario: plain, bounds: {request: 1}}]', did you mean requests?",
    "'checks: [{variant: good, scenario: plain, assume: {x: true}}]', no assumption 'x'",
    "'checks: [{variant: good, scenario: plain, reductions: [cones]}]', did you mean cone?"
  })
  void saysWhatIsWrongWithTheFile(String content, String complaint) throws IOException {
    CommandRun run = gate(content);
    assertEquals(151, run.status());
    assertTrue(run.err().contains(complaint), run.err());
    assertTrue(run.err().contains("gate.yaml"), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void tellsEachCheckOnStandardError() throws IOException {
    CommandRun run = gate(COMPLETE);
    assertTrue(run.err().contains("gate 2/2: good, scenario plain bound=4\n"), run.err());
  }

  @Test
  void writesJunitXml() throws Exception {
    Path xml = folder.resolve("junit.xml");
    gate(COMPLETE.replace("depth: 17", "depth: 16"), "--junit", xml.toString());
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml.toFile());
    assertEquals("testsuites", document.getDocumentElement().getTagName());
    assertEquals(2, document.getElementsByTagName("testsuite").getLength());
    assertEquals(20, document.getElementsByTagName("testcase").getLength());
    assertEquals(1, document.getElementsByTagName("failure").getLength());
    assertEquals(
        "- depth: 16\n+ depth: 17",
        document.getElementsByTagName("failure").item(0).getTextContent());
  }
}
