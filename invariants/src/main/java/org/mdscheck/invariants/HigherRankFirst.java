package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * Of two {@code s_mutex} that are held at once, that of the higher rank was taken first.
 *
 * <p>Formally: when {@code handle_cap_export()} takes the second of its two {@code s_mutex}, the
 * session that it belongs to is of a lower rank than the other one.
 *
 * <p>Why it matters: the two belong to one lock class, so the annotation for a second one silences
 * lockdep, and nothing but this rule keeps two ranks that export to each other from a deadlock.
 *
 * <p>Rests on: {@code handle_cap_export()} compares the ranks. Broken by {@link
 * Mutant#EXPORT_LOCKS_OWN_FIRST} and {@link Mutant#EXPORT_LOCKS_LOWER_FIRST}.
 *
 * <p>Reference: fs/ceph/caps.c, {@code handle_cap_export()}.
 */
final class HigherRankFirst implements SessionProperty {
  @Override
  public String reference() {
    return "LOCK-1";
  }

  @Override
  public String meaning() {
    return "of two s_mutex that are held at once, that of the higher rank was taken first";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.CAP_EXPORTS);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
