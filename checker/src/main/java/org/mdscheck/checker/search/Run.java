package org.mdscheck.checker.search;

import org.mdscheck.checker.reduction.Reduction;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.store.MemoryBudget;
import org.mdscheck.checker.store.StateStore;
import org.mdscheck.checker.symmetry.Symmetry;
import org.mdscheck.checker.system.TransitionSystem;

/** What the parts of one run share. */
final class Run {
  final TransitionSystem system;
  final SearchOptions options;
  final PropertyTable table;
  final Symmetry symmetry;
  final Reduction reduction;
  final StopRequest stop;
  final Clock clock;
  final Crew crew;
  final int words;
  final Evidence evidence;
  final MemoryBudget budget;
  final StateStore store;
  final Levels levels;

  Run(
      TransitionSystem system,
      SearchOptions options,
      PropertyTable table,
      Symmetry symmetry,
      Reduction reduction,
      StopRequest stop,
      ProgressListener listener,
      Crew crew) {
    this.system = system;
    this.options = options;
    this.table = table;
    this.symmetry = symmetry;
    this.reduction = reduction;
    this.stop = stop;
    this.crew = crew;
    words = system.layout().words();
    evidence = new Evidence(table);
    budget = new MemoryBudget(options.maxMemoryBytes());
    clock = new Clock(options.timeLimit(), stop, listener, budget);
    store = new StateStore(words, system.layout().bits(), budget);
    levels = new Levels(store, budget);
  }
}
