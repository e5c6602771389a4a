package org.mdscheck.checker.spec;

import java.util.List;

/**
 * A change of the state inside an atomic step. The effects of a step happen in order; each sees
 * what the earlier ones did.
 */
public sealed interface Effect {
  /**
   * {@code target = value}; a value outside the target's domain is an error of the model. Structs,
   * arrays and queues are copied.
   */
  record Assign(Ref target, Expr value) implements Effect {}

  /** Gives the place and everything in it its initial value. */
  record Reset(Ref target) implements Effect {}

  /**
   * Takes a mutex; the step is not enabled while somebody else owns it; taking it twice is an error
   * of the model.
   */
  record Acquire(Ref mutex) implements Effect {}

  /** Gives a mutex back; one that the process does not own is an error of the model. */
  record Release(Ref mutex) implements Effect {}

  /**
   * Appends an element, given as one value per scalar in it; a full queue is an error of the model.
   */
  record Enqueue(Ref queue, List<Expr> values) implements Effect {
    public Enqueue {
      values = List.copyOf(values);
    }
  }

  /**
   * Removes the oldest element and stores it in {@code into} (null: nowhere); an empty queue is an
   * error of the model.
   */
  record Dequeue(Ref queue, Ref into) implements Effect {}

  /**
   * Removes the first element equal to {@code value} from a queue of scalars; nothing happens when
   * there is none.
   */
  record Remove(Ref queue, Expr value) implements Effect {}

  /**
   * A check of the code ({@code BUG_ON}) or of the model: where it is false the property is
   * violated.
   *
   * @param fatal whether the run ends there (a crash) or goes on (a warning)
   */
  record Check(String property, String text, Expr condition, boolean fatal) implements Effect {}

  /** Effects under a condition. */
  record When(Expr condition, List<Effect> then, List<Effect> otherwise) implements Effect {
    public When {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  /**
   * The same effects for each value of {@code variable}, ascending. The order must not matter where
   * symmetry is used.
   */
  record ForEach(Bound variable, List<Effect> body) implements Effect {
    public ForEach {
      body = List.copyOf(body);
    }
  }
}
