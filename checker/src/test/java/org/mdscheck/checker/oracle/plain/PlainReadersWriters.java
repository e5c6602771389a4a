package org.mdscheck.checker.oracle.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@link org.mdscheck.checker.oracle.classic.ReadersWriters} in plain Java. */
public record PlainReadersWriters(int actors) implements PlainModel<PlainReadersWriters.State> {

  record Request(boolean writes, int actor) {}

  record State(Set<Integer> readers, Set<Integer> writers, List<Request> waiting) {}

  @Override
  public State initial() {
    return new State(Set.of(), Set.of(), List.of());
  }

  @Override
  public List<State> successors(State s) {
    List<State> next = new ArrayList<>();
    for (int a = 0; a < actors; a++) {
      for (Request request : List.of(new Request(false, a), new Request(true, a))) {
        if (!s.waiting.contains(request))
          next.add(new State(s.readers, s.writers, appended(s.waiting, request)));
      }
      if (s.readers.contains(a)) {
        next.add(new State(without(s.readers, a), s.writers, s.waiting));
      } else if (s.writers.contains(a)) {
        next.add(new State(s.readers, without(s.writers, a), s.waiting));
      }
    }
    if (!s.waiting.isEmpty() && s.writers.isEmpty()) {
      Request first = s.waiting.get(0);
      List<Request> rest = s.waiting.subList(1, s.waiting.size());
      if (!first.writes)
        next.add(new State(with(s.readers, first.actor), s.writers, List.copyOf(rest)));
      if (first.writes && s.readers.isEmpty())
        next.add(new State(s.readers, Set.of(first.actor), List.copyOf(rest)));
    }
    return next;
  }

  private static List<Request> appended(List<Request> list, Request last) {
    List<Request> longer = new ArrayList<>(list);
    longer.add(last);
    return List.copyOf(longer);
  }

  private static Set<Integer> with(Set<Integer> set, int member) {
    Set<Integer> more = new TreeSet<>(set);
    more.add(member);
    return Set.copyOf(more);
  }

  private static Set<Integer> without(Set<Integer> set, int member) {
    Set<Integer> fewer = new TreeSet<>(set);
    fewer.remove(member);
    return Set.copyOf(fewer);
  }
}
