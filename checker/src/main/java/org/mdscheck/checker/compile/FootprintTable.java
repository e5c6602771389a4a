package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.mdscheck.checker.system.ActionFootprint;
import org.mdscheck.checker.system.ActionFootprint.Access;
import org.mdscheck.checker.system.ActionFootprint.LabelSet;
import org.mdscheck.checker.system.Footprints;
import org.mdscheck.checker.system.Slot;

/** Draws up the footprints of a spec from its graphs and predicates. */
final class FootprintTable {
  private final Cfg cfg;
  private final Processes processes;

  FootprintTable(Cfg cfg, Processes processes) {
    this.cfg = cfg;
    this.processes = processes;
  }

  Footprints of(Predicates predicates) {
    Ways ways = new Ways(cfg, processes);
    List<BitSet> starts = new ArrayList<>();
    List<ActionFootprint> actions = new ArrayList<>();
    for (Cfg.Graph graph : cfg.graphs()) {
      BitSet start = new BitSet();
      arrive(graph.start(), touches(true), start);
      starts.add(start);
      for (Cfg.Node node : graph.nodes()) {
        for (Cfg.Edge edge : node.edges()) actions.add(action(graph, node, edge));
      }
    }
    return new Footprints(
        starts,
        actions,
        predicates.ofStates().stream().map(p -> ways.outlook(p.expr())).toList(),
        predicates.ofSteps().stream().map(this::view).toList(),
        predicates.buckets().stream().map(this::view).toList());
  }

  private Touches touches(boolean inStep) {
    return new Touches(cfg.layout(), processes, inStep);
  }

  private ActionFootprint action(Cfg.Graph graph, Cfg.Node node, Cfg.Edge edge) {
    Touches tested = touches(true);
    edge.guards().forEach(guard -> tested.read(guard.condition(), guard.scope()));
    edge.acquired().forEach(mutex -> tested.indexes(mutex, edge.scope()));
    Touches changed = touches(true);
    edge.effects().forEach(effect -> changed.change(effect, edge.scope()));
    changed.forgetSelectors(changed.written());
    Touches arrived = touches(true);
    BitSet to = new BitSet();
    arrive(edge.target(), arrived, to);
    arrived.forgetSelectors(changed.written());
    arrived.forgetSelectors(arrived.written());
    List<Access> done = new ArrayList<>(changed.accesses());
    done.addAll(arrived.accesses());
    List<LabelSet> labels = new ArrayList<>(tested.labels());
    labels.addAll(changed.labels());
    labels.addAll(arrived.labels());
    return new ActionFootprint(
        edge.action(), graph.process(), node.number(), to, tested.accesses(), done, labels);
  }

  private static void arrive(Cfg.Target target, Touches touches, BitSet labels) {
    if (target instanceof Cfg.Target.At at) {
      labels.set(at.node());
    } else if (target instanceof Cfg.Target.Decide decide) {
      touches.read(decide.condition(), decide.scope());
      arrive(decide.then(), touches, labels);
      arrive(decide.otherwise(), touches, labels);
    } else if (target instanceof Cfg.Target.Past past) {
      past.guards().forEach(guard -> touches.read(guard.condition(), guard.scope()));
      past.effects().forEach(effect -> touches.change(effect, past.scope()));
      arrive(past.target(), touches, labels);
    } else if (target instanceof Cfg.Target.Clear clear) {
      BitSet cleared = new BitSet();
      for (int[] range : clear.slotRanges()) cleared.set(range[0], range[0] + range[1]);
      touches.write(cleared);
      arrive(clear.target(), touches, labels);
    }
  }

  /** The slots that a state predicate looks at, those of labels included. */
  BitSet reads(Predicates.Predicate predicate) {
    Footprints.View view = view(predicate);
    BitSet processesRead = new BitSet();
    view.labels().forEach(label -> processesRead.set(label.process()));
    BitSet reads = view.slots();
    for (Slot slot : cfg.layout().slots()) {
      if (slot.kind() == Slot.Kind.LABEL && processesRead.get(slot.process()))
        reads.set(slot.index());
    }
    return reads;
  }

  /** What a predicate can see of a step. */
  private Footprints.View view(Predicates.Predicate predicate) {
    Touches touches = touches(false);
    touches.read(predicate.expr(), Scope.EMPTY);
    return new Footprints.View(touches.slots(), touches.labels());
  }
}
