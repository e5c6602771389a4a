package org.mdscheck.model.cephfs;

import static org.mdscheck.model.cephfs.Hunk.BAIL_TERMINAL;
import static org.mdscheck.model.cephfs.Hunk.BAIL_UNREGISTERED;
import static org.mdscheck.model.cephfs.Hunk.CLEAR_CAP_RECONNECT;
import static org.mdscheck.model.cephfs.Hunk.DISPATCH_LOG;
import static org.mdscheck.model.cephfs.Hunk.PEER_RESET;
import static org.mdscheck.model.cephfs.Hunk.PEER_RESET_FIRST_FORM;
import static org.mdscheck.model.cephfs.Hunk.RECONNECT_COMMENT;
import static org.mdscheck.model.cephfs.Hunk.RECONNECT_LOG;
import static org.mdscheck.model.cephfs.Hunk.REJECT_WARN;
import static org.mdscheck.model.cephfs.Hunk.RESET_CLOSE;
import static org.mdscheck.model.cephfs.Hunk.RESET_DRAIN;
import static org.mdscheck.model.cephfs.Hunk.RESET_GATE;
import static org.mdscheck.model.cephfs.Hunk.RESET_SHUTDOWN;
import static org.mdscheck.model.cephfs.Hunk.RESET_WORK;
import static org.mdscheck.model.cephfs.Hunk.RESTORE_STATE;
import static org.mdscheck.model.cephfs.Hunk.RETURN_ERROR;
import static org.mdscheck.model.cephfs.Hunk.XA_DESTROY_UNDER_S_MUTEX;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A kernel tree: the hunks that it contains and the mutants applied to it. Immutable.
 *
 * @param meaning one sentence
 */
public record Variant(String name, String meaning, Set<Hunk> hunks, Set<Mutant> mutants) {
  /** The tree just before the patch as merged. */
  public static final Variant BASE =
      new Variant(
          "base",
          "the tree just before the patch as merged",
          EnumSet.of(CLEAR_CAP_RECONNECT),
          Set.of());

  /** The patch as posted, third version, on the tree that it was posted on. */
  public static final Variant V3 =
      new Variant(
          "v3",
          "the patch as posted, third version, on the tree that it was posted on",
          EnumSet.of(
              REJECT_WARN,
              BAIL_TERMINAL,
              BAIL_UNREGISTERED,
              RESTORE_STATE,
              PEER_RESET,
              RETURN_ERROR,
              RECONNECT_COMMENT,
              RECONNECT_LOG,
              DISPATCH_LOG),
          Set.of());

  /** The patch as committed. */
  public static final Variant MERGED =
      new Variant(
          "merged",
          "the patch as committed",
          V3.with(CLEAR_CAP_RECONNECT).with(XA_DESTROY_UNDER_S_MUTEX).hunks,
          Set.of());

  /** The first form of the rework, without the reset of the client that was posted with it. */
  public static final Variant RFC1 =
      new Variant(
          "rfc1",
          "the first form of the patch, posted as RFC, without the reset of its series",
          EnumSet.of(
              REJECT_WARN, BAIL_TERMINAL, BAIL_UNREGISTERED, PEER_RESET_FIRST_FORM, RETURN_ERROR),
          Set.of());

  /** The series as committed: merged, and the reset of the client. */
  public static final Variant SERIES =
      new Variant(
          "series",
          "the series as committed: the patch, and the reset of the client",
          MERGED
              .with(RESET_WORK)
              .with(RESET_GATE)
              .with(RESET_DRAIN)
              .with(RESET_CLOSE)
              .with(RESET_SHUTDOWN)
              .hunks,
          Set.of());

  /** The patch as committed, with the changes that docs/repair.md proposes. */
  public static final Variant REPAIRED = repaired();

  public Variant {
    hunks = Set.copyOf(hunks);
    mutants = Set.copyOf(mutants);
  }

  /** The trees that somebody has posted or committed. */
  public static List<Variant> trees() {
    return List.of(BASE, V3, MERGED, RFC1, SERIES);
  }

  /**
   * What the project ships: the trees; v3 with each behavioural hunk taken out alone; base with
   * each behavioural hunk of merged put on alone; the series without each part of the reset, whose
   * core is put on merged alone, for the parts do nothing without it; the first form of the patch
   * with that of the reset; and the repair.
   */
  public static List<Variant> shipped() {
    List<Variant> all = new ArrayList<>(trees());
    all.addAll(V3.withoutEach(V3.hunks));
    all.addAll(BASE.withEachOf(MERGED));
    all.addAll(SERIES.withoutEach(Set.of(RESET_GATE, RESET_DRAIN, RESET_CLOSE, RESET_SHUTDOWN)));
    all.add(MERGED.with(RESET_WORK));
    all.add(RFC1.with(Hunk.RESET_RECONNECTS));
    all.add(REPAIRED);
    return all;
  }

  /** {@link #REPAIRED} with each of its changes taken out alone. */
  public static List<Variant> ablations() {
    return repairs().stream().map(REPAIRED::without).toList();
  }

  /** The changes of {@link #REPAIRED}, in the order in which docs/repair.md has them. */
  public static List<Hunk> repairs() {
    return List.of(
        Hunk.UNLINK_WAITING,
        Hunk.NEW_MAP_REFERENCE,
        Hunk.NEW_MAP_RECHECK,
        Hunk.NEW_MAP_KEEPS_NEW,
        Hunk.RESTARTING_UNDER_S_MUTEX,
        Hunk.FORCE_CLOSE_UNDER_BOTH,
        Hunk.ABSENT_RANK_RESTARTS,
        Hunk.NEW_MAP_PAST_WINDOW,
        Hunk.HANDLE_UNDER_BOTH,
        Hunk.DROP_LATE,
        Hunk.OPEN_WHEN_AWAITED,
        Hunk.LOST_OPEN_DROPS,
        Hunk.REPLY_CHECKS_STATE,
        Hunk.UNSAFE_REPLY_RECHECKS,
        Hunk.RESET_ASKS,
        Hunk.CLOSE_ON_FAILURE,
        Hunk.OPENING_AFTER_ALLOCATION,
        Hunk.RECONNECT_SKIPS_NEW,
        Hunk.REPLAY_FINISHES,
        Hunk.RESEND_OPEN,
        Hunk.HUNG_UNDER_S_MUTEX,
        Hunk.OWN_REQUESTS,
        Hunk.CLOSE_AFTER_RESET,
        Hunk.RESET_NEVER_FAILS,
        Hunk.CAPS_FIRST,
        Hunk.WAKE_CAPS_UNDER_S_MUTEX,
        Hunk.UMOUNT_DROPS,
        Hunk.TARGET_PUTS,
        Hunk.EXPORT_RECHECK,
        Hunk.FORWARD_CHECKS_SESSION,
        Hunk.FORWARD_UNLINKS,
        Hunk.RECOVER_PARKS,
        Hunk.MAP_MUTEX,
        Hunk.STATE_READ_ONCE,
        Hunk.MAP_REFERENCE,
        Hunk.INO_EPOCH,
        Hunk.SETTLE_FAILED_CREATE);
  }

  private static Variant repaired() {
    Set<Hunk> all = EnumSet.copyOf(MERGED.hunks);
    all.addAll(repairs());
    return new Variant(
        "repaired", "the patch as committed, with the changes of docs/repair.md", all, Set.of());
  }

  /** The shipped variant or the ablation of a name. */
  public static Optional<Variant> named(String name) {
    return Stream.concat(shipped().stream(), ablations().stream())
        .filter(v -> v.name.equals(name))
        .findFirst();
  }

  private List<Variant> withoutEach(Set<Hunk> some) {
    return behavioural(some).map(this::without).toList();
  }

  private List<Variant> withEachOf(Variant other) {
    return behavioural(other.hunks).filter(hunk -> !has(hunk)).map(this::with).toList();
  }

  private static Stream<Hunk> behavioural(Set<Hunk> hunks) {
    return hunks.stream().filter(Hunk::behavioural).sorted();
  }

  public boolean has(Hunk hunk) {
    return hunks.contains(hunk);
  }

  public boolean is(Mutant mutant) {
    return mutants.contains(mutant);
  }

  public Variant with(Hunk hunk) {
    Set<Hunk> more = EnumSet.of(hunk);
    more.addAll(hunks);
    return new Variant(
        name + "+" + word(hunk), name + " with one hunk more: " + hunk.meaning(), more, mutants);
  }

  public Variant without(Hunk hunk) {
    Set<Hunk> fewer = EnumSet.copyOf(hunks);
    fewer.remove(hunk);
    return new Variant(
        name + "-without-" + word(hunk),
        name + " with one hunk taken out: " + hunk.meaning(),
        fewer,
        mutants);
  }

  public Variant with(Mutant mutant) {
    Set<Mutant> more = EnumSet.of(mutant);
    more.addAll(mutants);
    return new Variant(
        name + "+" + word(mutant), name + " with a mutant: " + mutant.meaning(), hunks, more);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
