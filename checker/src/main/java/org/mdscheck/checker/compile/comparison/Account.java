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
      said.add(Said.of("other steps when asked by process: " + again.said, -1));
  }

  private void askOfState() {
    final List<Object> answers = new ArrayList<>();
    answers.add(explorer.mayStop());
    for (int predicate : questions.statePredicates) answers.add(test(predicate));
    said.add(new Said("may stop, state predicates", answers, -1, null));
  }

  private Object test(int predicate) {
    try {
      return explorer.test(predicate);
    } catch (SpecException e) {
      return e.getMessage();
    }
  }

  @Override
  public void step(int action, long[] successor) {
    successors.add(successor.clone());
    final LongBuffer after = LongBuffer.wrap(successor.clone());
    if (action < 0) said.add(new Said("a state", List.of(), action, after));
    else said.add(new Said("a step", answersOfStep(action), action, after));
  }

  /**
   * Asks for each step predicate, then for each tally, until one is refused: what comes after that
   * has no meaning. Begins somewhere else for each action, so that none is always hidden behind
   * another.
   */
  private List<Object> answersOfStep(int action) {
    final List<Object> answers = new ArrayList<>();
    final int[] predicates = questions.stepPredicates;
    try {
      for (int i = 0; i < predicates.length; i++)
        answers.add(explorer.testStep(predicates[(action + i) % predicates.length]));
      for (int tally = 0; tally < questions.tallies(); tally++)
        if (questions.isTallied(tally, action)) answers.add(explorer.tally(tally));
    } catch (SpecException e) {
      answers.add(e.getMessage());
    }
    return answers;
  }

  @Override
  public void failed(int action, int check, boolean fatal) {
    said.add(Said.of((fatal ? "failed check " : "warning ") + check, action));
  }

  @Override
  public void error(int action, String message) {
    said.add(Said.of("error " + message, action));
  }

  /** The explorer broke down. */
  void end(Throwable thrown) {
    said.add(Said.of("threw " + thrown, -1));
  }

  List<Said> events() {
    return said;
  }

  List<long[]> successors() {
    return successors;
  }
}
