package org.mdscheck.checker.compile.comparison;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.checker.system.Explorer;

/** Everything that one explorer says of one state, in the order in which it says it. */
final class Account implements Explorer.StepSink {
  private final Questions questions;
  private final Explorer explorer;
  private final List<Said> said = new ArrayList<>();
  private final List<long[]> successors = new ArrayList<>();

  /**
   * @param explorer has the state loaded; null while initial states are told
   */
  Account(Questions questions, Explorer explorer) {
    this.questions = questions;
    this.explorer = explorer;
  }

  /** Asks for the steps between two rounds of the same questions about the state. */
  void take() {
    askOfState();
    explorer.successors(this);
    askOfState();
  }

  /** Asks for the steps again, of one process after the other. */
  void requireSameByProcess(int processes) {
    final Account again = new Account(questions, explorer);
    for (int process = 0; process < processes; process++) explorer.successors(process, again);
    if (!again.said.equals(said.subList(1, said.size() - 1)))
      said.add(new Said("other steps when asked by process: " + again.said, -1, null));
  }

  private void askOfState() {
    final StringBuilder answers = new StringBuilder();
    answers.append("may stop ").append(explorer.mayStop()).append(", predicates");
    questions.statePredicates.stream().forEach(p -> answers.append(' ').append(p).append(test(p)));
    said.add(new Said(answers.toString(), -1, null));
  }

  private String test(int predicate) {
    try {
      return explorer.test(predicate) ? " true" : " false";
    } catch (SpecException e) {
      return " refused: " + e.getMessage();
    }
  }

  @Override
  public void step(int action, long[] successor) {
    successors.add(successor.clone());
    final String what = action < 0 ? "a state" : "a step with " + answersOfStep(action);
    said.add(new Said(what, action, LongBuffer.wrap(successor.clone())));
  }

  private String answersOfStep(int action) {
    final StringBuilder answers = new StringBuilder("predicates");
    if (!addStepPredicates(action, answers)) return answers.toString();
    answers.append(", tallies");
    for (int tally = 0; tally < questions.tallies(); tally++) {
      if (questions.isTallied(tally, action)) answers.append(' ').append(explorer.tally(tally));
    }
    return answers.toString();
  }

  /**
   * Asks for each step predicate, until one is refused: what comes after that has no meaning.
   * Begins somewhere else for each action, so that none is always hidden behind another.
   */
  private boolean addStepPredicates(int action, StringBuilder answers) {
    final int[] predicates = questions.stepPredicates.stream().toArray();
    for (int i = 0; i < predicates.length; i++) {
      final int predicate = predicates[(action + i) % predicates.length];
      answers.append(' ').append(predicate).append(' ');
      try {
        answers.append(explorer.testStep(predicate));
      } catch (SpecException e) {
        answers.append("refused: ").append(e.getMessage());
        return false;
      }
    }
    return true;
  }

  @Override
  public void failed(int action, int check, boolean fatal) {
    said.add(new Said((fatal ? "failed check " : "warning ") + check, action, null));
  }

  @Override
  public void error(int action, String message) {
    said.add(new Said("error " + message, action, null));
  }

  /** The explorer broke down. */
  void end(Throwable thrown) {
    said.add(new Said("threw " + thrown, -1, null));
  }

  List<Said> events() {
    return said;
  }

  List<long[]> successors() {
    return successors;
  }
}
