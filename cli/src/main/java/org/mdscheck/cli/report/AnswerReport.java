package org.mdscheck.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.questions.Question;
import org.mdscheck.traces.StatementColumns;

/**
 * The answer to a question for one variant, as the body of a mail: verdict, question, claims, the
 * shortest run against each claim that is refuted, bounds, assumptions, and the sentence that
 * discloses the tool.
 */
public final class AnswerReport {
  private final Question question;
  private final List<CheckedModel> places;
  private final List<ClaimResult> claims;
  private final Paint paint;

  /**
   * @param places the checks of one variant, one for each place of the question, at least one
   */
  public AnswerReport(Question question, List<CheckedModel> places, Paint paint) {
    this.question = question;
    this.places = List.copyOf(places);
    this.paint = paint;
    claims = question.claims().stream().map(claim -> ClaimResult.of(claim, places)).toList();
  }

  /** What was found out about each claim, in their order. */
  public List<ClaimResult> claims() {
    return claims;
  }

  /** How a command that has found this out and nothing else ends. */
  public ExitCode exitCode() {
    final List<ExitCode> codes = new ArrayList<>();
    for (ClaimResult claim : claims) codes.add(claim.exitCode());
    if (places.stream().anyMatch(checked -> checked.result().error() != null))
      codes.add(ExitCode.MODEL_FAULT);
    return ExitCode.gravest(codes);
  }

  /** The verdict on one line, then the question. */
  public List<String> head() {
    final ClaimResult.Outcome gravest = gravest();
    final long count = claims.stream().filter(c -> c.outcome() == gravest).count();
    final List<String> lines = new ArrayList<>();
    lines.add(
        painted(gravest)
            + "  "
            + variant()
            + ", "
            + question.name()
            + ": "
            + (count == claims.size() ? "all " + count : count + " of " + claims.size())
            + (claims.size() == 1 ? " claim" : " claims"));
    lines.add("");
    lines.addAll(Paragraph.lines("> ", "> ", question.asked()));
    return lines;
  }

  private ClaimResult.Outcome gravest() {
    for (ClaimResult.Outcome outcome :
        List.of(ClaimResult.Outcome.REFUTED, ClaimResult.Outcome.UNDECIDED)) {
      if (claims.stream().anyMatch(c -> c.outcome() == outcome)) return outcome;
    }
    return ClaimResult.Outcome.HOLDS;
  }

  /** The variant that was asked about. */
  public String variant() {
    return places.get(0).model().request().variant();
  }

  private String painted(ClaimResult.Outcome outcome) {
    return paint.text(
        outcome.name(),
        switch (outcome) {
          case HOLDS -> Verdict.HOLDS;
          case REFUTED -> Verdict.VIOLATED;
          case UNDECIDED -> Verdict.INCOMPLETE;
        });
  }

  /**
   * Each claim with its verdict, and how it is broken.
   *
   * @param commands the command that shows a property of a check again
   */
  public List<String> body(BiFunction<CheckedModel, String, String> commands) {
    final List<String> lines = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      final ClaimResult claim = claims.get(i);
      if (i > 0) lines.add("");
      lines.addAll(
          Paragraph.lines(
              (i + 1) + ". " + painted(claim.outcome()) + "  ", "   ", claim.claim().sentence()));
      lines.addAll(evidence(claim));
      claim.shortest().ifPresent(shortest -> lines.addAll(run(shortest, commands)));
    }
    return lines;
  }

  /** Which properties say so, and where; places of which the same is said share a line. */
  private static List<String> evidence(ClaimResult claim) {
    final Map<String, List<String>> placesOf = new LinkedHashMap<>();
    for (ClaimResult.Finding finding : claim.findings()) {
      placesOf
          .computeIfAbsent(finding.result().name() + ": " + said(finding), key -> new ArrayList<>())
          .add(scenario(finding.checked()));
    }
    final List<String> lines = new ArrayList<>();
    placesOf.forEach(
        (said, places) ->
            lines.addAll(
                Paragraph.lines("   - ", "     ", said + ", in " + String.join(", ", places))));
    if (claim.findings().isEmpty()) lines.add("   - none of the scenarios speaks of it");
    return lines;
  }

  private static String said(ClaimResult.Finding finding) {
    final PropertyResult result = finding.result();
    return switch (result.verdict()) {
      case HOLDS -> "no such run";
      case VIOLATED -> "a run of " + result.depth() + " steps, trace " + result.trace().id();
      case INCOMPLETE -> finding.isVacuous() ? "no step could break it" : "not decided";
      case ERROR -> "the model is faulty";
    };
  }

  private static String scenario(CheckedModel checked) {
    return checked.model().request().scenario();
  }

  private static List<String> run(
      ClaimResult.Finding shortest, BiFunction<CheckedModel, String, String> commands) {
    final CheckedModel checked = shortest.checked();
    final List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(
        Paragraph.lines(
            "   ", "   ", "Trace " + shortest.result().trace().id() + ", the shortest:"));
    lines.add("");
    lines.addAll(
        new StatementColumns(checked.model().system(), checked.model().environment())
            .of(shortest.result().trace()));
    lines.add("");
    lines.addAll(Paragraph.lines("   ", "   ", "Broken: " + shortest.result().clause() + "."));
    lines.addAll(Paragraph.lines("   ", "   ", shortest.decider().ifViolated()));
    lines.add("");
    lines.addAll(Paragraph.command("   ", commands.apply(checked, shortest.result().name())));
    return lines;
  }

  /**
   * Within which bounds and under which assumptions.
   *
   * @param assumptions those in force, by name
   */
  public List<String> conditions(List<String> assumptions) {
    final List<String> lines = new ArrayList<>();
    lines.add("Every interleaving within these bounds:");
    for (CheckedModel checked : places) {
      final VerdictReport report = new VerdictReport(checked, Paint.PLAIN);
      lines.addAll(
          Paragraph.lines(
              "  ", "    ", scenario(checked) + ": " + report.bounds() + "; " + report.extent()));
    }
    if (!assumptions.isEmpty()) {
      lines.add("Assumed of the other side (./mdscheck list assumptions):");
      lines.addAll(Paragraph.lines("  ", "  ", String.join(", ", assumptions) + "."));
    }
    return lines;
  }

  /** The sentence for a changelog. */
  public List<String> disclosure(String tool) {
    final Set<String> traces = new LinkedHashSet<>();
    for (ClaimResult claim : claims)
      claim.shortest().ifPresent(f -> traces.add(f.result().trace().id()));
    final List<String> models =
        places.stream().map(c -> c.result().systemHash() + " (" + scenario(c) + ")").toList();
    return Paragraph.lines(
        (traces.isEmpty() ? "Checked with " : "Found with ")
            + tool
            + (models.size() == 1 ? ", model " : ", models ")
            + String.join(", ", models)
            + (traces.isEmpty()
                ? ""
                : (traces.size() == 1 ? ", trace " : ", traces ") + String.join(", ", traces))
            + ".");
  }
}
