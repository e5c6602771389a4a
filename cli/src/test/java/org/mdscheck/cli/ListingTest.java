package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdscheck.cli.models.CephLibrary;

class ListingTest {
  @Test
  void printsNameMeaningAndDetails() {
    assertEquals(
        "reset-happens\n    somebody resets\n    by default: on\n",
        CommandRun.of("list", "assumptions").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"variants", "hunks", "properties", "scenarios", "assumptions", "mutants"})
  void listsTheModelsOfTheKernel(String topic) {
    CommandRun run = CommandRun.with(new CephLibrary(), new Interruption(), "list", topic);
    assertEquals(0, run.status());
    assertTrue(run.lines().size() > 6, run.out());
    run.lines().forEach(line -> assertTrue(line.matches("[ -~]{1,75}"), line));
  }

  @Test
  void speaksJson() {
    CommandRun run = CommandRun.of("list", "scenarios", "--format", "json");
    assertTrue(run.out().contains("\"name\" : \"wide\""), run.out());
  }
}
