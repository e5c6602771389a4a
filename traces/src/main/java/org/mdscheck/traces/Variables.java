package org.mdscheck.traces;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;

/**
 * The variables of a layout as a person counts them: a slot each, but all slots of a queue together
 * are one. Immutable, thread-safe.
 *
 * <p>A queue is known by its names: {@code q.length}, followed by {@code q[0]}.
 */
final class Variables {
  private static final String LENGTH = ".length";

  private final List<Variable> all;

  Variables(StateLayout layout) {
    final List<Slot> slots = layout.slots();
    final List<Variable> found = new ArrayList<>();
    int next = 0;
    while (next < slots.size()) {
      final Variable variable = variableAt(layout, next);
      found.add(variable);
      next += variable.slotCount();
    }
    all = List.copyOf(found);
  }

  /** In the order of their slots. */
  List<Variable> all() {
    return all;
  }

  private static Variable variableAt(StateLayout layout, int first) {
    final List<Slot> slots = layout.slots();
    final Slot slot = slots.get(first);
    if (slot.name().endsWith(LENGTH) && slot.domain() instanceof Domain.Range length) {
      final String queue = slot.name().substring(0, slot.name().length() - LENGTH.length());
      int stride = 0;
      while (first + 1 + stride < slots.size()
          && slots.get(first + 1 + stride).name().startsWith(queue + "[0]")) {
        stride++;
      }
      if (stride > 0) return new QueueVariable(layout, queue, first, length.high(), stride);
    }
    return new PlainVariable(layout, slot);
  }

  /** One variable. */
  sealed interface Variable permits PlainVariable, QueueVariable {
    /** The name in the layout. */
    String name();

    /** What it is to a reader; of a queue, what its slots are. */
    Slot.Kind kind();

    /** The process that it is local to; -1 if it is shared. */
    int process();

    /** Number of slots that it takes. */
    int slotCount();

    /** Its value as a person reads it. */
    String show(StateVector state);
  }

  /** A variable of one slot. */
  record PlainVariable(StateLayout layout, Slot slot) implements Variable {
    @Override
    public String name() {
      return slot.name();
    }

    @Override
    public Slot.Kind kind() {
      return slot.kind();
    }

    @Override
    public int process() {
      return slot.process();
    }

    @Override
    public int slotCount() {
      return 1;
    }

    @Override
    public String show(StateVector state) {
      return state.show(layout, slot.index());
    }
  }

  /**
   * A queue.
   *
   * @param lengthSlot the slot of its length, which those of its elements follow
   * @param capacity most elements that it holds
   * @param stride slots of one element
   */
  record QueueVariable(StateLayout layout, String name, int lengthSlot, int capacity, int stride)
      implements Variable {
    @Override
    public Slot.Kind kind() {
      return layout.slots().get(lengthSlot).kind();
    }

    @Override
    public int process() {
      return layout.slots().get(lengthSlot).process();
    }

    @Override
    public int slotCount() {
      return 1 + capacity * stride;
    }

    @Override
    public String show(StateVector state) {
      return elements(state).toString();
    }

    /** The elements as a person reads them, the oldest first. */
    List<String> elements(StateVector state) {
      final List<String> elements = new ArrayList<>();
      final int length = state.get(layout, lengthSlot);
      for (int i = 0; i < length; i++) elements.add(element(state, i));
      return elements;
    }

    /** One value alone; several in braces, those after the first named and only if not 0. */
    private String element(StateVector state, int position) {
      final int first = lengthSlot + 1 + position * stride;
      if (stride == 1) return state.show(layout, first);
      final StringBuilder text = new StringBuilder("{" + state.show(layout, first));
      for (int slot = first + 1; slot < first + stride; slot++) {
        if (state.get(layout, slot) == 0) continue;
        text.append(' ').append(fieldName(slot, position)).append('=');
        text.append(state.show(layout, slot));
      }
      return text.append('}').toString();
    }

    private String fieldName(int slot, int position) {
      final String path =
          layout.slots().get(slot).name().substring((name + "[" + position + "]").length());
      return path.startsWith(".") ? path.substring(1) : path;
    }
  }
}
