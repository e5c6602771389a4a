package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.system.StateLayout;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * The words of a state as local variables of a generated method, each loaded once, at its start.
 * Slots are read and written by shifts and masks that are constants of the code.
 *
 * <p>What is known of the state while code is generated is used: the label of the process, what a
 * guard has just tested, what was stored. Constant stores wait until the word is needed or written
 * to, so that several become one.
 */
final class WordLocals {
  private static final int UNKNOWN = -1;
  private static final int MOST_PIECES = 4;

  private final Code code;
  private final Generation generation;
  private final Source source;
  private final StateLayout layout;
  private final int[] locals; // by word; 0: none yet
  private final BitSet used = new BitSet();
  private Facts facts;

  /**
   * Something that the code has found out.
   *
   * @param what equal for the same question
   * @param from the slots that the answer depends on
   * @param local the local variable that holds the answer
   */
  private record Finding(Object what, BitSet from, int local) {}

  /** What is known at one point of the code; the stores that wait are part of it. */
  private static final class Facts {
    final int[] codes; // by slot
    final long[] cleared; // by word: bits of constant stores that wait
    final long[] set;
    final long[] flipped; // the same stores as a difference, where all codes before were known
    final boolean[] isDifference;
    List<Finding> findings;

    Facts(int slots, int words) {
      this(
          new int[slots],
          new long[words],
          new long[words],
          new long[words],
          new boolean[words],
          List.of());
      Arrays.fill(codes, UNKNOWN);
    }

    private Facts(
        int[] codes,
        long[] cleared,
        long[] set,
        long[] flipped,
        boolean[] isDifference,
        List<Finding> findings) {
      this.findings = findings;
      this.codes = codes;
      this.cleared = cleared;
      this.set = set;
      this.flipped = flipped;
      this.isDifference = isDifference;
    }

    Facts copy() {
      return new Facts(
          codes.clone(),
          cleared.clone(),
          set.clone(),
          flipped.clone(),
          isDifference.clone(),
          findings);
    }
  }

  /** Where words come from. */
  enum Source {
    /** The current state: fields of the class. */
    STATE,
    /** The state after the step that is emitted. */
    AFTER,
    /** The state that a step is making of the current one, in parts. */
    SCRATCH;

    void push(Code code, Generation generation, int word) {
      code.loadThis();
      if (this == STATE) {
        code.getField(generation.className, ExplorerClass.field(word), "J");
        return;
      }
      code.getField(generation.className, this == AFTER ? "after" : "scratch", "[J");
      code.push(word);
      code.op(Opcodes.LALOAD);
    }
  }

  WordLocals(Generation generation, Code code, Source source) {
    this.generation = generation;
    this.code = code;
    this.source = source;
    layout = generation.elaboration.layout;
    locals = new int[layout.words()];
    facts = new Facts(layout.slots().size(), layout.words());
    learnWidths();
  }

  private void learnWidths() {
    for (int slot = 0; slot < facts.codes.length; slot++)
      if (layout.mask(slot) == 0) facts.codes[slot] = 0;
  }

  /** The words that the method needs. */
  BitSet used() {
    return used;
  }

  int local(int word) {
    used.set(word);
    if (locals[word] == 0) locals[word] = code.newLong();
    return locals[word];
  }

  Source source() {
    return source;
  }

  /** Loads words into their local variables. */
  void load(BitSet words) {
    words.stream()
        .forEach(
            word -> {
              source.push(code, generation, word);
              code.storeLong(local(word));
            });
  }

  /** Pushes a word: one that the method did not need before comes from where it lies. */
  void pushWord(int word) {
    if (used.get(word)) code.loadLong(locals[word]);
    else source.push(code, generation, word);
  }

  /**
   * Puts the words back where they came from, for another part of the step. No store may wait: what
   * follows may be one of several ways.
   */
  void spill() {
    requireNoneWaits();
    used.stream().forEach(this::store);
  }

  /** The same with the words that this method does not need. */
  void copyToScratch() {
    requireNoneWaits();
    for (int word = 0; word < locals.length; word++)
      if (used.get(word) || source != Source.SCRATCH) store(word);
  }

  private void requireNoneWaits() {
    for (long waiting : facts.cleared)
      if (waiting != 0) throw new IllegalStateException("a store waits where code may part");
  }

  private void store(int word) {
    code.loadThis();
    code.getField(generation.className, "scratch", "[J");
    code.push(word);
    pushWord(word);
    code.op(Opcodes.LASTORE);
  }

  /** Loads the words again, of which nothing is known now. */
  void reload() {
    load((BitSet) used.clone());
    facts = new Facts(layout.slots().size(), layout.words());
    learnWidths();
  }

  /** The local variables below which something that was found out is held. */
  int lastFinding() {
    return facts.findings.stream().mapToInt(f -> f.local + 1).max().orElse(0);
  }

  // ---- what is known

  /** The code in a slot where it is known, else -1. */
  int known(int slot) {
    return facts.codes[slot];
  }

  void learn(int slot, int value) {
    facts.codes[slot] = value;
  }

  Object mark() {
    return facts.copy();
  }

  /** Goes back to what was known at the mark. */
  void reset(Object mark) {
    facts = ((Facts) mark).copy();
  }

  /** Keeps what is known here and at another point from which the code goes on in common. */
  void join(Object mark) {
    Facts other = (Facts) mark;
    facts.findings = facts.findings.stream().filter(other.findings::contains).toList();
    for (int slot = 0; slot < facts.codes.length; slot++)
      if (facts.codes[slot] != other.codes[slot]) facts.codes[slot] = UNKNOWN;
  }

  // ---- what was found out

  /** The local variable that holds the answer to a question asked before, or -1. */
  int found(Object what) {
    for (Finding finding : facts.findings) if (finding.what.equals(what)) return finding.local;
    return -1;
  }

  /** Notes that a local variable holds the answer, until one of the slots is written to. */
  void note(Object what, BitSet from, int local) {
    List<Finding> more = new ArrayList<>(facts.findings);
    more.add(new Finding(what, from, local));
    facts.findings = more;
  }

  /** All that was found out so far. */
  Object findings() {
    return facts.findings;
  }

  /** Forgets what was found out since, in code that may not have been run. */
  @SuppressWarnings("unchecked")
  void keepFindings(Object before) {
    facts.findings = (List<Finding>) before;
  }

  private void changed(int slot) {
    if (facts.findings.stream().anyMatch(f -> f.from.get(slot)))
      facts.findings = facts.findings.stream().filter(f -> !f.from.get(slot)).toList();
  }

  // ---- reading

  /** Pushes the code in a slot. */
  void read(int slot) {
    if (facts.codes[slot] != UNKNOWN) {
      code.push(facts.codes[slot]);
      return;
    }
    code.loadLong(local(layout.word(slot)));
    int shift = layout.shift(slot);
    if (shift != 0) {
      code.push(shift);
      code.op(Opcodes.LUSHR);
    }
    code.op(Opcodes.L2I);
    if (shift + Long.bitCount(layout.mask(slot)) < 64) mask(slot);
  }

  private void mask(int slot) {
    code.push((int) layout.mask(slot));
    code.op(Opcodes.IAND);
  }

  /**
   * Pushes the code of one of several slots, {@code offset} slots behind the address. No store may
   * wait: it could not be made here, in code that may be one of several ways.
   */
  void read(Address address, int offset) {
    if (address.isFixed()) {
      read(address.slot(0) + offset);
      return;
    }
    requireNoneWaits();
    if (layout.mask(address.slot(0) + offset) == 0) {
      code.push(0);
      return;
    }
    Pieces pieces = new Pieces(layout, address, offset);
    if (pieces.count() > MOST_PIECES) {
      code.loadInt(address.index());
      code.choose(address.count(), i -> readUnknown(address.slot(i) + offset));
      return;
    }
    Label end = new Label();
    pieces.forEach(
        code,
        end,
        piece -> {
          code.loadLong(local(piece.word()));
          piece.pushShift(code);
          code.op(Opcodes.LUSHR);
          code.op(Opcodes.L2I);
          mask(address.slot(0) + offset);
        });
    code.place(end);
  }

  private void readUnknown(int slot) {
    int before = facts.codes[slot];
    facts.codes[slot] = UNKNOWN;
    read(slot);
    facts.codes[slot] = before;
  }

  // ---- writing

  /** Stores a constant code. */
  void write(int slot, int value) {
    if (layout.mask(slot) == 0) return;
    int word = layout.word(slot);
    int before = facts.codes[slot];
    long bits = layout.mask(slot) << layout.shift(slot);
    if (before == value) return;
    changed(slot);
    if (facts.cleared[word] == 0) facts.isDifference[word] = true;
    if (before == UNKNOWN) facts.isDifference[word] = false;
    else facts.flipped[word] ^= (long) (before ^ value) << layout.shift(slot);
    facts.cleared[word] |= bits;
    facts.set[word] = facts.set[word] & ~bits | (long) value << layout.shift(slot);
    facts.codes[slot] = value;
  }

  /** Stores the code on the stack, which fits. */
  void write(int slot) {
    if (layout.mask(slot) == 0) {
      code.op(Opcodes.POP);
      return;
    }
    changed(slot);
    int word = layout.word(slot);
    long bits = layout.mask(slot) << layout.shift(slot);
    long cleared = facts.cleared[word] | bits;
    long set = facts.set[word] & ~bits;
    forget(word);
    code.op(Opcodes.I2L);
    if (layout.shift(slot) != 0) {
      code.push(layout.shift(slot));
      code.op(Opcodes.LSHL);
    }
    code.loadLong(local(word));
    code.push(~cleared);
    code.op(Opcodes.LAND);
    if (set != 0) {
      code.push(set);
      code.op(Opcodes.LOR);
    }
    code.op(Opcodes.LOR);
    code.storeLong(local(word));
    facts.codes[slot] = UNKNOWN;
  }

  private void forget(int word) {
    facts.cleared[word] = 0;
    facts.set[word] = 0;
    facts.flipped[word] = 0;
    facts.isDifference[word] = false;
  }

  /** Stores the code on the stack in one of several slots. */
  void write(Address address, int offset) {
    if (address.isFixed()) {
      write(address.slot(0) + offset);
      return;
    }
    flush();
    for (int i = 0; i < address.count(); i++) {
      changed(address.slot(i) + offset);
      if (layout.mask(address.slot(i) + offset) != 0)
        facts.codes[address.slot(i) + offset] = UNKNOWN;
    }
    if (layout.mask(address.slot(0) + offset) == 0) {
      code.op(Opcodes.POP);
      return;
    }
    int value = code.newInt();
    code.storeInt(value);
    Pieces pieces = new Pieces(layout, address, offset);
    if (pieces.count() > MOST_PIECES) {
      code.loadInt(address.index());
      code.choose(
          address.count(),
          i -> {
            code.loadInt(value);
            write(address.slot(i) + offset);
          });
      return;
    }
    Label end = new Label();
    pieces.forEach(code, end, piece -> write(piece, layout.mask(address.slot(0) + offset), value));
    code.place(end);
  }

  private void write(Pieces.Piece piece, long mask, int value) {
    int shift = code.newInt();
    piece.pushShift(code);
    code.storeInt(shift);
    code.loadLong(local(piece.word()));
    code.push(mask);
    code.loadInt(shift);
    code.op(Opcodes.LSHL);
    code.push(-1L);
    code.op(Opcodes.LXOR);
    code.op(Opcodes.LAND);
    code.loadInt(value);
    code.op(Opcodes.I2L);
    code.loadInt(shift);
    code.op(Opcodes.LSHL);
    code.op(Opcodes.LOR);
    code.storeLong(local(piece.word()));
  }

  /**
   * Moves the codes of {@code count} slots; slots that move by the same distance in the same words
   * move together. Both places have the same domains, and overlap only if {@code to <= from}.
   */
  void move(int from, int to, int count) {
    if (from == to) return;
    flush();
    int i = 0;
    while (i < count) {
      int word = layout.word(to + i);
      int distance = layout.shift(to + i) - layout.shift(from + i);
      int source = layout.word(from + i);
      long bits = 0;
      for (; i < count; i++) {
        boolean together =
            layout.word(to + i) == word
                && layout.word(from + i) == source
                && layout.shift(to + i) - layout.shift(from + i) == distance;
        if (!together) break;
        changed(to + i);
        bits |= layout.mask(to + i) << layout.shift(to + i);
        if (layout.mask(to + i) != 0) facts.codes[to + i] = UNKNOWN;
      }
      if (bits != 0) move(source, word, distance, bits);
    }
  }

  private void move(int source, int word, int distance, long bits) {
    code.loadLong(local(word));
    code.push(~bits);
    code.op(Opcodes.LAND);
    code.loadLong(local(source));
    if (distance != 0) {
      code.push(Math.abs(distance));
      code.op(distance > 0 ? Opcodes.LSHL : Opcodes.LUSHR);
    }
    code.push(bits);
    code.op(Opcodes.LAND);
    code.op(Opcodes.LOR);
    code.storeLong(local(word));
  }

  /** Makes the constant stores that wait. */
  void flush() {
    for (int word = 0; word < locals.length; word++) {
      if (facts.cleared[word] == 0) continue;
      if (facts.isDifference[word]) flip(word);
      else overwrite(word);
      forget(word);
    }
  }

  private void flip(int word) {
    if (facts.flipped[word] == 0) return;
    code.loadLong(local(word));
    code.push(facts.flipped[word]);
    code.op(Opcodes.LXOR);
    code.storeLong(local(word));
  }

  private void overwrite(int word) {
    code.loadLong(local(word));
    if (facts.set[word] != facts.cleared[word]) {
      code.push(~facts.cleared[word]);
      code.op(Opcodes.LAND);
    }
    if (facts.set[word] != 0) {
      code.push(facts.set[word]);
      code.op(Opcodes.LOR);
    }
    code.storeLong(local(word));
  }
}
