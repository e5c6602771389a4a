package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.checker.spec.Statement;
import org.mdscheck.checker.system.Scalarset;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.StateLayout;

/**
 * Draws the control-flow graph of every process: calls are inlined with locals of their own,
 * choices become one edge per value, statements are drawn from the last to the first so that each
 * knows where it leads.
 */
final class Elaborator {
  private final LayoutBuilder layout;
  private final List<Cfg.Graph> graphs = new ArrayList<>();
  private int actions;

  // The process being drawn.
  private int process;
  private final List<LocalSlots> locals = new ArrayList<>();

  private Elaborator(LayoutBuilder layout) {
    this.layout = layout;
  }

  /**
   * Where a local lives in the process; used again by a later call once the call that it belongs to
   * is drawn.
   */
  private static final class LocalSlots {
    final Local local;
    final int slot;
    boolean inUse = true;

    LocalSlots(Local local, int slot) {
      this.local = local;
      this.slot = slot;
    }
  }

  /** What return, leave, again and goto mean at a place, and what its names mean. */
  private record Place(
      String program,
      List<String> functions,
      Scope scope,
      Draft exit,
      Draft leave,
      Draft again,
      Map<String, Draft.Later> marks) {
    Place inLoop(Draft leave, Draft again) {
      return new Place(program, functions, scope, exit, leave, again, marks);
    }
  }

  static Cfg elaborate(Spec spec) {
    LayoutBuilder layout = new LayoutBuilder(spec.scalarsets(), processes(spec));
    spec.variables().forEach(layout::declare);
    Elaborator elaborator = new Elaborator(layout);
    for (Spec.ProcessFamily family : spec.processes()) {
      int members = family.members() == null ? 1 : family.members().size();
      for (int member = 0; member < members; member++) {
        elaborator.draw(family.program(), Cfg.bind(Scope.EMPTY, family.self(), member));
      }
    }
    return new Cfg(elaborator.graphs, layout, true);
  }

  private static List<StateLayout.Process> processes(Spec spec) {
    List<StateLayout.Process> processes = new ArrayList<>();
    for (Spec.ProcessFamily family : spec.processes()) {
      Scalarset members = family.members();
      if (members == null) {
        processes.add(new StateLayout.Process(family.name(), family.name(), null));
      } else {
        for (int id = 0; id < members.size(); id++) {
          String name = family.name() + "/" + members.name() + id;
          processes.add(
              new StateLayout.Process(name, family.name(), new Slot.Coordinate(members, id)));
        }
      }
    }
    return processes;
  }

  private void draw(Program program, Scope scope) {
    process = graphs.size();
    locals.clear();
    int labelSlot = layout.label(process);
    Draft start = call(program, List.of(), scope, new Draft.Node());
    List<Draft.Node> order = new ArrayList<>();
    number(start, order, none());
    List<Cfg.Node> nodes = new ArrayList<>();
    for (Draft.Node node : order) nodes.add(finish(node));
    layout.labels(labelSlot, nodes.stream().map(Cfg.Node::label).toList(), 0);
    graphs.add(new Cfg.Graph(process, labelSlot, nodes, finish(start)));
  }

  // ---- drawing, from the last statement to the first

  private Draft call(Program program, List<String> callers, Scope scope, Draft next) {
    List<LocalSlots> own = new ArrayList<>();
    Scope inner = scope;
    for (Local local : program.locals()) {
      LocalSlots slots = allocate(local);
      own.add(slots);
      inner = inner.with(local, slots.slot);
    }
    List<int[]> ranges = own.stream().map(s -> new int[] {s.slot, s.local.type().slots()}).toList();
    Draft exit = own.isEmpty() ? next : new Draft.Clear(ranges, next);
    List<String> functions = new ArrayList<>(callers);
    functions.add(program.name());
    Place place =
        new Place(program.name(), List.copyOf(functions), inner, exit, null, null, new HashMap<>());
    Draft entry = block(program.body(), exit, place);
    place.marks.forEach(
        (name, later) -> {
          if (later.place == null)
            throw new SpecException(
                program.name()
                    + ": goto to undefined label "
                    + name
                    + "; set it with mark(\""
                    + name
                    + "\")");
        });
    own.forEach(s -> s.inUse = false);
    return entry;
  }

  private LocalSlots allocate(Local local) {
    int others = 0;
    for (LocalSlots slots : locals) {
      boolean sameName = slots.local.name().equals(local.name());
      if (!slots.inUse && sameName && slots.local.type().equals(local.type())) {
        slots.inUse = true;
        return slots;
      }
      if (sameName) others++;
    }
    String unique = others == 0 ? local.name() : local.name() + "'" + (others + 1);
    LocalSlots slots =
        new LocalSlots(local, layout.local(process, local.name(), unique, local.type()));
    locals.add(slots);
    return slots;
  }

  private Draft block(List<Statement> statements, Draft next, Place place) {
    Draft entry = next;
    for (int i = statements.size() - 1; i >= 0; i--)
      entry = statement(statements.get(i), entry, place);
    return entry;
  }

  private Draft statement(Statement statement, Draft next, Place place) {
    if (statement instanceof Statement.Step step) return step(step, next, place);
    if (statement instanceof Statement.Test test) return test(test, next, place);
    if (statement instanceof Statement.Branch branch) {
      Footprint.requireLocal(place.program, branch.condition());
      return new Draft.Decide(
          branch.condition(),
          place.scope,
          block(branch.then(), next, place),
          block(branch.otherwise(), next, place));
    }
    if (statement instanceof Statement.Loop loop) {
      Draft.Later start = new Draft.Later();
      start.place = block(loop.body(), start, place.inLoop(next, start));
      return start;
    }
    if (statement instanceof Statement.Either either) return either(either, next, place);
    if (statement instanceof Statement.Call call)
      return call(call.program(), place.functions, place.scope, next);
    if (statement instanceof Statement.Return) return place.exit;
    if (statement instanceof Statement.Goto jump) return mark(jump.name(), place);
    if (statement instanceof Statement.Mark mark) {
      Draft.Later later = mark(mark.name(), place);
      if (later.place != null)
        throw new SpecException(place.program + ": label " + mark.name() + " is marked twice");
      later.place = next;
      return next;
    }
    Draft target = statement instanceof Statement.Leave ? place.leave : place.again;
    if (target == null)
      throw new SpecException(place.program + ": leave() or again() outside a loop");
    return target;
  }

  private static Draft.Later mark(String name, Place place) {
    return place.marks.computeIfAbsent(name, n -> new Draft.Later());
  }

  private Draft step(Statement.Step step, Draft next, Place place) {
    if (step.guard() == null && step.effects().isEmpty()) {
      throw new SpecException(
          place.program
              + ": step \""
              + step.label()
              + "\" reads and writes nothing: leave it out, or say what it touches");
    }
    Draft.Node node = new Draft.Node();
    int values = step.choice() == null ? 1 : step.choice().index().size();
    for (int i = 0; i < values; i++) {
      Scope scope = Cfg.bind(place.scope, step.choice(), Evaluator.low(step.choice()) + i);
      List<Cfg.Guard> guards =
          step.guard() == null ? List.of() : List.of(new Cfg.Guard(step.guard(), scope, true));
      node.edges.add(
          new Draft.Edge(
              place.functions,
              step.label(),
              step.kind(),
              guards,
              step.effects(),
              acquired(step, place),
              scope,
              next));
    }
    return node;
  }

  private static List<Ref> acquired(Statement.Step step, Place place) {
    List<Ref> mutexes = new ArrayList<>();
    collectAcquired(
        step.effects(), true, mutexes, place.program + ": step \"" + step.label() + "\"");
    return mutexes;
  }

  private static void collectAcquired(
      List<Effect> effects, boolean always, List<Ref> mutexes, String where) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Acquire acquire) {
        if (!always)
          throw new SpecException(
              where
                  + " acquires "
                  + acquire.mutex()
                  + " under a condition: use a branch or a test");
        mutexes.add(acquire.mutex());
      } else if (effect instanceof Effect.When when) {
        boolean plain = when.condition() instanceof Expr.Constant c && c.value() == 1;
        collectAcquired(when.then(), always && plain, mutexes, where);
        collectAcquired(when.otherwise(), false, mutexes, where);
      } else if (effect instanceof Effect.ForEach each) {
        collectAcquired(each.body(), false, mutexes, where);
      }
    }
  }

  private Draft test(Statement.Test test, Draft next, Place place) {
    Draft.Node node = new Draft.Node();
    node.edges.add(way(test, true, block(test.then(), next, place), place));
    node.edges.add(way(test, false, block(test.otherwise(), next, place), place));
    return node;
  }

  private static Draft.Edge way(Statement.Test test, boolean wanted, Draft target, Place place) {
    return new Draft.Edge(
        place.functions,
        test.label() + " -> " + wanted,
        Statement.Kind.PLAIN,
        List.of(new Cfg.Guard(test.condition(), place.scope, wanted)),
        List.of(),
        List.of(),
        place.scope,
        target);
  }

  private Draft either(Statement.Either either, Draft next, Place place) {
    Draft.Node node = new Draft.Node();
    for (List<Statement> way : either.ways()) node.ways.add(block(way, next, place));
    return node;
  }

  /** Gives the node of an either the first steps of its ways, now that all of them are drawn. */
  private static void join(Draft.Node node) {
    List<Draft> ways = List.copyOf(node.ways);
    node.ways.clear();
    for (Draft way : ways) addFirstSteps(way, List.of(), node);
  }

  private static void addFirstSteps(Draft entry, List<Cfg.Guard> guards, Draft.Node node) {
    if (entry == node)
      throw new SpecException(
          "an either with a way that leads back to it without a step: it would never end");
    if (entry instanceof Draft.Node first) {
      join(first);
      for (Draft.Edge e : first.edges) {
        List<Cfg.Guard> all = new ArrayList<>(guards);
        all.addAll(e.guards());
        node.edges.add(
            new Draft.Edge(
                e.functions(),
                e.label(),
                e.kind(),
                all,
                e.effects(),
                e.acquired(),
                e.scope(),
                e.target()));
      }
    } else if (entry instanceof Draft.Decide decide) {
      addFirstSteps(decide.then(), and(guards, decide, true), node);
      addFirstSteps(decide.otherwise(), and(guards, decide, false), node);
    } else if (entry instanceof Draft.Later later) {
      addFirstSteps(resolve(later), guards, node);
    } else {
      throw new SpecException(
          "a way of an either leaves a program before its first step: give the way a step of its own");
    }
  }

  private static List<Cfg.Guard> and(List<Cfg.Guard> guards, Draft.Decide decide, boolean wanted) {
    List<Cfg.Guard> all = new ArrayList<>(guards);
    all.add(new Cfg.Guard(decide.condition(), decide.scope(), wanted));
    return all;
  }

  // ---- numbering what can be reached, in program order

  /**
   * @param undecided the decisions between the last step and this place
   */
  private void number(Draft place, List<Draft.Node> order, Set<Draft> undecided) {
    if (place instanceof Draft.Later later) {
      number(resolve(later), order, undecided);
    } else if (place instanceof Draft.Decide decide) {
      if (!undecided.add(decide)) throw endless();
      number(decide.then(), order, undecided);
      number(decide.otherwise(), order, undecided);
      undecided.remove(decide);
    } else if (place instanceof Draft.Clear clear) {
      number(clear.target(), order, undecided);
    } else if (place instanceof Draft.Node node && node.number < 0) {
      join(node);
      node.number = order.size();
      order.add(node);
      for (Draft.Edge edge : node.edges) number(edge.target(), order, none());
    }
  }

  private static Set<Draft> none() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static Draft resolve(Draft.Later later) {
    Draft place = later.place;
    for (int hops = 0; place instanceof Draft.Later next; hops++) {
      if (next == later || hops > 10_000) throw endless();
      place = next.place;
    }
    return place;
  }

  private static SpecException endless() {
    return new SpecException("a loop without a step in it: it would never end");
  }

  private Cfg.Node finish(Draft.Node node) {
    List<Cfg.Edge> edges = new ArrayList<>();
    for (Draft.Edge e : node.edges) {
      int action = actions++;
      edges.add(
          new Cfg.Edge(
              action,
              List.of(action),
              e.functions(),
              e.label(),
              e.kind(),
              e.guards(),
              e.effects(),
              e.acquired(),
              e.scope(),
              finish(e.target())));
    }
    return new Cfg.Node(node.number, node.label(), node.resting(), edges);
  }

  private Cfg.Target finish(Draft place) {
    if (place instanceof Draft.Node node) return new Cfg.Target.At(node.number);
    if (place instanceof Draft.Later later) return finish(resolve(later));
    if (place instanceof Draft.Clear clear)
      return new Cfg.Target.Clear(clear.slotRanges(), finish(clear.target()));
    Draft.Decide decide = (Draft.Decide) place;
    return new Cfg.Target.Decide(
        decide.condition(), decide.scope(), finish(decide.then()), finish(decide.otherwise()));
  }
}
