package org.mdscheck.traces.graphviz;

import guru.nidi.graphviz.engine.EngineResult;
import guru.nidi.graphviz.engine.GraphvizEngine;
import guru.nidi.graphviz.engine.GraphvizException;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Graphviz as the program {@code dot}, fed and read through pipes. Draws text formats only; the
 * rasteriser is ignored. Thread-safe.
 *
 * <p>The engine of graphviz-java for the same program goes through a shell and leaves its files
 * behind in the directory for temporary files.
 */
final class GraphvizProcessEngine implements GraphvizEngine {
  private static final Duration ANSWER_DEADLINE = Duration.ofSeconds(10);

  private final Path program;
  private final Duration deadline;

  private GraphvizProcessEngine(Path program, Duration deadline) {
    this.program = program;
    this.deadline = deadline;
  }

  /**
   * Returns an engine for the first {@code dot} in {@code searchPath} that tells its version when
   * asked; empty if there is none.
   *
   * @param searchPath directories as in the environment variable PATH
   * @param deadline how long one graph may take
   */
  static Optional<GraphvizProcessEngine> find(String searchPath, Duration deadline) {
    for (String directory : searchPath.split(File.pathSeparator)) {
      Optional<GraphvizProcessEngine> engine = in(directory, deadline);
      if (engine.isPresent()) {
        return engine;
      }
    }
    return Optional.empty();
  }

  private static Optional<GraphvizProcessEngine> in(String directory, Duration deadline) {
    if (directory.isBlank()) {
      return Optional.empty();
    }
    try {
      Path program = Path.of(directory, "dot").toAbsolutePath();
      if (Files.isRegularFile(program) && Files.isExecutable(program)) {
        new GraphvizProcessEngine(program, ANSWER_DEADLINE).run("", "-V");
        return Optional.of(new GraphvizProcessEngine(program, deadline));
      }
    } catch (InvalidPathException | GraphvizException e) {
      return Optional
          .empty(); // Not a directory, or a dot that does not work: as if it were absent.
    }
    return Optional.empty();
  }

  @Override
  public void init(Consumer<GraphvizEngine> onOk, Consumer<GraphvizEngine> onError) {
    onOk.accept(this);
  }

  /**
   * Lays out and draws {@code dot}.
   *
   * @throws GraphvizException if Graphviz refuses {@code dot}, or the deadline has passed
   */
  @Override
  public EngineResult execute(String dot, Options options, Rasterizer rasterizer) {
    String engine = options.engine.name().toLowerCase(Locale.ROOT);
    String format = options.format.name().toLowerCase(Locale.ROOT);
    return EngineResult.fromString(run(dot, "-K" + engine, "-T" + format));
  }

  @Override
  public void close() {
    // Nothing outlives a call.
  }

  private String run(String input, String... arguments) {
    try {
      Process process = new ProcessBuilder(command(arguments)).start();
      try {
        return talk(process, input);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException | UncheckedIOException e) {
      throw new GraphvizException(program + " could not be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GraphvizException("interrupted while " + program + " was at work", e);
    }
  }

  private List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * Runs a task in a thread of its own: the three wait for each other through the process, and the
   * common pool may have one thread only.
   */
  private void start(Runnable task) {
    Thread thread = new Thread(task, "dot");
    thread.setDaemon(true);
    thread.start();
  }

  private String talk(Process process, String input) throws InterruptedException {
    CompletableFuture<String> output =
        CompletableFuture.supplyAsync(() -> readAll(process.getInputStream()), this::start);
    CompletableFuture<String> errors =
        CompletableFuture.supplyAsync(() -> readAll(process.getErrorStream()), this::start);
    CompletableFuture.runAsync(() -> writeAll(process.getOutputStream(), input), this::start);
    if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new GraphvizException(
          program
              + " took longer than "
              + deadline.toSeconds()
              + " s: draw less, or write a .dot file, which needs no layout");
    }
    if (process.exitValue() != 0) {
      throw new GraphvizException(
          "Graphviz refused the graph: " + errors.join().strip().replaceAll("\\s*\n\\s*", "; "));
    }
    return output.join();
  }

  private static String readAll(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeAll(OutputStream stream, String text) {
    try (stream) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
