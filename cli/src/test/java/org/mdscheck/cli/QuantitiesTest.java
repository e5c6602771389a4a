package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class QuantitiesTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7", "2k, 2048", "3M, 3145728", "4g, 4294967296", "1t, 1099511627776"})
  void readsBytes(String text, long bytes) {
    assertEquals(bytes, new Quantities.Bytes().convert(text));
  }

  @ParameterizedTest
  @CsvSource({"90, 90", "90s, 90", "10m, 600", "2h, 7200"})
  void readsTimes(String text, long seconds) {
    assertEquals(Duration.ofSeconds(seconds), new Quantities.Time().convert(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1.5g", "4gb", "1000000000000000", "99999999999t"})
  void refusesOtherSizes(String text) {
    assertThrows(TypeConversionException.class, () -> new Quantities.Bytes().convert(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1s", "3d", "1h30m"})
  void refusesOtherTimes(String text) {
    assertThrows(TypeConversionException.class, () -> new Quantities.Time().convert(text));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "64, 64", "1024, 1024"})
  void readsWorkers(String text, int count) {
    assertEquals(count, new Quantities.Workers().convert(text));
  }

  @Test
  void autoIsAllProcessors() {
    assertEquals(
        Runtime.getRuntime().availableProcessors(), new Quantities.Workers().convert("auto"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1025", "-3", "two", "99999999999"})
  void refusesOtherWorkers(String text) {
    TypeConversionException e =
        assertThrows(TypeConversionException.class, () -> new Quantities.Workers().convert(text));
    assertTrue(e.getMessage().contains("1 to 1024"), e.getMessage());
  }
}
