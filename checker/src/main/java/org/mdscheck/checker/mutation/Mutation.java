package org.mdscheck.checker.mutation;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.mdscheck.checker.spec.Spec;

/**
 * One slip in one function, made wherever the function is called.
 *
 * @param operator what kind it is
 * @param function name of the program
 * @param text the step and what became of it; unique in the function
 * @param original the spec without it
 */
public record Mutation(MutationOperator operator, String function, String text, Spec original) {
  /** The spec with the slip in it, under a name that tells it. */
  public Spec spec() {
    return new Mutations(original).applied(this);
  }

  /** Eight hexadecimal digits that stand for the slip, the same for every spec that allows it. */
  public String id() {
    CRC32 code = new CRC32();
    code.update((operator + "\n" + function + "\n" + text).getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(code.getValue());
  }

  @Override
  public String toString() {
    return function + ": " + text;
  }
}
