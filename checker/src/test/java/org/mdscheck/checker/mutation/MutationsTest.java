package org.mdscheck.checker.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.checker.spec.Property.clause;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

class MutationsTest {
  /**
   * Two threads add one to a counter under a mutex, reading and writing it in steps of their own,
   * unless it is 2 already. The second one drops the mutex once in between.
   */
  private static Spec counter() {
    Spec.Builder spec = Spec.builder("counter");
    Ref n = spec.variable("n", Type.range(0, 3));
    Ref done = spec.variable("done", Type.range(0, 2));
    Ref mutex = spec.variable("m", Type.mutex("m"));
    spec.process("one", thread(n, done, mutex, false));
    spec.process("two", thread(n, done, mutex, true));
    return spec.property(
            new Property.Invariant(
                "none-lost",
                "each thread that is done has been counted",
                List.of(clause("n == done", done.is(2), n.is(2)))))
        .build();
  }

  private static Program thread(Ref n, Ref done, Ref mutex, boolean drops) {
    Local seen = local("seen", Type.range(0, 3));
    return program("add", seen)
        .step("lock", acquire(mutex))
        .only(drops, block().step("unlock a moment", release(mutex)).step("relock", acquire(mutex)))
        .step("seen = n", assign(seen, n))
        .branch(seen.isLess(2), block().step("n = seen + 1", assign(n, seen.plus(1))))
        .step("unlock", release(mutex))
        .step("done++", assign(done, done.plus(1)))
        .end();
  }

  private static Verdict verdict(Spec spec) throws InterruptedException {
    return new Search(InterpretedSystem.of(spec), SearchOptions.defaults().withWorkers(1))
        .run(ProgressListener.NONE)
        .verdict();
  }

  private static Mutation named(String text) {
    return Mutations.of(counter(), family -> true).stream()
        .filter(m -> m.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(text));
  }

  @Test
  void theOriginalIsRight() throws InterruptedException {
    assertEquals(Verdict.HOLDS, verdict(counter()));
  }

  @Test
  void eachKindOfSlipIsMade() {
    Set<MutationOperator> made = new HashSet<>();
    Mutations.of(counter(), family -> true).forEach(m -> made.add(m.operator()));
    assertEquals(new HashSet<>(Arrays.asList(MutationOperator.values())), made);
  }

  @Test
  void withoutItsMutexAnIncrementIsLost() throws InterruptedException {
    assertEquals(Verdict.VIOLATED, verdict(named("lock: not taken").spec()));
  }

  @Test
  void withoutItsAssignmentAnIncrementIsLost() throws InterruptedException {
    assertEquals(Verdict.VIOLATED, verdict(named("n = seen + 1: without n = ...").spec()));
  }

  @Test
  void aMutexGivenBackEarlyLosesAnIncrement() throws InterruptedException {
    assertEquals(Verdict.VIOLATED, verdict(named("seen = n: before relock").spec()));
  }

  @Test
  void aMutexTakenTwiceIsAnErrorOfTheModel() throws InterruptedException {
    assertEquals(Verdict.ERROR, verdict(named("relock: before unlock a moment").spec()));
  }

  @Test
  void aMutexKeptChangesNothing() throws InterruptedException {
    assertEquals(
        Verdict.HOLDS, verdict(named("unlock a moment: kept until it is taken again").spec()));
  }

  @Test
  void aTestSkippedOrTurnedRoundIsAnotherProgram() throws InterruptedException {
    assertEquals(Verdict.HOLDS, verdict(named("branch: as if always true").spec()));
    assertEquals(Verdict.VIOLATED, verdict(named("branch: as if always false").spec()));
    assertEquals(Verdict.HOLDS, verdict(named("branch: < 2 becomes <=").spec()));
  }

  @Test
  void processesLeftOutHaveNoMutants() {
    List<Mutation> ofOne = Mutations.of(counter(), family -> family.equals("one"));
    assertEquals(List.of(), ofOne.stream().filter(m -> m.text().startsWith("relock")).toList());
    assertThrows(NoSuchElementException.class, () -> named("relock: before lock"));
  }

  @Test
  void anIdStandsForTheSlipAndNotForTheSpec() {
    assertEquals(named("lock: not taken").id(), named("lock: not taken").id());
    List<Mutation> all = Mutations.of(counter(), family -> true);
    assertEquals(all.size(), all.stream().map(Mutation::id).distinct().count());
  }
}
