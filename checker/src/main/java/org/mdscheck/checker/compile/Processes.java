package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.StateLayout;

/**
 * What can be asked of the processes of a spec: where they are, what they hold, what they wait for.
 */
final class Processes {
  private final Cfg cfg;
  private final List<StateLayout.Process> processes;
  private final Map<String, BitSet> mutexSlots;
  private Places.Place[][] waitsFor;

  /**
   * @param mutexSlots slots of the mutexes by lock class; "" for all
   */
  Processes(Cfg cfg, List<StateLayout.Process> processes, Map<String, BitSet> mutexSlots) {
    this.cfg = cfg;
    this.processes = processes;
    this.mutexSlots = mutexSlots;
  }

  /** Finds the mutex that each node waits for: the node's only step takes it. */
  void connect(Places places) {
    waitsFor = new Places.Place[cfg.graphs().size()][];
    for (Cfg.Graph graph : cfg.graphs())
      waitsFor[graph.process()] = new Places.Place[graph.nodes().size()];
    for (Wait wait : waits())
      waitsFor[wait.process()][wait.node()] = places.place(wait.mutex(), wait.scope());
  }

  /** A node whose only step, whatever else it is merged with, takes a mutex. */
  record Wait(int process, int node, Ref mutex, Scope scope) {}

  List<Wait> waits() {
    List<Wait> waits = new ArrayList<>();
    for (Cfg.Graph graph : cfg.graphs()) {
      for (Cfg.Node node : graph.nodes()) {
        long steps = node.edges().stream().map(e -> e.parts().get(0)).distinct().count();
        if (steps != 1 || node.edges().get(0).acquired().isEmpty()) continue;
        Cfg.Edge edge = node.edges().get(0);
        waits.add(new Wait(graph.process(), node.number(), edge.acquired().get(0), edge.scope()));
      }
    }
    return waits;
  }

  int first(String family) {
    for (int p = 0; p < processes.size(); p++)
      if (processes.get(p).family().equals(family)) return p;
    throw new SpecException(
        "no process is called "
            + family
            + ": there are "
            + processes.stream().map(StateLayout.Process::family).distinct().toList());
  }

  int count(String family) {
    return (int) processes.stream().filter(p -> p.family().equals(family)).count();
  }

  int labelSlot(int process) {
    return cfg.graphs().get(process).labelSlot();
  }

  int labelCount(int process) {
    return cfg.graphs().get(process).nodes().size();
  }

  /** Slots of the mutexes of a class, "" for all; an error for a class that no mutex has. */
  BitSet mutexSlots(String lockClass) {
    BitSet slots = mutexSlots.get(lockClass);
    if (slots == null)
      throw new SpecException(
          "no mutex is of class " + lockClass + ": there are " + mutexSlots.keySet());
    return slots;
  }

  /**
   * The labels of a family's graph that lie inside one of the functions; none named: those at which
   * a process has work to do.
   */
  BitSet nodesInside(String family, List<String> functions) {
    BitSet nodes = new BitSet();
    for (Cfg.Node node : cfg.graphs().get(first(family)).nodes()) {
      boolean in =
          functions.isEmpty()
              ? !node.resting()
              : node.edges().stream()
                  .anyMatch(e -> e.functions().stream().anyMatch(functions::contains));
      if (in) nodes.set(node.number());
    }
    if (nodes.isEmpty() && !functions.isEmpty() && cfg.isComplete())
      throw new SpecException("process " + family + " never runs any of " + functions);
    return nodes;
  }

  boolean acquires(Cfg.Edge edge, String lockClass) {
    for (Ref mutex : edge.acquired())
      if (((Type.Mutex) mutex.type()).lockClass().equals(lockClass)) return true;
    return false;
  }

  /** Whether some processes wait for each other's mutexes in a circle. */
  boolean waitCycle(int[] codes, Frame frame) {
    int count = cfg.graphs().size();
    for (int start = 0; start < count; start++) {
      int at = start;
      for (int hops = 0; hops <= count && at >= 0; hops++) {
        at = ownerWaitedFor(codes, frame, at);
        if (at == start) return true;
      }
    }
    return false;
  }

  /** The process that owns the mutex which this one waits for, or -1. */
  private int ownerWaitedFor(int[] codes, Frame frame, int process) {
    Places.Place mutex = waitsFor[process][codes[labelSlot(process)]];
    if (mutex == null) return -1;
    int slot = mutex.slot(codes, frame);
    return slot < 0 ? -1 : codes[slot] - 1;
  }
}
