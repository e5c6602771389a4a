package org.mdscheck.checker.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DictionaryTest {
  private final MemoryBudget budget = new MemoryBudget(Filling.PLENTY);
  private final Dictionary dictionary = new Dictionary(budget);

  @Test
  void numbersValuesInTheOrderInWhichTheyAreSeen() {
    for (int i = 0; i < 50_000; i++) {
      assertEquals(-1, dictionary.find(-7L * i));
      assertEquals(i, dictionary.numberOf(-7L * i));
    }
    for (int i = 0; i < 50_000; i++) {
      assertEquals(i, dictionary.numberOf(-7L * i));
      assertEquals(i, dictionary.find(-7L * i));
      assertEquals(-7L * i, dictionary.value(i));
    }
    assertEquals(50_000, dictionary.size());
  }

  @Test
  void ofSeveralThreadsAllGetTheSameNumbers() throws Exception {
    final int count = 100_000;
    final List<Callable<int[]>> tasks = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      final int offset = new Random(t).nextInt(count);
      tasks.add(
          () -> {
            final int[] numbers = new int[count];
            for (int i = 0; i < count; i++) {
              final int value = (i + offset) % count;
              numbers[value] = dictionary.numberOf(value);
            }
            return numbers;
          });
    }
    final ExecutorService threads = Executors.newFixedThreadPool(4);
    for (Future<int[]> task : threads.invokeAll(tasks)) {
      final int[] numbers = task.get();
      for (int i = 0; i < count; i++) assertEquals(i, dictionary.value(numbers[i]));
    }
    threads.shutdown();
    assertEquals(count, dictionary.size());
  }

  @Test
  void refusesToGrowBeyondItsBudgetAndKeepsWhatItHas() {
    final MemoryBudget little = new MemoryBudget(100_000);
    final Dictionary small = new Dictionary(little);
    int added = 0;
    while (small.numberOf(3L * added) >= 0) added++;
    assertTrue(added > 3000, added + " values");
    assertTrue(little.usedBytes() <= 100_000);
    for (int i = 0; i < added; i++) assertEquals(i, small.numberOf(3L * i));
    assertEquals(added, small.size());
  }
}
