package org.mdscheck.checker.oracle.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.mdscheck.checker.spec.Bound;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;

/** Expressions in a state, and the state as a step changes it. */
final class Evaluation {

  /** The model is wrong. */
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Fault(String message) {
      super(message);
    }
  }

  /** A check has ended the step. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(String text) {
      super(text);
    }
  }

  final Map<String, Object> shared;
  final Map<Local, Object> locals;
  final Map<Bound, Integer> bounds = new IdentityHashMap<>();
  final int process;
  private final TreeRun run;
  private final World world;

  /** The state as process {@code process} sees it; -1 for a property. */
  Evaluation(TreeRun run, World world, int process) {
    this.run = run;
    this.world = world;
    this.process = process;
    shared = new HashMap<>(world.shared());
    locals = process < 0 ? new HashMap<>() : new HashMap<>(world.processes().get(process).locals());
    if (process >= 0) bounds.putAll(run.self(process));
  }

  boolean isTrue(Expr e) {
    return value(e) != 0;
  }

  int value(Expr e) {
    if (e instanceof Expr.Constant c) return c.value();
    if (e instanceof Expr.Null) return -1;
    if (e instanceof Bound b) return bounds.get(b);
    if (e instanceof Ref ref) return (Integer) read(ref);
    if (e instanceof Expr.Not not) return isTrue(not.operand()) ? 0 : 1;
    if (e instanceof Expr.Binary b) return binary(b);
    if (e instanceof Expr.Conditional c)
      return value(isTrue(c.condition()) ? c.then() : c.otherwise());
    if (e instanceof Expr.Quantified q) return quantified(q);
    if (e instanceof Expr.Length l) return length(l.of());
    if (e instanceof Expr.Contains c)
      return bit(((List<?>) read(c.queue())).contains(value(c.value())));
    if (e instanceof Expr.Locked l) return bit(!read(l.mutex()).equals(-1));
    if (e instanceof Expr.Unreferenced u) return bit(!isReferenced(value(u.id())));
    return bit(run.ask(e, this, world));
  }

  private static int bit(boolean b) {
    return b ? 1 : 0;
  }

  private int binary(Expr.Binary b) {
    int l = value(b.left());
    switch (b.operator()) {
      case AND:
        return l == 0 ? 0 : value(b.right());
      case OR:
        return l != 0 ? 1 : value(b.right());
      case IMPLIES:
        return l == 0 ? 1 : value(b.right());
      default:
    }
    int r = value(b.right());
    return switch (b.operator()) {
      case EQ -> bit(l == r);
      case NE -> bit(l != r);
      case LT -> bit(l < r);
      case LE -> bit(l <= r);
      case GT -> bit(l > r);
      case GE -> bit(l >= r);
      case PLUS -> l + r;
      case MINUS -> l - r;
      case DIVIDE -> (l - (((l % r) + r) % r)) / r;
      case MODULO -> ((l % r) + r) % r;
      case MEMBER -> l < 0 ? 0 : (r >> l) % 2;
      case WITH -> r | 1 << member(l);
      default -> r & ~(1 << member(l));
    };
  }

  private static int member(int id) {
    if (id < 0) throw new Fault("null in a set");
    return id;
  }

  private int quantified(Expr.Quantified q) {
    int trueOnes = 0;
    for (int i : indexes(q.variable().index())) {
      bounds.put(q.variable(), i);
      if (isTrue(q.body())) trueOnes++;
    }
    return switch (q.quantifier()) {
      case FOR_ALL -> bit(trueOnes == q.variable().index().size());
      case EXISTS -> bit(trueOnes > 0);
      case COUNT -> trueOnes;
    };
  }

  static List<Integer> indexes(Type.Index index) {
    List<Integer> indexes = new ArrayList<>();
    for (int i = 0; i < index.size(); i++) indexes.add(i + low(index));
    return indexes;
  }

  private static int low(Type.Index index) {
    return index instanceof Type.Index.ByRange range ? range.low() : 0;
  }

  private int length(Expr of) {
    return of.type() instanceof Type.Queue
        ? ((List<?>) read((Ref) of)).size()
        : Integer.bitCount(value(of));
  }

  private boolean isReferenced(int id) {
    for (int p = 0; p < world.processes().size(); p++) {
      Map<Local, Object> own = p == process ? locals : world.processes().get(p).locals();
      for (Map.Entry<Local, Object> local : own.entrySet()) {
        if (holds(local.getKey().type(), local.getValue(), id)) return true;
      }
    }
    return false;
  }

  private static boolean holds(Type type, Object value, int id) {
    if (type instanceof Type.Queue q)
      return ((List<?>) value).stream().anyMatch(v -> holds(q.element(), v, id));
    return type instanceof Type.Scalar s && s.domain() instanceof Domain.Id && value.equals(id);
  }

  // ---- places

  Object read(Ref ref) {
    if (ref instanceof Local local) return locals.get(local);
    if (ref instanceof Ref.Variable v) return shared.get(v.name());
    requireAllocated(ref);
    List<?> around = (List<?>) read(around(ref));
    int index = index(ref);
    if (index < 0 || index >= around.size()) throw new Fault(ref + " at " + index);
    return around.get(index);
  }

  void write(Ref ref, Object value) {
    if (ref.type() instanceof Type.Scalar s && !World.fits(s.domain(), (Integer) value))
      throw new Fault(ref + " = " + value);
    if (ref instanceof Local local) {
      locals.put(local, value);
    } else if (ref instanceof Ref.Variable v) {
      shared.put(v.name(), value);
    } else {
      read(ref);
      write(around(ref), World.with((List<?>) read(around(ref)), index(ref), value));
    }
  }

  private static Ref around(Ref ref) {
    if (ref instanceof Ref.Element e) return e.array();
    return ref instanceof Ref.Member m ? m.struct() : ((Ref.Item) ref).queue();
  }

  private int index(Ref ref) {
    if (ref instanceof Ref.Element e)
      return value(e.index()) - low(((Type.Array) e.array().type()).index());
    if (ref instanceof Ref.Item item) return value(item.position());
    Ref.Member m = (Ref.Member) ref;
    return ((Type.Struct) m.struct().type())
        .fields().stream().map(Type.Field::name).toList().indexOf(m.field());
  }

  private void requireAllocated(Ref ref) {
    if (process < 0 || !(ref instanceof Ref.Element e) || !(e.array() instanceof Ref.Variable v))
      return;
    if (v.pool() == null || v.name().equals(v.pool().references())) return;
    int object = value(e.index());
    if (object < 0) throw new Fault(ref + " of null");
    if (((List<?>) shared.get(v.pool().references())).get(object).equals(0))
      throw new Failed("the " + v.pool().ids().name() + " used here is freed memory");
  }
}
