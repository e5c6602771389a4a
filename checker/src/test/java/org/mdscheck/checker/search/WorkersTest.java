package org.mdscheck.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mdscheck.checker.search.SearchFixture.check;
import static org.mdscheck.checker.search.SearchFixture.randomGraph;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.Effort;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.Verdict;

@Timeout(60)
class WorkersTest {
  private static final Effort NO_EFFORT = new Effort(1, 0, 0);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23, 24})
  void anyNumberOfWorkersGivesTheSameResult(long seed) throws InterruptedException {
    final CheckResult one = withoutEffort(manyProperties(seed), 1);
    assertEquals(Verdict.VIOLATED, one.verdict());
    assertEquals(one, withoutEffort(manyProperties(seed), 2));
    assertEquals(one, withoutEffort(manyProperties(seed), 8));
  }

  @ParameterizedTest(name = "{0} workers")
  @ValueSource(ints = {2, 8})
  void limitsOfStatesAndDepthGiveTheSameResult(int workers) throws InterruptedException {
    final SearchOptions some = SearchOptions.defaults().withMaxStates(3000).withWorkers(1);
    assertEquals(
        withoutEffort(check(manyProperties(5), some)),
        withoutEffort(check(manyProperties(5), some.withWorkers(workers))));
    final SearchOptions shallow = SearchOptions.defaults().withDepthBound(6).withWorkers(1);
    assertEquals(
        withoutEffort(check(manyProperties(5), shallow)),
        withoutEffort(check(manyProperties(5), shallow.withWorkers(workers))));
  }

  @Test
  void moreThanOneWorkerWorks() throws InterruptedException {
    final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    final CountDownLatch two = new CountDownLatch(2);
    final GraphSystem graph =
        wide(5000)
            .invariant(
                "met by two threads",
                node -> {
                  if (node > 0 && threads.add(Thread.currentThread())) {
                    two.countDown();
                    await(two);
                  }
                  return true;
                });
    check(graph, SearchOptions.defaults().withWorkers(2));
    assertEquals(2, threads.size());
  }

  @Test
  void aFailureInAWorkerFailsTheRunAndEndsItsThreads() {
    final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    final GraphSystem graph =
        wide(5000)
            .invariant(
                "throws",
                node -> {
                  threads.add(Thread.currentThread());
                  if (node == 4000) throw new ArithmeticException("deliberate");
                  return true;
                });
    final var failure =
        assertThrows(
            IllegalStateException.class,
            () -> check(graph, SearchOptions.defaults().withWorkers(2)));
    assertInstanceOf(ArithmeticException.class, failure.getCause());
    threads.remove(Thread.currentThread());
    assertTrue(threads.stream().noneMatch(Thread::isAlive));
  }

  @Test
  void anInterruptEndsTheRunAndItsThreads() throws InterruptedException {
    final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);
    final AtomicReference<Throwable> thrown = new AtomicReference<>();
    final GraphSystem graph =
        wide(5000)
            .invariant(
                "waits",
                node -> {
                  threads.add(Thread.currentThread());
                  if (node > 0) {
                    begun.countDown();
                    await(interrupted);
                  }
                  return true;
                });
    final Thread caller =
        new Thread(
            () -> {
              try {
                check(graph, SearchOptions.defaults().withWorkers(2));
              } catch (Throwable t) {
                thrown.set(t);
              }
            });
    caller.start();
    await(begun);
    caller.interrupt();
    interrupted.countDown();
    caller.join();
    assertInstanceOf(InterruptedException.class, thrown.get());
    threads.remove(caller);
    assertTrue(threads.stream().noneMatch(Thread::isAlive));
  }

  @Test
  void aSearchRunsOnce() throws InterruptedException {
    final Search search = new Search(wide(3), SearchOptions.defaults().withWorkers(1));
    search.run(ProgressListener.NONE);
    assertThrows(IllegalStateException.class, () -> search.run(ProgressListener.NONE));
  }

  private static GraphSystem manyProperties(long seed) {
    final GraphSystem graph = randomGraph(seed, 20_000, 2).parityTally("a0", "a1");
    graph.invariant("sparse", node -> node % 997 != 5);
    graph.invariant("rare", node -> node != 777);
    graph.recovery("home", node -> true, node -> node < 3);
    graph.recovery("trap", node -> true, node -> node % 50 == 0);
    return graph.cover("far", node -> node == 19_000);
  }

  /** 0 leads to every other node. */
  private static GraphSystem wide(int nodes) {
    final GraphSystem graph = new GraphSystem(nodes);
    for (int node = 1; node < nodes; node++) graph.edge(0, "go", node);
    return graph;
  }

  private static CheckResult withoutEffort(GraphSystem graph, int workers)
      throws InterruptedException {
    return withoutEffort(check(graph, SearchOptions.defaults().withWorkers(workers)));
  }

  private static CheckResult withoutEffort(CheckResult result) {
    return new CheckResult(
        result.systemName(),
        result.systemHash(),
        result.properties(),
        result.error(),
        result.limit(),
        result.statistics(),
        result.conditions(),
        NO_EFFORT);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS), "waited too long");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
