package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * No create asks the MDS for an ino that another file has: the harmful form of INO-3.
 *
 * <p>Formally: when an MDS does a create that names a number, no other create has taken the number
 * and no file has it.
 *
 * <p>Why it matters: the MDS fails an assertion and dies. Its successor replays the same request.
 *
 * <p>Rests on: the client and the MDS agree on what is delegated. Broken by {@link
 * Mutant#ERASE_UNCHECKED}.
 *
 * <p>Reference: src/mds/SessionMap.h, {@code take_ino()}; Server.cc, {@code prepare_new_inode()}.
 */
final class InoNotTakenTwice implements SessionProperty {
  @Override
  public String reference() {
    return "INO-3";
  }

  @Override
  public String meaning() {
    return "no create asks the MDS for an ino that another file has";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.ASYNC_CREATE);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
