package org.mdscheck.checker.search;

import org.mdscheck.checker.result.Limit;
import org.mdscheck.checker.store.StateWriter;
import org.mdscheck.checker.symmetry.Canonicaliser;
import org.mdscheck.checker.system.Explorer;

/** Puts the initial states into the store. */
final class InitialStates implements Explorer.StepSink {
  private final Run run;
  private final Canonicaliser canonicaliser;
  private final StateWriter writer;
  private long generated;
  private String fault;

  InitialStates(Run run) {
    this.run = run;
    canonicaliser = run.symmetry.newCanonicaliser();
    writer = run.store.newWriter();
  }

  /** Stores all of them; returns their number before reduction. */
  long store() {
    run.system.newExplorer().initialStates(this);
    writer.flush();
    if (writer.isFull()) run.stop.request(Limit.Kind.MEMORY);
    run.clock.generated.add(generated);
    run.clock.distinct.add(writer.foundCount());
    return generated;
  }

  /** What is wrong with them, or null. */
  String fault() {
    if (fault == null && generated == 0) return "there is no initial state";
    return fault;
  }

  @Override
  public void step(int action, long[] successor) {
    generated++;
    writer.add(canonicaliser.representative(successor));
  }

  @Override
  public void failed(int action, int check, boolean fatal) {
    if (fault == null)
      fault = "a check failed in an initial state: " + run.system.checks().get(check).text();
  }

  @Override
  public void error(int action, String message) {
    if (fault == null) fault = message;
  }
}
