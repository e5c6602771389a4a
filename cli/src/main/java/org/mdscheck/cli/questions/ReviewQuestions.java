package org.mdscheck.cli.questions;

import java.util.List;

/** The questions that the review of the patch asked. */
public final class ReviewQuestions {
  private ReviewQuestions() {}

  /** All of them. */
  public static List<Question> all() {
    return List.of(XaDestroy.question(), LockNesting.question(), MdsStateCheck.question());
  }
}
