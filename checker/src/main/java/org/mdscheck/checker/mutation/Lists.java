package org.mdscheck.checker.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Changes of lists. */
final class Lists {
  private Lists() {}

  /** The list with one element replaced by others, for each change of each element. */
  static <T> Stream<Change<List<T>>> oneChanged(
      List<T> list, Function<T, Stream<Change<List<T>>>> changes) {
    return IntStream.range(0, list.size())
        .boxed()
        .flatMap(
            i -> changes.apply(list.get(i)).map(c -> c.in(some -> replaced(list, i, 1, some))));
  }

  /** The list with {@code count} elements from {@code at} on replaced by others. */
  static <T> List<T> replaced(List<T> list, int at, int count, List<T> by) {
    List<T> all = new ArrayList<>(list.subList(0, at));
    all.addAll(by);
    all.addAll(list.subList(at + count, list.size()));
    return List.copyOf(all);
  }
}
