package org.mdscheck.checker.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Statement;
import org.mdscheck.checker.spec.Statement.Step;

/**
 * A pair of lock and unlock left out, or of unlock and lock. What belongs together is told from the
 * order in the text, as a reader tells it: an acquisition and the releases of the same mutex until
 * the next one, and a release, if there is one only, and the acquisition after it.
 */
final class LockChanges {
  /** One use of a mutex by a function. */
  private record Use(boolean isTaken, Ref mutex, String label) {}

  private final List<Use> uses = new ArrayList<>();
  private final List<Statement> body;

  private LockChanges(List<Statement> body) {
    this.body = body;
    new Walk(Set.of(), uses).statements(body);
  }

  /** All changes of the body of a function. */
  static Stream<Change<List<Statement>>> of(List<Statement> body) {
    return new LockChanges(body).all();
  }

  private Stream<Change<List<Statement>>> all() {
    return IntStream.range(0, uses.size())
        .filter(i -> uses.get(i).isTaken)
        .boxed()
        .flatMap(i -> Stream.concat(held(i), dropped(i)));
  }

  private Stream<Change<List<Statement>>> held(int taken) {
    Set<Integer> pair = new HashSet<>(Set.of(taken));
    for (int i = taken + 1; i < uses.size(); i++) {
      if (!isSame(i, taken)) continue;
      if (uses.get(i).isTaken) break;
      pair.add(i);
    }
    return Stream.of(without(pair, MutationOperator.LOCK, uses.get(taken).label + ": not taken"));
  }

  private Stream<Change<List<Statement>>> dropped(int taken) {
    List<Integer> releases = new ArrayList<>();
    for (int i = taken - 1; i >= 0; i--) {
      if (!isSame(i, taken)) continue;
      if (uses.get(i).isTaken) break;
      releases.add(i);
    }
    if (releases.size() != 1) return Stream.empty();
    String text = uses.get(releases.get(0)).label + ": kept until it is taken again";
    return Stream.of(without(Set.of(releases.get(0), taken), MutationOperator.UNLOCK, text));
  }

  private boolean isSame(int i, int j) {
    return uses.get(i).mutex.equals(uses.get(j).mutex);
  }

  private Change<List<Statement>> without(
      Set<Integer> left, MutationOperator operator, String text) {
    return new Change<>(operator, text, new Walk(left, new ArrayList<>()).statements(body));
  }

  /** Goes through a body in the order of the text, notes the uses and leaves some out. */
  private record Walk(Set<Integer> left, List<Use> seen) {
    List<Statement> statements(List<Statement> body) {
      return body.stream().map(this::statement).toList();
    }

    private Statement statement(Statement statement) {
      if (statement instanceof Step step) {
        return StepForm.step(step, step.guard(), effects(step.label(), step.effects()));
      }
      return statement.withBodies(this::statements);
    }

    private List<Effect> effects(String label, List<Effect> effects) {
      List<Effect> kept = new ArrayList<>();
      for (Effect effect : effects) {
        if (effect instanceof Effect.When when) {
          kept.add(
              new Effect.When(
                  when.condition(), effects(label, when.then()), effects(label, when.otherwise())));
        } else if (effect instanceof Effect.ForEach each) {
          kept.add(new Effect.ForEach(each.variable(), effects(label, each.body())));
        } else if (!isLeft(label, effect)) {
          kept.add(effect);
        }
      }
      return kept;
    }

    private boolean isLeft(String label, Effect effect) {
      if (effect instanceof Effect.Acquire acquire) seen.add(new Use(true, acquire.mutex(), label));
      else if (effect instanceof Effect.Release release)
        seen.add(new Use(false, release.mutex(), label));
      else return false;
      return left.contains(seen.size() - 1);
    }
  }
}
