package org.mdscheck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.models.Entry;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.models.Names;
import org.mdscheck.cli.models.Topic;
import org.mdscheck.cli.questions.Question;
import org.mdscheck.cli.report.AnswerReport;
import org.mdscheck.cli.report.AnswerTable;
import org.mdscheck.cli.report.CheckedModel;
import org.mdscheck.cli.report.LockOrderReport;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mdscheck answer}: what the checker says to a question of a review, ready to be mailed. */
@CommandLine.Command(
    abbreviateSynopsis = true,
    sortOptions = false,
    description = "Answers a question of a review for each variant; the text can be mailed.")
final class Answer implements Command {
  private static final String RULE = "=".repeat(70);

  @Parameters(
      index = "0",
      paramLabel = "QUESTION",
      description = "xa-destroy, lock-nesting or mds-state-check")
  private String name;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "VARIANT",
      description = "what it is asked about (default: those that the question names)")
  private List<String> variants = List.of();

  @ArgGroup(
      validate = false,
      heading = "%nThe model (default: the scenarios that the question names):%n")
  private ModelOptions model = new ModelOptions();

  @ArgGroup(validate = false, heading = "%nThe search:%n")
  private SearchLimits limits = new SearchLimits();

  @Mixin private ProgressOptions progress;
  @Mixin private ColourOption colour;

  @Override
  public ExitCode run(World world) {
    final Question question = question(world);
    final List<String> asked = variants.isEmpty() ? question.variants() : variants;
    final Map<String, List<ModelRequest>> requests = new LinkedHashMap<>();
    for (String variant : asked)
      requests.put(variant, model.requests(variant, question.places(), world.library()));
    final Checks checks = new Checks(world, question);
    final Map<AnswerReport, List<ModelRequest>> answers = new LinkedHashMap<>();
    for (List<ModelRequest> places : requests.values())
      answers.put(new AnswerReport(question, checks.of(places), colour.paint(world)), places);
    if (!progress.isQuiet()) {
      if (answers.size() > 1) {
        world.print(new AnswerTable(question, List.copyOf(answers.keySet())).lines());
        world.print(List.of("", RULE, ""));
      }
      boolean isFirst = true;
      for (Map.Entry<AnswerReport, List<ModelRequest>> answer : answers.entrySet()) {
        if (!isFirst) world.print(List.of("", RULE, ""));
        print(answer.getKey(), checks, answer.getValue(), world);
        isFirst = false;
      }
    }
    return ExitCode.gravest(answers.keySet().stream().map(AnswerReport::exitCode).toList());
  }

  private Question question(World world) {
    final List<Question> all = world.library().questions();
    Names.require("question", all.stream().map(Question::name).toList(), name);
    return all.stream().filter(q -> q.name().equals(name)).findFirst().orElseThrow();
  }

  private void print(AnswerReport report, Checks checks, List<ModelRequest> places, World world) {
    final CommandText commands = new CommandText(world.library(), limits);
    world.print(report.head());
    world.out().println();
    world.print(report.body(commands::check));
    world.out().println();
    if (!checks.question.lockOrderAgainst().isEmpty()) {
      world.print(lockOrder(checks, places));
      world.out().println();
    }
    world.print(report.conditions(assumed(places.get(0), world)));
    world.out().println();
    world.print(report.disclosure(Version.line()));
  }

  private static List<String> lockOrder(Checks checks, List<ModelRequest> places) {
    final String base = checks.question.lockOrderAgainst();
    final List<ModelRequest> theirs = places.stream().map(p -> p.withVariant(base)).toList();
    return new LockOrderReport(checks.of(places)).against(base, checks.of(theirs));
  }

  /** The names of the assumptions in force. */
  private static List<String> assumed(ModelRequest request, World world) {
    return world.library().list(Topic.ASSUMPTIONS).stream()
        .filter(
            entry -> request.assumptions().getOrDefault(entry.name(), Assume.isByDefault(entry)))
        .map(Entry::name)
        .toList();
  }

  /** The checks that a question needs, each made once. */
  private final class Checks {
    private final Question question;
    private final ModelCheck check;
    private final Map<ModelRequest, CheckedModel> made = new LinkedHashMap<>();

    Checks(World world, Question question) {
      this.question = question;
      final Set<String> all = Set.of();
      check = new ModelCheck(world, limits.options(all), limits.form(all), progress);
    }

    List<CheckedModel> of(List<ModelRequest> requests) {
      final List<CheckedModel> checked = new ArrayList<>();
      for (ModelRequest request : requests) {
        if (!made.containsKey(request))
          made.put(request, check.check(request, question.properties()));
        checked.add(made.get(request));
      }
      return checked;
    }
  }
}
