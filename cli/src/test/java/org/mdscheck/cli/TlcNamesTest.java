package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdscheck.cli.exit.Failure;

class TlcNamesTest {
  @ParameterizedTest
  @CsvSource({
    "check v -workers 4, check v --workers 4",
    "check v -workers auto, check v --workers auto",
    "check v -difftrace, check v --trace=diff",
    "check v -continue, check v --max-errors=0",
    "check v -dumpTrace json t.json, check v --out=json:t.json",
    "check v -- -workers, check v -- -workers",
    "check v -q, check v -q"
  })
  void understandsTheOptionsOfTlc(String theirs, String ours) {
    assertEquals(List.of(ours.split(" ")), TlcNames.translated(List.of(theirs.split(" "))));
  }

  @Test
  void refusesTheOptionThatMeansItsOpposite() {
    assertThrows(Failure.class, () -> TlcNames.translated(List.of("check", "-deadlock")));
  }

  @Test
  void runsThem() {
    assertEquals(0, CommandRun.of("check", "good", "-workers", "2").status());
  }
}
