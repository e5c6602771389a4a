package org.mdscheck.checker.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * Drops shared variables on which nothing depends that can be seen, and the effects that write
 * them. Part of the {@link Cone}, which says what that preserves.
 *
 * <p>Used is what a selected property, a limit, a tally, a guard, a branch, a check or an index
 * reads; what an effect on a used variable reads; and whatever an effect touches that can fail, for
 * the failure is seen. An effect on an unused attribute of a pool fails only when its object is
 * freed: that check stays in its place. A variable is used as a whole or not at all.
 */
final class UnusedVariables {
  private final Spec spec;
  private final Cfg cfg;
  private final SlotUses uses;
  private final Set<String> used = new HashSet<>();

  private UnusedVariables(Spec spec, Cfg cfg, SlotUses uses) {
    this.spec = spec;
    this.cfg = cfg;
    this.uses = uses;
  }

  static Cfg dropped(Spec spec, Cfg cfg, SlotUses uses) {
    return dropped(spec, cfg, uses, Set.of());
  }

  /** Drops some variables whether they are used or not. */
  static Cfg dropped(Spec spec, Cfg cfg, SlotUses uses, Set<String> anyway) {
    UnusedVariables pass = new UnusedVariables(spec, cfg, uses);
    pass.findUsed();
    pass.used.removeAll(anyway);
    return pass.dropped();
  }

  // ---- what is used

  private void findUsed() {
    SlotUse seen = new SlotUse();
    Observers.predicates(spec).forEach(e -> uses.read(e, Scope.EMPTY, seen));
    addAll(seen);
    for (Ref.Variable v : spec.variables()) if (holdsMutex(v.type())) used.add(v.name());
    int before = -1;
    while (before < used.size()) {
      before = used.size();
      for (Cfg.Graph graph : cfg.graphs()) {
        for (Cfg.Node node : graph.nodes()) node.edges().forEach(this::use);
      }
    }
  }

  private void use(Cfg.Edge edge) {
    SlotUse use = new SlotUse();
    uses.guards(edge.guards(), use);
    edge.acquired().forEach(mutex -> uses.place(mutex, edge.scope(), use));
    uses.target(edge.target(), use);
    edge.effects().forEach(effect -> use(effect, edge.scope(), use));
    addAll(use);
  }

  private void use(Effect effect, Scope scope, SlotUse use) {
    if (effect instanceof Effect.When when) {
      if (!stays(when, scope)) return;
      uses.read(when.condition(), scope, use);
      when.then().forEach(inner -> use(inner, scope, use));
      when.otherwise().forEach(inner -> use(inner, scope, use));
    } else if (effect instanceof Effect.ForEach each) {
      for (Scope inner : SlotUses.each(each.variable(), scope))
        each.body().forEach(e -> use(e, inner, use));
    } else if (isUsed(effect, scope)) {
      uses.effect(effect, scope, use);
      use.reads.or(use.changes());
    } else {
      uses.place(target(effect), scope, use);
    }
  }

  private void addAll(SlotUse use) {
    for (Ref.Variable v : spec.variables()) {
      int first = cfg.layout().slot(v);
      int next = use.reads.nextSetBit(first);
      if (next >= 0 && next < first + v.type().slots()) used.add(v.name());
    }
  }

  private static boolean holdsMutex(Type type) {
    if (type instanceof Type.Array array) return holdsMutex(array.element());
    if (type instanceof Type.Struct struct)
      return struct.fields().stream().anyMatch(field -> holdsMutex(field.type()));
    return type instanceof Type.Mutex;
  }

  // ---- what stays of an effect

  /** Whether an effect stays as it is: on used variables, or one that can fail. */
  private boolean isUsed(Effect effect, Scope scope) {
    Ref target = target(effect);
    if (target == null || !(root(target) instanceof Ref.Variable v) || used.contains(v.name()))
      return true;
    SlotUse value = new SlotUse();
    if (effect instanceof Effect.Assign e) uses.read(e.value(), scope, value);
    if (effect instanceof Effect.Remove e) uses.read(e.value(), scope, value);
    SlotUse whole = new SlotUse();
    uses.effect(effect, scope, whole);
    return value.canFail() || whole.canErr;
  }

  /** Whether something of a conditional effect stays. */
  private boolean stays(Effect.When when, Scope scope) {
    SlotUse condition = new SlotUse();
    uses.read(when.condition(), scope, condition);
    return condition.canFail()
        || !kept(when.then(), scope).isEmpty()
        || !kept(when.otherwise(), scope).isEmpty();
  }

  /** The place that an effect writes and nothing else; null if there is more to it. */
  private static Ref target(Effect effect) {
    if (effect instanceof Effect.Assign e) return e.target();
    if (effect instanceof Effect.Reset e) return e.target();
    return effect instanceof Effect.Remove e ? e.queue() : null;
  }

  private static Ref root(Ref ref) {
    Ref root = ref;
    while (!(root instanceof Local) && !(root instanceof Ref.Variable))
      root = Footprint.parent(root);
    return root;
  }

  private List<Effect> kept(List<Effect> effects, Scope scope) {
    List<Effect> kept = new ArrayList<>();
    for (Effect effect : effects) {
      Effect rest = kept(effect, scope);
      if (rest != null) kept.add(rest);
    }
    return kept;
  }

  /** What is left of an effect, or null. */
  private Effect kept(Effect effect, Scope scope) {
    if (effect instanceof Effect.When when) {
      return stays(when, scope)
          ? new Effect.When(
              when.condition(), kept(when.then(), scope), kept(when.otherwise(), scope))
          : null;
    }
    if (effect instanceof Effect.ForEach each) {
      // Bound to any value, an effect is of the same kind.
      Scope any = SlotUses.each(each.variable(), scope).get(0);
      List<Effect> body = kept(each.body(), any);
      return body.isEmpty() ? null : new Effect.ForEach(each.variable(), body);
    }
    return isUsed(effect, scope) ? effect : checkOfPool(target(effect), scope);
  }

  /** What a step that uses an object of a pool checks before; null for any other place. */
  private Effect checkOfPool(Ref target, Scope scope) {
    SlotUse use = new SlotUse();
    uses.place(target, scope, use);
    if (!use.canCrash) return null;
    Ref at = target;
    while (!(at instanceof Ref.Element e && e.array() instanceof Ref.Variable))
      at = Footprint.parent(at);
    Ref.Variable v = (Ref.Variable) root(target);
    Ref.Variable references =
        spec.variables().stream()
            .filter(r -> r.name().equals(v.pool().references()))
            .findFirst()
            .orElseThrow();
    return new Effect.Check(
        v.pool().property(),
        Checks.freed(v.pool()),
        references.at(((Ref.Element) at).index()).isMore(0),
        true);
  }

  private Cfg dropped() {
    LayoutBuilder layout = cfg.layout().copy();
    for (Ref.Variable v : spec.variables()) {
      if (!used.contains(v.name())) layout.empty(v);
    }
    List<Cfg.Graph> graphs = new ArrayList<>();
    for (Cfg.Graph graph : cfg.graphs()) {
      List<Cfg.Node> nodes = graph.nodes().stream().map(this::node).toList();
      graphs.add(new Cfg.Graph(graph.process(), graph.labelSlot(), nodes, graph.start()));
    }
    return new Cfg(graphs, layout, cfg.isComplete());
  }

  private Cfg.Node node(Cfg.Node node) {
    List<Cfg.Edge> edges =
        node.edges().stream().map(e -> e.with(kept(e.effects(), e.scope()), e.target())).toList();
    return new Cfg.Node(node.number(), node.label(), node.resting(), edges);
  }
}
