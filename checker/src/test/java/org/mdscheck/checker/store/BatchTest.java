package org.mdscheck.checker.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final int BITS = 40;
  private static final int DEPTH = 3;

  private static long[] imagesIn(ImageList list) {
    final Frontier.Builder frontier = new Frontier.Builder();
    list.drainTo(frontier);
    final Frontier all = frontier.at(DEPTH);
    final LongStream.Builder images = LongStream.builder();
    for (long slice = 0; slice < all.sliceCount(); slice++) all.visit(slice, images::add);
    return images.build().toArray();
  }

  private static ImageList emptyList(long bytes) {
    return new ImageList(new ChunkPool(new MemoryBudget(bytes)));
  }

  private static Shard[] shards() {
    return new KeySpace(BITS, null, new MemoryBudget(Filling.PLENTY)).shards;
  }

  @Test
  void givesOutWhatIsNewOnceAndInOrder() {
    final Random random = new Random(1);
    final long[] images = random.longs(20_000, 0, 15_000).map(i -> i * 48_271).toArray();
    final Shard[] shards = shards();
    final ImageList found = emptyList(Filling.PLENTY);
    final Batch batch = new Batch();
    final Set<Long> expected = new LinkedHashSet<>();
    for (long image : images) {
      expected.add(image);
      batch.add(image);
      if (batch.isFull() || random.nextInt(1000) == 0)
        assertTrue(batch.flush(shards, DEPTH, found));
    }
    assertTrue(batch.flush(shards, DEPTH, found));
    assertArrayEquals(expected.stream().mapToLong(i -> i).toArray(), imagesIn(found));
  }

  @Test
  void isEmptyAfterwards() {
    final Shard[] shards = shards();
    final ImageList found = emptyList(Filling.PLENTY);
    final Batch batch = new Batch();
    batch.add(1);
    assertTrue(batch.flush(shards, DEPTH, emptyList(Filling.PLENTY)));
    assertTrue(batch.flush(shards(), DEPTH, found));
    assertArrayEquals(new long[0], imagesIn(found));
  }

  @Test
  void saysWhenThereIsNoMemoryToGiveOutWhatIsNew() {
    final Batch batch = new Batch();
    batch.add(1);
    assertFalse(batch.flush(shards(), DEPTH, emptyList(0)));
  }
}
