package org.mdscheck.checker.oracle.wild;

import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mdscheck.checker.spec.Bound;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Statement;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;

/** Counts in how many specs each kind of thing occurs that the language has. */
public final class Kinds {
  private final Map<String, Integer> specs = new TreeMap<>();
  private final Map<Class<?>, RecordComponent[]> components = new HashMap<>(); // slow to ask for

  /** Every kind that there is, by what the language itself permits. */
  public static Set<String> all() {
    Set<String> kinds = new TreeSet<>();
    for (Class<?> family :
        List.of(
            Expr.class,
            Ref.class,
            Effect.class,
            Statement.class,
            Property.class,
            Type.class,
            Type.Index.class,
            Domain.class)) {
      for (Class<?> kind : family.getPermittedSubclasses())
        if (!kind.isInterface()) kinds.add(kind.getSimpleName());
    }
    // The owner of a mutex is the domain of a slot, not one that a spec can name.
    kinds.remove("Owner");
    for (Expr.Operator operator : Expr.Operator.values()) kinds.add("Binary " + operator);
    for (Statement.Kind kind : Statement.Kind.values()) kinds.add("Step " + kind);
    for (Expr.Quantifier quantifier : Expr.Quantifier.values()) {
      kinds.add("Quantified " + quantifier + " ByIds");
      kinds.add("Quantified " + quantifier + " ByRange");
    }
    for (String index : List.of("ByIds", "ByRange", "ByValues")) {
      kinds.add("Element " + index + " constant");
      kinds.add("Element " + index + " computed");
    }
    kinds.addAll(Set.of("Item constant", "Item computed", "Acquire computed", "Dequeue nowhere"));
    kinds.addAll(Set.of("Assign Struct", "Assign Array", "Assign Queue", "Enqueue Struct"));
    kinds.addAll(Set.of("Pool", "StepTally", "Limit", "ProcessFamily one", "ProcessFamily each"));
    kinds.addAll(Set.of("Holding one", "Holding member", "Holding taker", "Inside one"));
    kinds.addAll(Set.of("Inside member", "Check fatal", "Check warning", "choice ByRange"));
    return kinds;
  }

  /** Notes what occurs in a spec. */
  public void add(Spec spec) {
    Set<String> here = new TreeSet<>();
    visit(spec, here, Collections.newSetFromMap(new IdentityHashMap<>()));
    here.forEach(kind -> specs.merge(kind, 1, Integer::sum));
  }

  /** Number of specs by kind. */
  public Map<String, Integer> counts() {
    return specs;
  }

  private void visit(Object part, Set<String> here, Set<Object> visited) {
    if (part instanceof List<?> list) {
      list.forEach(item -> visit(item, here, visited));
      return;
    }
    boolean isNode = part instanceof Record || part instanceof Local || part instanceof Bound;
    if (!isNode || !visited.add(part)) return;
    here.add(part.getClass().getSimpleName());
    note(part, here);
    if (part instanceof Local local) visit(local.type(), here, visited);
    if (part instanceof Record)
      for (RecordComponent component :
          components.computeIfAbsent(part.getClass(), Class::getRecordComponents))
        visit(valueOf(component, part), here, visited);
  }

  private static void note(Object part, Set<String> here) {
    if (part instanceof Expr.Binary b) here.add("Binary " + b.operator());
    if (part instanceof Expr.Quantified q)
      here.add("Quantified " + q.quantifier() + " " + kind(q.variable().index()));
    if (part instanceof Ref.Element e)
      here.add("Element " + kind(((Type.Array) e.array().type()).index()) + known(e.index()));
    if (part instanceof Ref.Item item) here.add("Item" + known(item.position()));
    if (part instanceof Expr.Holding h)
      here.add(h.family() == null ? "Holding taker" : "Holding " + member(h.member()));
    if (part instanceof Expr.Inside i) here.add("Inside " + member(i.member()));
    if (part instanceof Effect.Acquire a && a.mutex() instanceof Ref.Element e)
      here.add("Acquire" + known(e.index()));
    if (part instanceof Effect.Dequeue d && d.into() == null) here.add("Dequeue nowhere");
    if (part instanceof Effect.Assign a) here.add("Assign " + kind(a.target().type()));
    if (part instanceof Effect.Enqueue e)
      here.add("Enqueue " + kind(((Type.Queue) e.queue().type()).element()));
    if (part instanceof Effect.Check c) here.add("Check " + (c.fatal() ? "fatal" : "warning"));
    if (part instanceof Statement.Step s) {
      here.add("Step " + s.kind());
      if (s.choice() != null) here.add("choice " + kind(s.choice().index()));
    }
    if (part instanceof Spec.ProcessFamily f)
      here.add("ProcessFamily " + (f.members() == null ? "one" : "each"));
  }

  private static String kind(Object part) {
    return part.getClass().getSimpleName();
  }

  private static String known(Expr index) {
    return index instanceof Expr.Constant || index instanceof Bound ? " constant" : " computed";
  }

  private static String member(Expr member) {
    return member == null ? "one" : "member";
  }

  private static Object valueOf(RecordComponent component, Object part) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the parts of a spec are public records", e);
    }
  }
}
