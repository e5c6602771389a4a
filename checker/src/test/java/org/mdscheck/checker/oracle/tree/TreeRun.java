package org.mdscheck.checker.oracle.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mdscheck.checker.oracle.tree.Evaluation.Failed;
import org.mdscheck.checker.oracle.tree.Evaluation.Fault;
import org.mdscheck.checker.oracle.tree.World.Process;
import org.mdscheck.checker.spec.Bound;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Statement;

/** Explores a spec by walking its tree. */
public final class TreeRun {

  /** What was found; {@code failures} are texts of checks and clauses of invariants. */
  public record Result(
      int distinct,
      long generated,
      int depth,
      long stuck,
      boolean isFaulty,
      Set<String> failures) {}

  /** A process before it has taken a step: its family and which member it is. */
  private record Role(Spec.ProcessFamily family, int member) {}

  private final Spec spec;
  private final List<Role> roles = new ArrayList<>();
  private final Map<World, Integer> depths = new LinkedHashMap<>();
  private final Deque<World> queue = new ArrayDeque<>();
  private final Set<String> failures = new TreeSet<>();
  private boolean isFaulty;
  private long generated;
  private long stuck;

  private TreeRun(Spec spec) {
    this.spec = spec;
    for (Spec.ProcessFamily family : spec.processes()) {
      int members = family.members() == null ? 1 : family.members().size();
      for (int i = 0; i < members; i++) roles.add(new Role(family, i));
    }
  }

  /** Explores all states. */
  public static Result explore(Spec spec) {
    TreeRun run = new TreeRun(spec);
    run.reach(run.initial(), 0);
    int depth = 0;
    while (!run.queue.isEmpty()) {
      World world = run.queue.remove();
      depth = run.depths.get(world);
      run.test(world);
      if (run.isWithin(world)) run.expand(world, depth);
    }
    return new Result(
        run.depths.size(), run.generated, depth, run.stuck, run.isFaulty, run.failures);
  }

  Map<Bound, Integer> self(int process) {
    Role role = roles.get(process);
    return role.family.self() == null ? Map.of() : Map.of(role.family.self(), role.member);
  }

  static Integer initialOf(Ref.Variable v) {
    if (v.initial() == null) return null;
    return v.initial() instanceof Expr.Constant c ? c.value() : -1;
  }

  private World initial() {
    Map<String, Object> shared = new HashMap<>();
    for (Ref.Variable v : spec.variables())
      shared.put(v.name(), World.initial(v.type(), initialOf(v)));
    World world = new World(shared, new ArrayList<>());
    for (Role role : roles) {
      // A decision before the first step can only read locals, which are all as they begin.
      world.processes().add(new Process(null, Map.of()));
      Evaluation state = new Evaluation(this, world, world.processes().size() - 1);
      Position at = settle(enter(role.family.program(), null, state), state);
      world
          .processes()
          .set(world.processes().size() - 1, new Process(at, Map.copyOf(state.locals)));
    }
    return new World(Map.copyOf(shared), List.copyOf(world.processes()));
  }

  private void reach(World world, int depth) {
    generated++;
    if (depths.putIfAbsent(world, depth) == null) queue.add(world);
  }

  private void test(World world) {
    Evaluation state = new Evaluation(this, world, -1);
    for (Property p : spec.properties()) {
      if (!(p instanceof Property.Invariant invariant)) continue;
      for (Property.Clause c : invariant.clauses()) {
        if ((c.premise() == null || state.isTrue(c.premise())) && !state.isTrue(c.conclusion()))
          failures.add(c.name());
      }
    }
  }

  private boolean isWithin(World world) {
    Evaluation state = new Evaluation(this, world, -1);
    return spec.limits().stream().allMatch(l -> state.isTrue(l.within()));
  }

  private void expand(World world, int depth) {
    boolean[] moved = new boolean[1];
    for (int p = 0; p < roles.size(); p++) {
      for (Step step : steps(world, p)) {
        try {
          World next = step.take();
          if (next == null) continue;
          reach(next, depth + 1);
        } catch (Fault e) {
          isFaulty = true;
        } catch (Failed e) {
          failures.add(e.getMessage());
        }
        moved[0] = true;
      }
    }
    if (!moved[0] && world.processes().stream().anyMatch(p -> !rests(p.at()))) stuck++;
  }

  /** Something that a process may do: gives the state after it, or null when it must wait. */
  private interface Step {
    World take();
  }

  private List<Step> steps(World world, int process) {
    List<Step> steps = new ArrayList<>();
    Position at = world.processes().get(process).at();
    if (at != null) addSteps(world, process, at, steps);
    return steps;
  }

  private void addSteps(World world, int process, Position at, List<Step> steps) {
    Statement statement = at.statement();
    if (statement instanceof Statement.Either either) {
      for (List<Statement> way : either.ways()) {
        // The ways begin with a step or lead to one; locals that come and go on the way there are
        // not seen.
        Position first = settle(at.into(way, false), new Evaluation(this, world, process));
        if (first != null) addSteps(world, process, first, steps);
      }
    } else if (statement instanceof Statement.Test test) {
      for (boolean wanted : new boolean[] {true, false}) {
        steps.add(
            () -> {
              Evaluation state = new Evaluation(this, world, process);
              if (state.isTrue(test.condition()) != wanted) return null;
              return after(world, state, at.into(wanted ? test.then() : test.otherwise(), false));
            });
      }
    } else {
      Statement.Step step = (Statement.Step) statement;
      if (step.choice() == null)
        steps.add(() -> take(world, new Evaluation(this, world, process), at, step));
      else addChoices(world, process, at, step, steps);
    }
  }

  private void addChoices(
      World world, int process, Position at, Statement.Step step, List<Step> steps) {
    for (int i : Evaluation.indexes(step.choice().index())) {
      steps.add(
          () -> {
            Evaluation state = new Evaluation(this, world, process);
            state.bounds.put(step.choice(), i);
            return take(world, state, at, step);
          });
    }
  }

  private World take(World world, Evaluation state, Position at, Statement.Step step) {
    if (step.guard() != null && !state.isTrue(step.guard())) return null;
    for (Ref mutex : acquired(step.effects())) {
      Object owner = state.read(mutex);
      if (!owner.equals(-1) && !owner.equals(state.process)) return null;
    }
    List<String> warnings = new ArrayList<>();
    try {
      new Effects(state, warnings).apply(step.effects());
    } finally {
      failures.addAll(warnings);
    }
    return after(world, state, at.next());
  }

  private World after(World world, Evaluation state, Position at) {
    Position settled = settle(at, state);
    Process moved = new Process(settled, Map.copyOf(state.locals));
    List<Process> processes = new ArrayList<>(world.processes());
    processes.set(state.process, moved);
    return new World(Map.copyOf(state.shared), List.copyOf(processes));
  }

  private static List<Ref> acquired(List<Effect> effects) {
    List<Ref> mutexes = new ArrayList<>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.Acquire a) mutexes.add(a.mutex());
      if (effect instanceof Effect.When w) mutexes.addAll(acquired(w.then()));
    }
    return mutexes;
  }

  // ---- from one step to the next

  private Position enter(Program program, Position outer, Evaluation state) {
    for (Local local : program.locals()) state.locals.put(local, World.initial(local.type(), null));
    return Position.start(program, outer);
  }

  private Position exit(Position at, Evaluation state) {
    Position body = at.body();
    body.program().object().locals().forEach(state.locals::remove);
    return body.outer();
  }

  /** Follows everything that is no step; null at the end of the process. */
  private Position settle(Position from, Evaluation state) {
    Position at = from;
    while (at != null) {
      Statement s = at.statement();
      if (s instanceof Statement.Step
          || s instanceof Statement.Test
          || s instanceof Statement.Either) return at;
      if (s == null && at.isLoop()) at = at.at(0);
      else if (s == null) at = at.program() != null ? exit(at, state) : at.outer();
      else if (s instanceof Statement.Branch b)
        at = at.into(state.isTrue(b.condition()) ? b.then() : b.otherwise(), false);
      else if (s instanceof Statement.Loop l) at = at.into(l.body(), true);
      else if (s instanceof Statement.Call c) at = enter(c.program(), at.next(), state);
      else if (s instanceof Statement.Leave) at = at.loop().outer();
      else if (s instanceof Statement.Again) at = at.loop();
      else if (s instanceof Statement.Return) at = exit(at, state);
      else if (s instanceof Statement.Goto g) at = at.body().find(new Statement.Mark(g.name()));
      else at = at.next();
    }
    return null;
  }

  // ---- what can be asked of processes

  private static boolean rests(Position at) {
    if (at == null) return true;
    List<Statement.Kind> kinds = kinds(at).toList();
    return kinds.contains(Statement.Kind.REST)
        || kinds.contains(Statement.Kind.OPTION)
        || kinds.stream().allMatch(kind -> kind == Statement.Kind.FAULT);
  }

  /** Of the steps that can be next. */
  private static Stream<Statement.Kind> kinds(Position at) {
    if (at.statement() instanceof Statement.Either either) {
      return either.ways().stream()
          .filter(way -> !way.isEmpty())
          .flatMap(way -> kinds(at.into(way, false)));
    }
    return Stream.of(
        at.statement() instanceof Statement.Step step ? step.kind() : Statement.Kind.PLAIN);
  }

  boolean ask(Expr e, Evaluation state, World world) {
    if (e instanceof Expr.NoWaitCycle) return !hasWaitCycle(state, world);
    for (int p = 0; p < roles.size(); p++) {
      if (e instanceof Expr.Holding h
          && (h.family() == null
              ? p == state.process
              : isMeant(p, h.family(), h.member(), state))) {
        if (owns(state, p, h.lockClass())) return true;
      }
      if (e instanceof Expr.Inside i && isMeant(p, i.family(), i.member(), state)) {
        if (isInside(world.processes().get(p).at(), i.functions())) return true;
      }
    }
    return false;
  }

  private boolean isMeant(int process, String family, Expr member, Evaluation state) {
    Role role = roles.get(process);
    return role.family.name().equals(family)
        && (member == null || state.value(member) == role.member);
  }

  /** Every mutex of a random spec is a variable of its own. */
  private boolean owns(Evaluation state, int process, String lockClass) {
    for (Ref.Variable v : spec.variables()) {
      if (v.type() instanceof org.mdscheck.checker.spec.Type.Mutex m
          && (lockClass.isEmpty() || lockClass.equals(m.lockClass()))
          && state.shared.get(v.name()).equals(process)) return true;
    }
    return false;
  }

  private static boolean isInside(Position at, List<String> functions) {
    if (functions.isEmpty()) return !rests(at);
    for (Position here = at; here != null; here = here.outer()) {
      if (here.program() != null && functions.contains(here.program().object().name())) return true;
    }
    return false;
  }

  private boolean hasWaitCycle(Evaluation state, World world) {
    for (int p = 0; p < roles.size(); p++) {
      int at = p;
      for (int hops = 0; hops <= roles.size() && at >= 0; hops++) {
        at = waitsFor(state, world.processes().get(at).at());
        if (at == p) return true;
      }
    }
    return false;
  }

  /** The owner of the mutex that a process is about to take; -1 for nobody. */
  private static int waitsFor(Evaluation state, Position at) {
    if (at == null || !(at.statement() instanceof Statement.Step step) || step.choice() != null)
      return -1;
    List<Ref> mutexes = acquired(step.effects());
    return mutexes.isEmpty() ? -1 : (Integer) state.read(mutexes.get(0));
  }
}
