package org.mdscheck.cli.models;

import java.util.List;
import org.mdscheck.checker.mutation.Mutation;
import org.mdscheck.cli.questions.Question;

/** The models on offer. Immutable, thread-safe. */
public interface ModelLibrary {
  /** What there is of one kind, in the order in which it is to be listed. */
  List<Entry> list(Topic topic);

  /** The questions that can be answered. */
  List<Question> questions();

  /** The scenario that is checked unless another one is asked for. */
  String defaultScenario();

  /**
   * Builds a model.
   *
   * @param request with names that {@link Names} accepts
   * @param form in which it is to be searched
   * @throws org.mdscheck.cli.exit.Failure if a bound is out of its range; the message says which
   *     and what the range is
   * @throws org.mdscheck.checker.spec.SpecException if the model is faulty
   */
  CheckableModel build(ModelRequest request, SystemForm form);

  /**
   * The mechanical mutants of the code in a model, without what is around the code.
   *
   * @throws org.mdscheck.cli.exit.Failure as {@link #build}
   */
  List<Mutation> mutations(ModelRequest request);

  /** Builds a mutant of a model, one of {@link #mutations}. */
  CheckableModel build(ModelRequest request, SystemForm form, Mutation mutation);
}
