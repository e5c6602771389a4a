package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.checker.spec.Statement;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;
import org.mdscheck.checker.system.Scalarset;

/** What a spec may not say although every part of it is well formed. */
final class SpecRules {
  private final Spec spec;
  private final Set<String> lockClasses = new HashSet<>();

  private SpecRules(Spec spec) {
    this.spec = spec;
  }

  /** What an expression is evaluated against, which decides what it can ask. */
  private enum Moment {
    /** A state, seen by nobody. */
    STATE,
    /** A state, seen by the process that takes a step there. */
    STEP,
    /** A step, from one state to the next. */
    CHANGE
  }

  /** Refuses a spec that breaks a rule; the message says which and where. */
  static void requireKept(Spec spec) {
    SpecRules rules = new SpecRules(spec);
    for (Ref.Variable v : spec.variables()) rules.type(v.name(), v.type(), true);
    for (Spec.ProcessFamily family : spec.processes()) {
      if (family.members() != null) rules.declared("process " + family.name(), family.members());
      rules.program(family.program());
    }
    spec.properties().forEach(rules::property);
    spec.limits().forEach(l -> rules.expr("limit " + l.name(), l.within(), Moment.STATE));
    spec.tallies().forEach(t -> rules.expr("tally " + t.name(), t.bucket(), Moment.CHANGE));
  }

  // ---- types

  private void type(String where, Type type, boolean mayLock) {
    if (type instanceof Type.Scalar scalar) {
      if (scalar.domain() instanceof Domain.Id id) declared(where, id.of());
      if (scalar.domain() instanceof Domain.SetOf set) declared(where, set.of());
    } else if (type instanceof Type.Array array) {
      if (array.index() instanceof Type.Index.ByIds ids) declared(where, ids.ids());
      type(where, array.element(), mayLock);
    } else if (type instanceof Type.Struct struct) {
      Set<String> names = new HashSet<>();
      for (Type.Field f : struct.fields()) {
        if (!names.add(f.name())) throw new SpecException(where + " has two fields " + f.name());
        type(where + "." + f.name(), f.type(), mayLock);
      }
    } else if (type instanceof Type.Queue queue) {
      if (queue.capacity() < 1)
        throw new SpecException(
            "queue "
                + where
                + " has room for "
                + queue.capacity()
                + " elements: give it 1 or more");
      type("element of " + where, queue.element(), false);
    } else if (type instanceof Type.Mutex mutex) {
      if (!mayLock)
        throw new SpecException(where + " is a mutex: a mutex is a shared variable or part of one");
      lockClasses.add(mutex.lockClass());
    }
  }

  private void declared(String where, Scalarset ids) {
    if (!spec.scalarsets().contains(ids))
      throw new SpecException(
          where + " uses the scalarset " + ids.name() + ", which spec " + spec.name() + " lacks");
  }

  private static boolean holdsMutex(Type type) {
    if (type instanceof Type.Array array) return holdsMutex(array.element());
    if (type instanceof Type.Struct struct)
      return struct.fields().stream().anyMatch(f -> holdsMutex(f.type()));
    return type instanceof Type.Mutex;
  }

  // ---- programs

  private void program(Program program) {
    Set<Local> locals = new HashSet<>();
    for (Local local : program.locals()) {
      if (!locals.add(local))
        throw new SpecException(program.name() + " declares local " + local.name() + " twice");
      type("local " + local.name() + " of " + program.name(), local.type(), false);
    }
    statements(program.name(), program.body());
  }

  private void statements(String program, List<Statement> statements) {
    for (Statement statement : statements) statement(program, statement);
  }

  private void statement(String program, Statement statement) {
    if (statement instanceof Statement.Step step) {
      String where = program + ": step \"" + step.label() + "\"";
      if (step.choice() != null && step.choice().index() instanceof Type.Index.ByIds ids)
        declared(where, ids.ids());
      if (step.guard() != null) expr(where, step.guard(), Moment.STEP);
      step.effects().forEach(e -> effect(where, e));
    } else if (statement instanceof Statement.Test test) {
      expr(program + ": test \"" + test.label() + "\"", test.condition(), Moment.STEP);
      statements(program, test.then());
      statements(program, test.otherwise());
    } else if (statement instanceof Statement.Branch branch) {
      expr(program + ": branch", branch.condition(), Moment.STEP);
      statements(program, branch.then());
      statements(program, branch.otherwise());
    } else if (statement instanceof Statement.Loop loop) {
      statements(program, loop.body());
    } else if (statement instanceof Statement.Either either) {
      if (either.ways().isEmpty()) throw new SpecException(program + ": an either without a way");
      either.ways().forEach(way -> statements(program, way));
    } else if (statement instanceof Statement.Call call) {
      program(call.program());
    }
  }

  private void effect(String where, Effect effect) {
    if (effect instanceof Effect.Assign e) {
      refuseMutex(where, e.target());
      if (!(e.target().type() instanceof Type.Scalar) && !(e.value() instanceof Ref))
        throw new SpecException(
            where + " assigns to " + e.target() + ", which is no scalar: copy another place to it");
      exprs(where, e.target(), e.value());
    } else if (effect instanceof Effect.Reset e) {
      refuseMutex(where, e.target());
      exprs(where, e.target());
    } else if (effect instanceof Effect.Acquire e) {
      exprs(where, e.mutex());
    } else if (effect instanceof Effect.Release e) {
      exprs(where, e.mutex());
    } else if (effect instanceof Effect.Enqueue e) {
      exprs(where, e.queue());
      exprs(where, e.values().toArray(Expr[]::new));
    } else if (effect instanceof Effect.Dequeue e) {
      exprs(where, e.queue());
      if (e.into() != null) exprs(where, e.into());
    } else if (effect instanceof Effect.Remove e) {
      exprs(where, e.queue(), e.value());
    } else if (effect instanceof Effect.Check e) {
      exprs(where, e.condition());
    } else if (effect instanceof Effect.When e) {
      exprs(where, e.condition());
      e.then().forEach(inner -> effect(where, inner));
      e.otherwise().forEach(inner -> effect(where, inner));
    } else if (effect instanceof Effect.ForEach e) {
      e.body().forEach(inner -> effect(where, inner));
    }
  }

  private static void refuseMutex(String where, Ref target) {
    if (holdsMutex(target.type()))
      throw new SpecException(
          where + " writes " + target + ", which holds a mutex: only acquire and release do that");
  }

  private void exprs(String where, Expr... exprs) {
    for (Expr e : exprs) expr(where, e, Moment.STEP);
  }

  // ---- properties and expressions

  private void property(Property p) {
    if (p instanceof Property.Invariant i) clauses(p, i.clauses(), Moment.STATE);
    if (p instanceof Property.StepInvariant s) clauses(p, s.clauses(), Moment.CHANGE);
    if (p instanceof Property.Recovery r) clauses(p, r.clauses(), Moment.STATE);
    if (p instanceof Property.Cover c) expr("property " + p.name(), c.condition(), Moment.STATE);
  }

  private void clauses(Property p, List<Property.Clause> clauses, Moment moment) {
    for (Property.Clause clause : clauses) {
      String where = "property " + p.name() + ", clause \"" + clause.name() + "\"";
      if (clause.premise() != null) expr(where, clause.premise(), moment);
      expr(where, clause.conclusion(), moment);
    }
  }

  private void expr(String where, Expr e, Moment moment) {
    if (e instanceof Expr.Next || e instanceof Expr.Acquiring) {
      if (moment != Moment.CHANGE)
        throw new SpecException(
            where + " asks about a step with next or acquiring: only step properties can");
    }
    if (e instanceof Expr.Acquiring a && !lockClasses.contains(a.lockClass()))
      throw new SpecException(
          where + ": no mutex is of class " + a.lockClass() + ": there are " + lockClasses);
    if (e instanceof Expr.Holding h && h.family() == null && moment == Moment.STATE)
      throw new SpecException(
          where
              + " asks what the process holds, but no process takes a step: name the process with"
              + " holdsAnyLock");
    if (e instanceof Expr.Holding h && h.member() != null) member(where, h.family(), h.member());
    if (e instanceof Expr.Inside i && i.member() != null) member(where, i.family(), i.member());
    for (Expr part : parts(e)) expr(where, part, moment);
  }

  /** Refuses an id of another scalarset than the members of the family. */
  private void member(String where, String family, Expr member) {
    for (Spec.ProcessFamily f : spec.processes()) {
      if (!f.name().equals(family)) continue;
      boolean fits =
          member.type() instanceof Type.Scalar s
              && s.domain() instanceof Domain.Id id
              && id.of().equals(f.members());
      if (!fits)
        throw new SpecException(where + ": " + member + " is no id of a process " + family);
    }
  }

  /** The expressions that another is made of directly. */
  static List<Expr> parts(Expr e) {
    if (e instanceof Expr.Not not) return List.of(not.operand());
    if (e instanceof Expr.Binary b) return List.of(b.left(), b.right());
    if (e instanceof Expr.Conditional c) return List.of(c.condition(), c.then(), c.otherwise());
    if (e instanceof Expr.Quantified q) return List.of(q.body());
    if (e instanceof Expr.Length length) return List.of(length.of());
    if (e instanceof Expr.Contains c) return List.of(c.queue(), c.value());
    if (e instanceof Expr.Next next) return List.of(next.operand());
    if (e instanceof Expr.Locked locked) return List.of(locked.mutex());
    if (e instanceof Expr.Unreferenced u) return List.of(u.id());
    if (e instanceof Expr.Holding h && h.member() != null) return List.of(h.member());
    if (e instanceof Expr.Inside i && i.member() != null) return List.of(i.member());
    if (e instanceof Ref ref) return indexes(ref);
    return List.of();
  }

  private static List<Expr> indexes(Ref ref) {
    List<Expr> indexes = new ArrayList<>();
    Ref at = ref;
    while (!(at instanceof Local) && !(at instanceof Ref.Variable)) {
      if (at instanceof Ref.Element element) indexes.add(element.index());
      if (at instanceof Ref.Item item) indexes.add(item.position());
      at = Footprint.parent(at);
    }
    return indexes;
  }
}
