package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mdscheck.checker.system.StateLayout;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** The slots of an address, cut where the word or the distance between neighbours changes. */
final class Pieces {
  private final Address address;
  private final List<Piece> pieces = new ArrayList<>();

  /**
   * Slots in one word at equal distances: that of index {@code i} is shifted by {@code start +
   * distance * i}.
   *
   * @param end the index behind the last
   */
  record Piece(int index, int end, int word, int start, int distance) {
    void pushShift(Code code) {
      if (distance == 0) {
        code.push(start);
        return;
      }
      code.loadInt(index);
      code.multiply(distance);
      code.add(start);
    }
  }

  Pieces(StateLayout layout, Address address, int offset) {
    this.address = address;
    int from = 0;
    while (from < address.count()) {
      int slot = address.slot(from) + offset;
      int word = layout.word(slot);
      int distance = 0;
      int end = from + 1;
      for (; end < address.count(); end++) {
        int next = address.slot(end) + offset;
        int step = layout.shift(next) - layout.shift(address.slot(end - 1) + offset);
        if (end == from + 1) distance = step;
        if (layout.word(next) != word || step != distance) break;
      }
      if (end == from + 1) distance = 0;
      pieces.add(
          new Piece(address.index(), end, word, layout.shift(slot) - distance * from, distance));
      from = end;
    }
  }

  int count() {
    return pieces.size();
  }

  /** Generates the code for each piece, and the choice between them; all go on at {@code end}. */
  void forEach(Code code, Label end, Consumer<Piece> action) {
    for (int p = 0; p < pieces.size(); p++) {
      Label next = new Label();
      boolean last = p == pieces.size() - 1;
      if (!last) {
        code.loadInt(address.index());
        code.push(pieces.get(p).end);
        code.jump(Opcodes.IF_ICMPGE, next);
      }
      action.accept(pieces.get(p));
      if (!last) code.jump(Opcodes.GOTO, end);
      code.place(next);
    }
  }
}
