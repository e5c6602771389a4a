package org.mdscheck.traces.graphviz;

import guru.nidi.graphviz.engine.EngineResult;
import guru.nidi.graphviz.engine.GraphvizEngine;
import guru.nidi.graphviz.engine.GraphvizException;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Graphviz inside this JVM: pure Java, no file and no process. Draws text formats only; the
 * rasteriser is ignored. Thread-safe.
 */
final class GraphvizWasmEngine implements GraphvizEngine {
  /** Graphviz recurses once per node of a path; this is enough for a path of 5000. */
  private static final long STACK_BYTES = 256L << 20;

  private final Duration deadline;

  /**
   * @param deadline how long one graph may take
   */
  GraphvizWasmEngine(Duration deadline) {
    this.deadline = deadline;
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
    return EngineResult.fromString(
        inDeepThread(() -> new WasmGraphviz().render(dot, engine, format)));
  }

  /** The version of Graphviz, such as {@code 15.1.1}. */
  String version() {
    return inDeepThread(() -> new WasmGraphviz().version());
  }

  @Override
  public void close() {
    // Nothing outlives a call.
  }

  private <T> T inDeepThread(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(null, task, "graphviz", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new GraphvizException(
          "the layout took longer than "
              + deadline.toSeconds()
              + " s: install Graphviz for graphs of this size (its 'dot' is used when on the PATH),"
              + " or write a .dot file, which needs no layout");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GraphvizException("interrupted while Graphviz was at work", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GraphvizException refusal) {
        throw refusal;
      }
      throw new GraphvizException("the built-in Graphviz failed: " + e.getCause(), e.getCause());
    } finally {
      task.cancel(true); // Ends the layout where it still runs.
    }
  }
}
