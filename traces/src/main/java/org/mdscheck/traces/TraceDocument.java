package org.mdscheck.traces;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.StateVector;
import org.mdscheck.checker.result.Trace;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.system.Action;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * The JSON of a trace, field by field; docs/trace-json.md says what each means. Names and values
 * are there for readers: only numbers of actions and packed states are read back.
 */
record TraceDocument(
    String schema,
    String tool,
    SpecName spec,
    Map<String, Object> parameters,
    String property,
    String meaning,
    Verdict verdict,
    String clause,
    String note,
    long evidenceStates,
    int depth,
    String id,
    Start initial,
    List<Step> steps) {

  /** Name and version of this form. */
  static final String SCHEMA = "mdscheck-trace/1";

  record SpecName(String name, String hash) {
    SpecName {
      require(name, "name");
      require(hash, "hash");
    }
  }

  record Start(String state, Map<String, String> slots) {
    Start {
      require(state, "state");
      require(slots, "slots");
    }
  }

  /** {@code state} is null when the step ended the run. */
  record Step(
      int action,
      String process,
      List<String> functions,
      String label,
      boolean fault,
      String state,
      List<SlotChange> changes) {
    Step {
      require(process, "process");
      require(functions, "functions");
      require(label, "label");
      require(changes, "changes");
    }
  }

  record SlotChange(String slot, String from, String to) {
    SlotChange {
      require(slot, "slot");
      require(from, "from");
      require(to, "to");
    }
  }

  TraceDocument {
    require(schema, "schema");
    require(tool, "tool");
    require(spec, "spec");
    require(parameters, "parameters");
    require(property, "property");
    require(meaning, "meaning");
    require(verdict, "verdict");
    require(clause, "clause");
    require(note, "note");
    require(id, "id");
    require(initial, "initial");
    require(steps, "steps");
    steps.forEach(step -> require(step, "a step"));
  }

  private static void require(Object value, String name) {
    Objects.requireNonNull(value, () -> name + " is null");
  }

  static TraceDocument of(TransitionSystem system, TraceFile file) {
    final PropertyResult result = file.result();
    final Trace trace = result.trace();
    final List<Step> steps = new ArrayList<>();
    for (int i = 0; i < trace.depth(); i++) steps.add(step(system, trace, i));
    return new TraceDocument(
        SCHEMA,
        file.tool(),
        new SpecName(file.systemName(), trace.systemHash()),
        file.parameters(),
        result.name(),
        result.meaning(),
        result.verdict(),
        trace.clause(),
        result.note(),
        result.evidenceStates(),
        trace.depth(),
        trace.id(),
        new Start(trace.initial().toString(), slots(system.layout(), trace.initial())),
        steps);
  }

  private static Map<String, String> slots(StateLayout layout, StateVector state) {
    final Map<String, String> slots = new LinkedHashMap<>();
    for (Slot slot : layout.slots()) slots.put(slot.name(), state.show(layout, slot.index()));
    return slots;
  }

  private static Step step(TransitionSystem system, Trace trace, int index) {
    final StateLayout layout = system.layout();
    final StateVector before = trace.stateBefore(index);
    final StateVector after = trace.stateBefore(index + 1);
    final Action action = system.actions().get(trace.steps().get(index).action());
    final List<SlotChange> changes = new ArrayList<>();
    for (Slot slot : layout.slots()) {
      if (after == null || before.get(layout, slot.index()) == after.get(layout, slot.index()))
        continue;
      changes.add(
          new SlotChange(
              slot.name(), before.show(layout, slot.index()), after.show(layout, slot.index())));
    }
    return new Step(
        action.id(),
        layout.processes().get(action.process()).name(),
        action.functions(),
        action.label(),
        action.fault(),
        after == null ? null : after.toString(),
        changes);
  }

  /**
   * What was written.
   *
   * @throws IllegalArgumentException if the fields contradict each other
   */
  TraceFile file() {
    final List<Trace.Step> run = new ArrayList<>();
    for (Step step : steps) {
      if (step.state == null && run.size() < steps.size() - 1) {
        throw new IllegalArgumentException(
            "step " + (run.size() + 1) + " has no state, which only the last one may lack");
      }
      run.add(new Trace.Step(step.action, step.state == null ? null : vector(step.state)));
    }
    final Trace trace = new Trace(spec.hash, property, clause, vector(initial.state), run);
    if (depth != trace.depth()) {
      throw new IllegalArgumentException(
          "depth is " + depth + ", there are " + run.size() + " steps");
    }
    if (!id.equals(trace.id())) {
      throw new IllegalArgumentException(
          "the id is " + id + ", that of the steps is " + trace.id() + ": somebody changed them");
    }
    return new TraceFile(
        tool,
        spec.name,
        parameters,
        new PropertyResult(property, meaning, verdict, clause, depth, trace, note, evidenceStates));
  }

  /** The inverse of {@link StateVector#toString}. */
  private static StateVector vector(String hex) {
    if (!hex.matches("([0-9a-f]{16})+")) {
      throw new IllegalArgumentException(
          "state \"" + hex + "\" is not made of words of 16 hexadecimal digits");
    }
    final long[] words = new long[hex.length() / 16];
    for (int i = 0; i < words.length; i++) {
      words[i] = Long.parseUnsignedLong(hex.substring(16 * i, 16 * i + 16), 16);
    }
    return new StateVector(words);
  }
}
