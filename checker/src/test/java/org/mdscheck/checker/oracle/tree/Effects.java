package org.mdscheck.checker.oracle.tree;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.mdscheck.checker.oracle.tree.Evaluation.Failed;
import org.mdscheck.checker.oracle.tree.Evaluation.Fault;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Type;

/** Applies effects to a state. */
final class Effects {
  private final Evaluation state;
  private final List<String> failures;

  /**
   * @param failures receives the texts of checks that are false
   */
  Effects(Evaluation state, List<String> failures) {
    this.state = state;
    this.failures = failures;
  }

  void apply(List<Effect> effects) {
    effects.forEach(this::apply);
  }

  private void apply(Effect effect) {
    if (effect instanceof Effect.Assign e) {
      boolean isScalar = e.target().type() instanceof Type.Scalar;
      state.write(
          e.target(), isScalar ? (Object) state.value(e.value()) : state.read((Ref) e.value()));
    } else if (effect instanceof Effect.Reset e) {
      state.write(e.target(), World.initial(e.target().type(), initialOf(e.target())));
    } else if (effect instanceof Effect.Acquire e) {
      if (!state.read(e.mutex()).equals(-1)) throw new Fault("lock of " + e.mutex());
      state.write(e.mutex(), state.process);
    } else if (effect instanceof Effect.Release e) {
      if (!state.read(e.mutex()).equals(state.process)) throw new Fault("unlock of " + e.mutex());
      state.write(e.mutex(), -1);
    } else if (effect instanceof Effect.When e) {
      apply(state.isTrue(e.condition()) ? e.then() : e.otherwise());
    } else if (effect instanceof Effect.ForEach e) {
      for (int i : Evaluation.indexes(e.variable().index())) {
        state.bounds.put(e.variable(), i);
        apply(e.body());
      }
    } else if (effect instanceof Effect.Check e) {
      check(e);
    } else {
      queue(effect);
    }
  }

  private void check(Effect.Check e) {
    if (state.isTrue(e.condition())) return;
    if (e.fatal()) throw new Failed(e.text());
    failures.add(e.text());
  }

  private void queue(Effect effect) {
    if (effect instanceof Effect.Enqueue e) {
      List<?> elements = (List<?>) state.read(e.queue());
      Type.Queue type = (Type.Queue) e.queue().type();
      if (elements.size() == type.capacity()) throw new Fault(e.queue() + " is full");
      Iterator<Integer> values = e.values().stream().map(state::value).toList().iterator();
      state.write(e.queue(), World.with(elements, elements.size(), built(type.element(), values)));
    } else if (effect instanceof Effect.Dequeue e) {
      List<?> elements = (List<?>) state.read(e.queue());
      if (elements.isEmpty()) throw new Fault(e.queue() + " is empty");
      if (e.into() != null) state.write(e.into(), elements.get(0));
      state.write(e.queue(), World.without((List<?>) state.read(e.queue()), 0));
    } else {
      Effect.Remove e = (Effect.Remove) effect;
      List<?> elements = (List<?>) state.read(e.queue());
      int at = elements.indexOf(state.value(e.value()));
      if (at >= 0) state.write(e.queue(), World.without(elements, at));
    }
  }

  /** A value of the type from its scalars, in order. */
  private static Object built(Type type, Iterator<Integer> scalars) {
    if (type instanceof Type.Struct s) {
      List<Object> fields = new ArrayList<>();
      for (Type.Field f : s.fields()) fields.add(built(f.type(), scalars));
      return List.copyOf(fields);
    }
    int value = scalars.next();
    if (!World.fits(((Type.Scalar) type).domain(), value)) throw new Fault("element " + value);
    return value;
  }

  private Integer initialOf(Ref ref) {
    Ref root = ref;
    while (!(root instanceof Ref.Variable) && !(root instanceof Local)) {
      if (root instanceof Ref.Element e) root = e.array();
      else root = ((Ref.Member) root).struct();
    }
    return root instanceof Ref.Variable v ? TreeRun.initialOf(v) : null;
  }
}
