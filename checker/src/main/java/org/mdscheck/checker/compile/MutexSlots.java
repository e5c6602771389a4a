package org.mdscheck.checker.compile;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/** Finds the slots of the mutexes of each lock class. */
final class MutexSlots {
  private MutexSlots() {}

  /** By lock class, in alphabetical order; "" stands for all. */
  static Map<String, BitSet> byClass(Spec spec, LayoutBuilder layout) {
    Map<String, BitSet> classes = new TreeMap<>();
    classes.put("", new BitSet());
    for (Ref.Variable v : spec.variables()) collect(v.type(), layout.slot(v), classes);
    return classes;
  }

  private static void collect(Type type, int slot, Map<String, BitSet> classes) {
    if (type instanceof Type.Mutex mutex) {
      classes.computeIfAbsent(mutex.lockClass(), c -> new BitSet()).set(slot);
      classes.get("").set(slot);
    } else if (type instanceof Type.Array array) {
      int stride = array.element().slots();
      for (int i = 0; i < array.index().size(); i++)
        collect(array.element(), slot + i * stride, classes);
    } else if (type instanceof Type.Struct struct) {
      int at = slot;
      for (Type.Field f : struct.fields()) {
        collect(f.type(), at, classes);
        at += f.type().slots();
      }
    }
  }
}
