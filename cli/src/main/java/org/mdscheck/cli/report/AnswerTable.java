package org.mdscheck.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.cli.questions.Question;

/** The answers for several variants in one table: a row for each, a column for each claim. */
public final class AnswerTable {
  private static final int GAP = 2;
  private static final int CELL = "yes".length() + GAP;

  private final Question question;
  private final List<AnswerReport> answers;

  /**
   * @param answers to the question, one for each variant, at least one
   */
  public AnswerTable(Question question, List<AnswerReport> answers) {
    this.question = question;
    this.answers = List.copyOf(answers);
  }

  /** The claims with their numbers, and the table. */
  public List<String> lines() {
    final List<String> lines = new ArrayList<>();
    for (int i = 0; i < question.claims().size(); i++)
      lines.addAll(Paragraph.lines((i + 1) + ". ", "   ", question.claims().get(i).sentence()));
    lines.add("");
    final int width =
        GAP + answers.stream().mapToInt(answer -> answer.variant().length()).max().orElse(0);
    final StringBuilder head = new StringBuilder(" ".repeat(width));
    for (int i = 1; i <= question.claims().size(); i++)
      head.append(Paragraph.padded(Integer.toString(i), CELL));
    lines.add(head.toString().stripTrailing());
    for (AnswerReport answer : answers) {
      final StringBuilder row = new StringBuilder(Paragraph.padded(answer.variant(), width));
      for (ClaimResult claim : answer.claims())
        row.append(Paragraph.padded(cell(claim.outcome()), CELL));
      lines.add(row.toString().stripTrailing());
    }
    lines.add("");
    lines.add("yes: no run within the bounds breaks it; NO: some run does; ?: not known");
    return lines;
  }

  private static String cell(ClaimResult.Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> "yes";
      case REFUTED -> "NO";
      case UNDECIDED -> "?";
    };
  }
}
