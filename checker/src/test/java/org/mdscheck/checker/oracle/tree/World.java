package org.mdscheck.checker.oracle.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Domain;

/**
 * A state. A scalar is an Integer (null id: -1, set: its bits, mutex: its owner or -1); an array,
 * struct or queue a List.
 *
 * @param shared variables by name
 */
record World(Map<String, Object> shared, List<Process> processes) {

  /**
   * @param at before a step, test or either; null when the process has ended
   * @param locals those of the programs that it is in
   */
  record Process(Position at, Map<Local, Object> locals) {}

  /** What a place holds at first; {@code initial} for every scalar in it unless null. */
  static Object initial(Type type, Integer initial) {
    if (type instanceof Type.Array a)
      return Collections.nCopies(a.index().size(), initial(a.element(), initial));
    if (type instanceof Type.Struct s)
      return s.fields().stream().map(f -> initial(f.type(), initial)).toList();
    if (type instanceof Type.Queue) return List.of();
    if (type instanceof Type.Mutex) return -1;
    return initial != null ? initial : low(((Type.Scalar) type).domain());
  }

  static int low(Domain domain) {
    if (domain instanceof Domain.Range range) return range.low();
    return domain instanceof Domain.Id id && id.nullable() ? -1 : 0;
  }

  static boolean fits(Domain domain, int value) {
    return value >= low(domain) && value - low(domain) < domain.size();
  }

  /** A list with one element changed, or an element appended at its end. */
  static List<Object> with(List<?> list, int index, Object element) {
    List<Object> copy = new ArrayList<>(list);
    if (index == list.size()) copy.add(element);
    else copy.set(index, element);
    return List.copyOf(copy);
  }

  static List<Object> without(List<?> list, int index) {
    List<Object> copy = new ArrayList<>(list);
    copy.remove(index);
    return List.copyOf(copy);
  }
}
