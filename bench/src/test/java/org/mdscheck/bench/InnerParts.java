package org.mdscheck.bench;

import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks, for {@code bench/jmh}. */
public final class InnerParts {
  private InnerParts() {}

  /**
   * @param arguments parts of names; {@code -q} among them: one short round
   */
  public static void main(String[] arguments) throws RunnerException {
    final List<String> words = List.of(arguments);
    final boolean isQuick = words.contains("-q");
    final ChainedOptionsBuilder options =
        new OptionsBuilder()
            .addProfiler(GCProfiler.class)
            .forks(1)
            .jvmArgsAppend("-XX:+UseParallelGC", "-Xmn512m")
            .warmupIterations(isQuick ? 1 : 5)
            .measurementIterations(isQuick ? 1 : 5)
            .warmupTime(TimeValue.milliseconds(isQuick ? 100 : 1000))
            .measurementTime(TimeValue.milliseconds(isQuick ? 100 : 1000));
    words.stream().filter(word -> !word.equals("-q")).forEach(options::include);
    new Runner(options.build()).run();
  }
}
