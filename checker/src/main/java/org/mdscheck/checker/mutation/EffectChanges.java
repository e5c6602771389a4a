package org.mdscheck.checker.mutation;

import java.util.List;
import java.util.stream.Stream;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Ref;

/**
 * An effect left out, or done whatever its condition says. Checks stay, for they are what finds a
 * mutant; mutexes belong to {@link LockChanges}; what is reset is done with, and a local variable
 * is how a function remembers what it has read. A condition beside other effects, or inside another
 * one, is not one of the code but of the description of a statement, as what happens when the
 * reference that is put was the last.
 */
final class EffectChanges {
  private EffectChanges() {}

  /** All changes of the effects of a step. */
  static Stream<Change<List<Effect>>> of(List<Effect> effects) {
    boolean isAlone = effects.stream().filter(EffectChanges::canBeLeftOut).count() == 1;
    return Lists.oneChanged(
        effects,
        effect ->
            effect instanceof Effect.When && !isAlone
                ? Stream.empty()
                : Stream.concat(leftOut(effect), inside(effect)));
  }

  private static Stream<Change<List<Effect>>> leftOut(Effect effect) {
    return canBeLeftOut(effect)
        ? change(MutationOperator.SKIP, "without " + text(effect), List.of())
        : Stream.empty();
  }

  /** What depends on one condition, or is done for each: no more than left out. */
  private static Stream<Change<List<Effect>>> within(List<Effect> effects) {
    return Lists.oneChanged(
        effects, effect -> effect instanceof Effect.When ? Stream.empty() : leftOut(effect));
  }

  private static Stream<Change<List<Effect>>> change(
      MutationOperator operator, String text, List<Effect> instead) {
    return Stream.of(new Change<>(operator, text, instead));
  }

  private static boolean canBeLeftOut(Effect effect) {
    if (effect instanceof Effect.Acquire
        || effect instanceof Effect.Release
        || effect instanceof Effect.Check
        || effect instanceof Effect.Reset) return false;
    if (effect instanceof Effect.Assign assign) return !(assign.target() instanceof Local);
    if (effect instanceof Effect.When when)
      return Stream.concat(when.then().stream(), when.otherwise().stream())
          .allMatch(EffectChanges::canBeLeftOut);
    return !(effect instanceof Effect.ForEach each)
        || each.body().stream().allMatch(EffectChanges::canBeLeftOut);
  }

  private static Stream<Change<List<Effect>>> inside(Effect effect) {
    if (effect instanceof Effect.ForEach each) {
      return within(each.body())
          .map(c -> c.in(body -> List.of(new Effect.ForEach(each.variable(), body))));
    }
    if (!(effect instanceof Effect.When when)) return Stream.empty();
    return Stream.of(
            when.then().stream().allMatch(EffectChanges::canBeLeftOut)
                ? change(MutationOperator.CHECK, "whatever the condition", when.then())
                : Stream.<Change<List<Effect>>>empty(),
            within(when.then()).map(c -> c.in(then -> when(when, then, when.otherwise()))),
            within(when.otherwise()).map(c -> c.in(other -> when(when, when.then(), other))))
        .flatMap(changes -> changes);
  }

  private static List<Effect> when(Effect.When when, List<Effect> then, List<Effect> otherwise) {
    return List.of(new Effect.When(when.condition(), then, otherwise));
  }

  private static String text(Effect effect) {
    if (effect instanceof Effect.Assign assign) return name(assign.target()) + " = ...";
    if (effect instanceof Effect.Enqueue enqueue) return "appending to " + name(enqueue.queue());
    if (effect instanceof Effect.Dequeue dequeue) return "the first off " + name(dequeue.queue());
    if (effect instanceof Effect.Remove remove) return "one off " + name(remove.queue());
    return effect instanceof Effect.When ? "what a condition allows" : "what is done for each";
  }

  /** The name of a place, whichever object of a pool it belongs to. */
  private static String name(Ref place) {
    if (place instanceof Ref.Element element) return name(element.array());
    if (place instanceof Ref.Member member) return name(member.struct()) + "." + member.field();
    return place instanceof Ref.Item item ? name(item.queue()) : place.toString();
  }
}
