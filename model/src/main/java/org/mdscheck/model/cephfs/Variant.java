package org.mdscheck.model.cephfs;

import static org.mdscheck.model.cephfs.Hunk.BAIL_TERMINAL;
import static org.mdscheck.model.cephfs.Hunk.BAIL_UNREGISTERED;
import static org.mdscheck.model.cephfs.Hunk.CLEAR_CAP_RECONNECT;
import static org.mdscheck.model.cephfs.Hunk.DISPATCH_LOG;
import static org.mdscheck.model.cephfs.Hunk.PEER_RESET;
import static org.mdscheck.model.cephfs.Hunk.RECONNECT_COMMENT;
import static org.mdscheck.model.cephfs.Hunk.RECONNECT_LOG;
import static org.mdscheck.model.cephfs.Hunk.REJECT_WARN;
import static org.mdscheck.model.cephfs.Hunk.RESTORE_STATE;
import static org.mdscheck.model.cephfs.Hunk.RETURN_ERROR;
import static org.mdscheck.model.cephfs.Hunk.XA_DESTROY_UNDER_S_MUTEX;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A kernel tree: the hunks that it contains and the mutants applied to it. Immutable. */
public record Variant(String name, Set<Hunk> hunks, Set<Mutant> mutants) {
  /** The tree just before the patch as merged. */
  public static final Variant BASE = new Variant("base", EnumSet.of(CLEAR_CAP_RECONNECT), Set.of());

  /** The patch as posted, third version, on the tree that it was posted on. */
  public static final Variant V3 =
      new Variant(
          "v3",
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
          "merged", V3.with(CLEAR_CAP_RECONNECT).with(XA_DESTROY_UNDER_S_MUTEX).hunks, Set.of());

  public Variant {
    hunks = Set.copyOf(hunks);
    mutants = Set.copyOf(mutants);
  }

  /**
   * The trees that the project ships: base, v3, merged, and v3 with each behavioural hunk taken out
   * alone.
   */
  public static List<Variant> shipped() {
    List<Variant> all = new ArrayList<>(List.of(BASE, V3, MERGED));
    for (Hunk hunk : Hunk.values()) {
      if (hunk.behavioural() && V3.has(hunk)) all.add(V3.without(hunk));
    }
    return all;
  }

  /** The shipped variant of a name. */
  public static Optional<Variant> named(String name) {
    return shipped().stream().filter(v -> v.name.equals(name)).findFirst();
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
    return new Variant(name + "+" + word(hunk), more, mutants);
  }

  public Variant without(Hunk hunk) {
    Set<Hunk> fewer = EnumSet.copyOf(hunks);
    fewer.remove(hunk);
    return new Variant(name + "-without-" + word(hunk), fewer, mutants);
  }

  public Variant with(Mutant mutant) {
    Set<Mutant> more = EnumSet.of(mutant);
    more.addAll(mutants);
    return new Variant(name + "+" + word(mutant), hunks, more);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
