package org.mdscheck.invariants;

import java.util.Locale;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Scenario;

/**
 * A property of the sessions: a sentence, and what it says of a model. Stateless; {@link Catalogue}
 * has them all.
 */
public interface SessionProperty {
  /** The name in reports and on the command line: the name of the class in kebab case. */
  default String name() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * The requirement that it is a part or a form of, as {@code LOCK-1}. Several properties can share
   * one.
   */
  String reference();

  /** One sentence that says what is true when it holds. */
  String meaning();

  /**
   * Whether what it speaks of can happen in the scenario; where it cannot, nothing could be said of
   * it.
   */
  default boolean appliesTo(Scenario scenario) {
    return true;
  }

  /** The property of this model; it has this name and meaning. */
  Property on(CephModel c);
}
