package org.mdscheck.checker.system;

import java.util.List;

/**
 * A system that says of itself what another says, where a subclass does not say otherwise. What a
 * system may leave unsaid (footprints, reads, passes) is left unsaid: it need not be true of the
 * other steps that a subclass takes.
 */
public abstract class ForwardingSystem implements TransitionSystem {
  /** The system spoken for. */
  protected final TransitionSystem base;

  protected ForwardingSystem(TransitionSystem base) {
    this.base = base;
  }

  @Override
  public final String name() {
    return base.name();
  }

  @Override
  public final String hash() {
    return base.hash();
  }

  @Override
  public final StateLayout layout() {
    return base.layout();
  }

  @Override
  public final List<Action> actions() {
    return base.actions();
  }

  @Override
  public final List<Check> checks() {
    return base.checks();
  }

  @Override
  public List<Property> properties() {
    return base.properties();
  }

  @Override
  public final List<Tally> tallies() {
    return base.tallies();
  }

  @Override
  public final int boundPredicate() {
    return base.boundPredicate();
  }
}
