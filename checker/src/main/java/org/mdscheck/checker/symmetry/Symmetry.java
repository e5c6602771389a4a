package org.mdscheck.checker.symmetry;

import java.util.List;
import java.util.Optional;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.TransitionSystem;

/** Which states count as equal. Immutable, thread-safe. */
public interface Symmetry {
  /** A canonicaliser for one thread. */
  Canonicaliser newCanonicaliser();

  /** Whether every state stands for itself only. */
  boolean isTrivial();

  /**
   * What in a system is not symmetric, in a sentence that names it; empty if nothing was found near
   * the initial states.
   *
   * @param properties those to be checked
   */
  Optional<String> refutation(TransitionSystem system, List<Property> properties);

  /**
   * The same, tried on states given.
   *
   * @param states reachable ones; not modified
   */
  Optional<String> refutation(
      TransitionSystem system, List<Property> properties, List<long[]> states);

  /** One phrase for reports: the scalarsets whose ids are interchanged. */
  String description();

  /** Every state stands for itself. */
  static Symmetry none() {
    return new Symmetry() {
      @Override
      public Canonicaliser newCanonicaliser() {
        return state -> state;
      }

      @Override
      public boolean isTrivial() {
        return true;
      }

      @Override
      public Optional<String> refutation(TransitionSystem system, List<Property> properties) {
        return Optional.empty();
      }

      @Override
      public Optional<String> refutation(
          TransitionSystem system, List<Property> properties, List<long[]> states) {
        return Optional.empty();
      }

      @Override
      public String description() {
        return "none";
      }
    };
  }
}
