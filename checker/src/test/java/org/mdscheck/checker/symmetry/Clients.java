package org.mdscheck.checker.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * Clients that ask for a lock, take it and give it back, and remember whom they took it from: every
 * kind of domain that symmetry has to permute. Client 0 can be made different from the others.
 */
public final class Clients implements TransitionSystem {
  /** In what client 0 differs. */
  public enum Privilege {
    NONE,
    /** It takes the lock without asking. */
    STEP,
    /** The property "nobody knows all" speaks of client 0 only. */
    PROPERTY,
    /** The step property speaks of client 0 only. */
    STEP_PROPERTY,
    /** The initial state has it waiting. */
    INITIAL
  }

  private static final int IDLE = 0;
  private static final int WAITING = 1;
  private static final int HOLDING = 2;

  private final int count;
  private final Privilege privilege;
  private final Scalarset client;
  private final StateLayout layout;
  private final List<Action> actions = new ArrayList<>();

  public Clients(int count, Privilege privilege) {
    this.count = count;
    this.privilege = privilege;
    client = new Scalarset("client", count, true);
    final List<StateLayout.Process> processes = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      processes.add(
          new StateLayout.Process("client" + c, "client", new Slot.Coordinate(client, c)));
    }
    layout = new StateLayout(slots(processes), List.of(client), processes);
    for (String label : List.of("ask", "take", "give")) {
      for (int c = 0; c < count; c++) {
        actions.add(
            new Action(
                actions.size(),
                c,
                List.of("client"),
                label,
                "client: " + label,
                false,
                false,
                null,
                null));
      }
    }
  }

  private List<Slot> slots(List<StateLayout.Process> processes) {
    final List<Slot> slots = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      final Domain labels =
          new Domain.Enumeration("label" + c, List.of("idle" + c, "waiting", "holding"));
      slots.add(slot(slots, "pc", labels, Slot.Kind.LABEL, c, c));
    }
    slots.add(
        slot(
            slots,
            "lock",
            new Domain.Owner(processes.stream().map(StateLayout.Process::name).toList()),
            Slot.Kind.MUTEX,
            -1));
    slots.add(slot(slots, "last", new Domain.Id(client, true), Slot.Kind.SHARED, -1));
    slots.add(slot(slots, "queue", new Domain.SetOf(client), Slot.Kind.SHARED, -1));
    // Pushes what follows into a second word for some counts.
    slots.add(slot(slots, "unused", new Domain.Range(0, (1 << 30) - 1), Slot.Kind.SHARED, -1));
    for (int c = 0; c < count; c++) {
      for (int d = 0; d < count; d++)
        slots.add(slot(slots, "met", new Domain.Bool(), Slot.Kind.SHARED, -1, c, d));
    }
    for (int c = 0; c < count; c++) {
      slots.add(slot(slots, "friend", new Domain.Id(client, false), Slot.Kind.LOCAL, c, c));
    }
    return slots;
  }

  private Slot slot(
      List<Slot> before, String family, Domain domain, Slot.Kind kind, int process, int... ids) {
    final List<Slot.Coordinate> coordinates = new ArrayList<>();
    final StringBuilder name = new StringBuilder(family);
    for (int id : ids) {
      coordinates.add(new Slot.Coordinate(client, id));
      name.append("[client").append(id).append(']');
    }
    return new Slot(before.size(), name.toString(), domain, family, coordinates, kind, process);
  }

  public int count() {
    return count;
  }

  /**
   * The state in which client {@code image[c]} is in the place of client c, written down by hand.
   *
   * @param image one to one
   */
  public long[] renamed(long[] state, int[] image) {
    final int[] old = new int[layout.slots().size()];
    final int[] now = new int[old.length];
    layout.decode(state, old);
    final int friends = count + 4 + count * count;
    for (int c = 0; c < count; c++) {
      now[image[c]] = old[c];
      if ((old[count + 2] >>> c & 1) != 0) now[count + 2] |= 1 << image[c];
      for (int d = 0; d < count; d++)
        now[count + 4 + image[c] * count + image[d]] = old[count + 4 + c * count + d];
      now[friends + image[c]] = image[old[friends + c]];
    }
    now[count] = old[count] == 0 ? 0 : image[old[count] - 1] + 1;
    now[count + 1] = old[count + 1] == 0 ? 0 : image[old[count + 1] - 1] + 1;
    now[count + 3] = old[count + 3];
    final long[] result = new long[state.length];
    layout.encode(now, result);
    return result;
  }

  @Override
  public String name() {
    return count + " clients";
  }

  @Override
  public String hash() {
    return "00000000000000c1";
  }

  @Override
  public StateLayout layout() {
    return layout;
  }

  @Override
  public List<Action> actions() {
    return actions;
  }

  @Override
  public List<Check> checks() {
    return List.of();
  }

  @Override
  public List<Property> properties() {
    final int[] gives = new int[count];
    for (int c = 0; c < count; c++) gives[c] = 2 * count + c;
    return List.of(
        new Property.Invariant("NobodyKnowsAll", "", List.of(new Property.Clause("known", -1, 0))),
        new Property.StepInvariant(
            "NobodyGivesTwice", "", List.of(new Property.Clause("gave", -1, 0)), gives),
        new Property.Recovery("Idle", "", List.of(new Property.Clause("idle", -1, 1))),
        new Property.Cover("AllWait", "", 2));
  }

  @Override
  public List<Tally> tallies() {
    return List.of();
  }

  @Override
  public int boundPredicate() {
    return -1;
  }

  @Override
  public Explorer newExplorer() {
    return new ClientsExplorer();
  }

  private final class ClientsExplorer implements Explorer {
    private final int[] now = new int[layout.slots().size()];
    private final int[] next = new int[now.length];
    private final long[] packed = new long[layout.words()];
    private final int lock = count;
    private final int last = count + 1;
    private final int queue = count + 2;
    private int action;

    private int met(int c, int d) {
      return count + 4 + c * count + d;
    }

    private int friend(int c) {
      return count + 4 + count * count + c;
    }

    @Override
    public void initialStates(StepSink sink) {
      for (int favourite = 0; favourite < count; favourite++) {
        final int[] codes = new int[now.length];
        for (int c = 0; c < count; c++) codes[friend(c)] = favourite;
        if (privilege == Privilege.INITIAL) codes[0] = WAITING;
        layout.encode(codes, packed);
        sink.step(-1, packed);
      }
    }

    @Override
    public void load(long[] state) {
      layout.decode(state, now);
    }

    @Override
    public void successors(StepSink sink) {
      for (int a = 0; a < actions.size(); a++) step(a, sink);
    }

    @Override
    public void successors(int process, StepSink sink) {
      for (int a = process; a < actions.size(); a += count) step(a, sink);
    }

    private void step(int number, StepSink sink) {
      action = number;
      System.arraycopy(now, 0, next, 0, now.length);
      if (act(action / count, action % count)) {
        layout.encode(next, packed);
        sink.step(action, packed);
      }
    }

    private boolean act(int what, int c) {
      final boolean mayTake =
          now[c] == WAITING || privilege == Privilege.STEP && c == 0 && now[c] == IDLE;
      if (what == 0 && now[c] == IDLE) {
        next[c] = WAITING;
        next[queue] |= 1 << c;
        return true;
      }
      if (what == 1 && mayTake && now[lock] == 0) {
        next[c] = HOLDING;
        next[lock] = c + 1;
        next[queue] &= ~(1 << c);
        if (now[last] > 0) {
          next[met(c, now[last] - 1)] = 1;
          next[friend(c)] = now[last] - 1;
        }
        return true;
      }
      if (what == 2 && now[c] == HOLDING) {
        next[c] = IDLE;
        next[lock] = 0;
        next[last] = c + 1;
        return true;
      }
      return false;
    }

    @Override
    public boolean mayStop() {
      return false;
    }

    @Override
    public boolean test(int predicate) {
      return switch (predicate) {
        case 0 -> privilege == Privilege.PROPERTY ? met(0) < count : all(c -> met(c) < count);
        case 1 -> all(c -> now[c] == IDLE);
        default -> all(c -> now[c] == WAITING);
      };
    }

    private int met(int c) {
      int sum = 0;
      for (int d = 0; d < count; d++) sum += now[met(c, d)];
      return sum;
    }

    private boolean all(IntPredicate isTrue) {
      for (int c = 0; c < count; c++) {
        if (!isTrue.test(c)) return false;
      }
      return true;
    }

    /** Whoever gives the lock back is not the one who gave it back last. */
    @Override
    public boolean testStep(int stepPredicate) {
      final int c = action % count;
      return now[last] != c + 1 || privilege == Privilege.STEP_PROPERTY && c > 0;
    }

    @Override
    public int tally(int tally) {
      return 0;
    }
  }
}
