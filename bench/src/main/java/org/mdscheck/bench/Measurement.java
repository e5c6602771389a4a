package org.mdscheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Statistics;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * One search of one model, as a whole process. Writes to a folder what it found and took, {@code
 * found}, a name and a value per line, and how it went on, {@code samples}.
 */
public final class Measurement {
  private static final int FIXED_ARGUMENTS = 5;
  private static final double NANOS_PER_SECOND = 1e9;

  private Measurement() {}

  /**
   * @param arguments the folder to write to, {@code compiled} or {@code interpreted}, number of
   *     workers, {@code full} or {@code symmetric}, name of the model, its parameters
   * @throws IllegalArgumentException if the arguments are others, or the model does not hold
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length < FIXED_ARGUMENTS)
      throw new IllegalArgumentException(
          "give a folder, compiled or interpreted, the number of workers, full or symmetric, a"
              + " model and its parameters");
    final Path folder = Path.of(arguments[0]);
    final boolean isCompiled = isFirst(arguments[1], "compiled", "interpreted");
    final SearchOptions options =
        SearchOptions.defaults()
            .withMaxMemoryBytes(Runtime.getRuntime().maxMemory() / 4 * 3)
            .withWorkers(Integer.parseInt(arguments[2]))
            .withSymmetry(isFirst(arguments[3], "symmetric", "full"));
    final int[] parameters = new int[arguments.length - FIXED_ARGUMENTS];
    for (int i = 0; i < parameters.length; i++)
      parameters[i] = Integer.parseInt(arguments[FIXED_ARGUMENTS + i]);
    final Spec spec = spec(arguments[4], parameters);
    final Samples samples = new Samples();
    final CheckResult result =
        measure(
            isCompiled ? CompiledSystem.of(spec) : InterpretedSystem.of(spec), options, samples);
    Files.writeString(folder.resolve("found"), report(result));
    Files.writeString(folder.resolve("samples"), samples.lines());
  }

  /** Searches all of it. */
  static CheckResult measure(TransitionSystem system, SearchOptions options, Samples samples)
      throws InterruptedException {
    final CheckResult result = new Search(system, options).run(samples);
    if (result.verdict() != Verdict.HOLDS)
      throw new IllegalArgumentException(
          system.name() + " is " + result.verdict() + ": only an exhausted search can be compared");
    return result;
  }

  static Spec spec(String model, int... parameters) {
    if (model.equals("kern") && parameters.length == 2)
      return Kern.spec(parameters[0], parameters[1]);
    if (model.equals("phil") && parameters.length == 1) return Philosophers.spec(parameters[0]);
    if (model.equals("lease") && parameters.length == 3)
      return Lease.spec(parameters[0], parameters[1], parameters[2]);
    throw new IllegalArgumentException(
        "no model "
            + model
            + " with "
            + parameters.length
            + " parameters: there are kern THREADS RESTARTS, phil SEATS and lease CLIENTS INBOX"
            + " VALUES");
  }

  /** Without {@code String.format}, whose classes take long to load. */
  static String report(CheckResult result) {
    long steps = 0;
    for (long count : result.statistics().steps()) steps += count;
    return new StringBuilder("distinct ")
        .append(result.statistics().distinctStates())
        .append("\nsteps ")
        .append(steps)
        .append("\ndepth ")
        .append(result.statistics().depth())
        .append("\nstate-bits ")
        .append(result.conditions().stateBits())
        .append("\nsearch-seconds ")
        .append(result.effort().elapsedNanos() / NANOS_PER_SECOND)
        .append("\nstore-bytes ")
        .append(result.effort().storeBytes())
        .append("\noutcome ")
        .append(outcome(result))
        .append('\n')
        .toString();
  }

  /**
   * Stands for what must not depend on the number of workers. Of fields that are read one by one:
   * to print a record or hash it as a whole takes a tenth of a second the first time.
   */
  private static int outcome(CheckResult result) {
    final Statistics counts = result.statistics();
    int hash = result.systemHash().hashCode();
    for (PropertyResult property : result.properties())
      hash = 31 * hash + property.name().hashCode() + property.verdict().ordinal();
    hash = 31 * hash + counts.statesOfLevel().hashCode();
    hash = 31 * hash + counts.steps().hashCode();
    hash = 31 * hash + Long.hashCode(counts.generatedStates());
    hash = 31 * hash + Long.hashCode(counts.stuckStates());
    return 31 * hash + Long.hashCode(counts.endStates());
  }

  private static boolean isFirst(String word, String first, String second) {
    if (!word.equals(first) && !word.equals(second))
      throw new IllegalArgumentException(word + ": say " + first + " or " + second);
    return word.equals(first);
  }
}
