package org.mdscheck.traces.graphviz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mdscheck.traces.graphviz.LanePicture.Lock;
import org.mdscheck.traces.graphviz.LanePicture.Row;

/**
 * The time for which a thread holds a lock.
 *
 * @param slot which of the bars beside each other it is, 0 next to the boxes
 * @param fromRow the row that takes it
 * @param toRow the row that frees it, or the number of rows if none does
 */
record LockBar(int lane, int slot, Lock lock, int fromRow, int toRow) {

  /** The bars of all threads, in the order in which they begin. */
  static List<LockBar> of(LanePicture picture) {
    List<LockBar> bars = new ArrayList<>();
    for (int lane = 0; lane < picture.lanes().size(); lane++) {
      addLane(picture.rows(), lane, bars);
    }
    return bars;
  }

  private static void addLane(List<Row> rows, int lane, List<LockBar> bars) {
    Map<Lock, LockBar> open = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.lane() != lane) {
        continue;
      }
      for (Lock lock : List.copyOf(open.keySet())) {
        if (!row.held().contains(lock)) {
          bars.add(open.remove(lock).until(i));
        }
      }
      for (Lock lock : row.held()) {
        if (!open.containsKey(lock)) {
          open.put(lock, new LockBar(lane, freeSlot(open), lock, i, rows.size()));
        }
      }
    }
    bars.addAll(open.values());
  }

  private static int freeSlot(Map<Lock, LockBar> open) {
    int slot = 0;
    while (isTaken(open, slot)) {
      slot++;
    }
    return slot;
  }

  private static boolean isTaken(Map<Lock, LockBar> open, int slot) {
    return open.values().stream().anyMatch(bar -> bar.slot == slot);
  }

  private LockBar until(int row) {
    return new LockBar(lane, slot, lock, fromRow, row);
  }
}
