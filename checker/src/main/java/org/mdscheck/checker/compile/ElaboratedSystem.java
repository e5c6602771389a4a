package org.mdscheck.checker.compile;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.Footprints;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem;

/** What systems that come from a spec have in common, however their steps are taken. */
abstract class ElaboratedSystem implements TransitionSystem {
  final Elaboration elaboration;

  ElaboratedSystem(Elaboration elaboration) {
    this.elaboration = elaboration;
  }

  @Override
  public final String name() {
    return elaboration.name;
  }

  @Override
  public final String hash() {
    return elaboration.hash;
  }

  @Override
  public final StateLayout layout() {
    return elaboration.layout;
  }

  @Override
  public final List<Action> actions() {
    return elaboration.actions;
  }

  @Override
  public final List<Check> checks() {
    return elaboration.checks;
  }

  @Override
  public final List<Property> properties() {
    return elaboration.predicates.properties();
  }

  @Override
  public final List<Tally> tallies() {
    return elaboration.predicates.tallies();
  }

  @Override
  public final int boundPredicate() {
    return elaboration.predicates.boundPredicate();
  }

  @Override
  public final int[] expansion(int action) {
    return elaboration.edges.get(action).parts().stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public final List<String> passes() {
    return elaboration.passes;
  }

  @Override
  public final Optional<Footprints> footprints() {
    return Optional.of(
        new FootprintTable(elaboration.cfg, elaboration.processes).of(elaboration.predicates));
  }

  @Override
  public final BitSet reads(int statePredicate) {
    return new FootprintTable(elaboration.cfg, elaboration.processes)
        .reads(elaboration.predicates.ofStates().get(statePredicate));
  }
}
