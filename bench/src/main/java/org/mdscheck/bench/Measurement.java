package org.mdscheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.spec.Spec;

/**
 * One search of one model, as a whole process: writes what it found and took to a file, a name and
 * a number per line.
 */
public final class Measurement {
  private static final int FIXED_ARGUMENTS = 4;

  private Measurement() {}

  /**
   * @param arguments the file to write, number of workers, {@code full} or {@code symmetric}, name
   *     of the model, its parameters
   * @throws IllegalArgumentException if the arguments are others, or the model does not hold
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length < FIXED_ARGUMENTS)
      throw new IllegalArgumentException(
          "give a file, the number of workers, full or symmetric, a model and its parameters");
    final SearchOptions options =
        SearchOptions.defaults()
            .withWorkers(Integer.parseInt(arguments[1]))
            .withSymmetry(isSymmetric(arguments[2]));
    final int[] parameters =
        List.of(arguments).stream().skip(FIXED_ARGUMENTS).mapToInt(Integer::parseInt).toArray();
    Files.writeString(
        Path.of(arguments[0]), report(measure(spec(arguments[3], parameters), options)));
  }

  /** Searches all of it. */
  static CheckResult measure(Spec spec, SearchOptions options) throws InterruptedException {
    final CheckResult result =
        new Search(InterpretedSystem.of(spec), options).run(ProgressListener.NONE);
    if (result.verdict() != Verdict.HOLDS)
      throw new IllegalArgumentException(
          spec.name() + " is " + result.verdict() + ": only an exhausted search can be compared");
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

  static String report(CheckResult result) {
    return String.format(
        Locale.ROOT,
        "distinct %d%nsteps %d%ndepth %d%nstate-bits %d%nsearch-seconds %.3f%nstore-bytes %d%n",
        result.statistics().distinctStates(),
        result.statistics().steps().stream().mapToLong(Long::longValue).sum(),
        result.statistics().depth(),
        result.conditions().stateBits(),
        result.effort().elapsedNanos() / 1e9,
        result.effort().storeBytes());
  }

  private static boolean isSymmetric(String word) {
    if (!word.equals("full") && !word.equals("symmetric"))
      throw new IllegalArgumentException(word + ": say full or symmetric");
    return word.equals("symmetric");
  }
}
