package org.mdscheck.cli.exit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
  @Test
  void errorComesBeforeFindingBeforeIncompleteBeforeOk() {
    assertEquals(
        ExitCode.MODEL_FAULT,
        ExitCode.gravest(
            List.of(ExitCode.OK, ExitCode.INCOMPLETE, ExitCode.SAFETY, ExitCode.MODEL_FAULT)));
    assertEquals(
        ExitCode.UNEXPECTED,
        ExitCode.gravest(List.of(ExitCode.INCOMPLETE, ExitCode.UNEXPECTED, ExitCode.OK)));
    assertEquals(ExitCode.INCOMPLETE, ExitCode.gravest(List.of(ExitCode.OK, ExitCode.INCOMPLETE)));
  }

  @Test
  void theLowestOfSeveralFindingsCounts() {
    assertEquals(
        ExitCode.DEADLOCK,
        ExitCode.gravest(List.of(ExitCode.ASSERTION, ExitCode.DEADLOCK, ExitCode.SAFETY)));
  }

  @Test
  void nothingFoundIsOk() {
    assertEquals(ExitCode.OK, ExitCode.gravest(List.of()));
  }

  @Test
  void theDocumentationListsEachNumberAndItsSimpleForm() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("../docs/exit-codes.md")).stream()
            .filter(line -> line.matches("\\| \\d+ \\|.*"))
            .map(line -> line.replaceFirst("\\| (\\d+) \\| (\\d) \\|.*", "$1 $2"))
            .toList();
    assertEquals(
        Stream.of(ExitCode.values()).map(code -> code.number() + " " + code.simple()).toList(),
        rows);
  }

  @Test
  void numbersAreDistinct() {
    List<Integer> numbers = Stream.of(ExitCode.values()).map(ExitCode::number).toList();
    assertEquals(numbers.size(), new HashSet<>(numbers).size());
  }
}
