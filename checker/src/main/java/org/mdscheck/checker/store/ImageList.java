package org.mdscheck.checker.store;

import java.util.ArrayList;
import java.util.List;

/** The images that one writer found new on a level. Not thread-safe. */
final class ImageList {
  private final ChunkPool pool;
  private final List<long[]> full = new ArrayList<>();
  private long[] chunk; // null before the first
  private int used = ChunkPool.LENGTH;

  ImageList(ChunkPool pool) {
    this.pool = pool;
  }

  /** Adds an image; false if there is no memory for it. */
  boolean add(long image) {
    if (used == ChunkPool.LENGTH && !addChunk()) return false;
    chunk[used++] = image;
    return true;
  }

  long size() {
    return chunk == null ? 0 : (long) full.size() * ChunkPool.LENGTH + used;
  }

  /** Hands over the chunks, to be given back to the pool by who gets them, and is empty. */
  void drainTo(Frontier.Builder frontier) {
    for (long[] each : full) frontier.add(each, ChunkPool.LENGTH);
    if (chunk != null) frontier.add(chunk, used);
    full.clear();
    chunk = null;
    used = ChunkPool.LENGTH;
  }

  private boolean addChunk() {
    final long[] next = pool.take();
    if (next == null) return false;
    if (chunk != null) full.add(chunk);
    chunk = next;
    used = 0;
    return true;
  }
}
