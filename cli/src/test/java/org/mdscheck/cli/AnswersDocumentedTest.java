package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.cli.models.CephLibrary;
import org.mdscheck.cli.questions.Claim;
import org.mdscheck.cli.questions.Question;

/**
 * The page of answers speaks of the questions as they are. What it says is true of them was printed
 * by the command that it shows.
 */
class AnswersDocumentedTest {
  private static final Path PAGE = Path.of("..", "docs", "answers.md");

  static List<Question> questions() {
    return new CephLibrary().questions();
  }

  private static String page() throws IOException {
    return normal(Files.readString(PAGE));
  }

  /** Without line breaks, and without what quotes a line. */
  private static String normal(String text) {
    return text.replaceAll("(?m)^> ", "").replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @MethodSource("questions")
  void showsEachQuestionWithItsClaims(Question question) throws IOException {
    String page = page();
    assertTrue(page.contains("## " + question.name() + " "), question.name());
    assertTrue(page.contains(normal(question.asked())), question.asked());
    for (Claim claim : question.claims())
      assertTrue(page.contains(normal(claim.sentence())), claim.sentence());
  }

  @Test
  void showsNoOtherQuestion() throws IOException {
    long headings = Files.readString(PAGE).lines().filter(line -> line.startsWith("## ")).count();
    assertEquals(questions().size(), headings);
  }

  @Test
  void linesFitIntoAMail() throws IOException {
    boolean isInBlock = false;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("```")) isInBlock = !isInBlock;
      if (isInBlock) assertTrue(line.length() <= 75, line);
    }
  }
}
