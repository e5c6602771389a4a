package org.mdscheck.traces.graphviz;

import guru.nidi.graphviz.model.MutableGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A run drawn as a lane per thread, time going down, a step per row: what each step changed, which
 * locks its thread holds (bars), which messages it received (arrows), and where it all goes wrong.
 *
 * @param title one line above the picture
 * @param lanes the names of the threads, from left to right; one that neither takes a step nor
 *     waits is left out of the picture
 * @param rows the steps, first to last
 * @param waits what threads are stuck at after the last step, where that is the point of the run
 * @param reason what is wrong, at the foot of the picture; empty if nothing is
 * @param palette the colours of the lock classes
 */
public record LanePicture(
    String title,
    List<String> lanes,
    List<Row> rows,
    List<Wait> waits,
    String reason,
    LockPalette palette) {

  public LanePicture {
    Objects.requireNonNull(title);
    Objects.requireNonNull(reason);
    lanes = List.copyOf(lanes);
    rows = List.copyOf(rows);
    waits = List.copyOf(waits);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Objects.checkIndex(row.lane, lanes.size());
      for (Message message : row.received) {
        Objects.checkIndex(message.fromRow, i);
      }
      row.held.forEach(lock -> palette.colour(lock.lockClass));
    }
    for (Wait wait : waits) {
      Objects.checkIndex(wait.lane, lanes.size());
    }
  }

  /**
   * A step of one thread.
   *
   * @param step its number, as in the text of the trace
   * @param lane the index of its thread in the lanes
   * @param statement what it does, as in the source
   * @param changes what changed, such as {@code s_state: NEW → OPENING}; locks are told by {@code
   *     held} and need not be repeated
   * @param held the locks that this thread holds after the step
   * @param received the messages that this step takes
   * @param violates true for the step at which the property breaks
   */
  public record Row(
      int step,
      int lane,
      String statement,
      List<String> changes,
      List<Lock> held,
      List<Message> received,
      boolean violates) {

    public Row {
      Objects.requireNonNull(statement);
      changes = List.copyOf(changes);
      held = List.copyOf(held);
      received = List.copyOf(received);
    }

    /** A step that changes nothing worth showing, with no lock held. */
    public Row(int step, int lane, String statement) {
      this(step, lane, statement, List.of(), List.of(), List.of(), false);
    }

    /** This step, with what it changes. */
    public Row changing(String... texts) {
      return new Row(step, lane, statement, List.of(texts), held, received, violates);
    }

    /** This step, with the locks that its thread holds afterwards. */
    public Row holding(Lock... locks) {
      return new Row(step, lane, statement, changes, List.of(locks), received, violates);
    }

    /** This step, with one more message that it takes. */
    public Row receiving(int fromRow, String label) {
      List<Message> messages = new ArrayList<>(received);
      messages.add(new Message(fromRow, label));
      return new Row(step, lane, statement, changes, held, messages, violates);
    }

    /** This step, as the one at which the property breaks. */
    public Row violating() {
      return new Row(step, lane, statement, changes, held, received, true);
    }
  }

  /**
   * A lock.
   *
   * @param name which one it is, such as {@code session0->s_mutex}
   * @param lockClass what its colour stands for, such as {@code s_mutex}
   */
  public record Lock(String name, String lockClass) {
    public Lock {
      Objects.requireNonNull(name);
      Objects.requireNonNull(lockClass);
    }
  }

  /**
   * A message that arrives.
   *
   * @param fromRow the index of the row that sent it, less than that of the row that takes it
   * @param label what it says
   */
  public record Message(int fromRow, String label) {
    public Message {
      Objects.requireNonNull(label);
    }
  }

  /**
   * A thread that gets no further.
   *
   * @param lane the index of the thread in the lanes
   * @param statement where it stands
   * @param reason what it waits for, such as {@code mdsc->mutex, held by request0}
   */
  public record Wait(int lane, String statement, String reason) {
    public Wait {
      Objects.requireNonNull(statement);
      Objects.requireNonNull(reason);
    }
  }

  /** Returns the picture as a graph that holds the position of everything in it. */
  public MutableGraph graph() {
    return new LaneDrawing(this).graph();
  }
}
