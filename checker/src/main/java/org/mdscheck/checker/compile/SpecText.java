package org.mdscheck.checker.compile;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.mdscheck.checker.spec.Bound;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Spec;

/**
 * All that a spec says, down to the last domain, as one text: a model that differs in anything has
 * another text. What is mentioned again is a number, so the text is as long as the tree is large.
 */
final class SpecText {
  private final StringBuilder text = new StringBuilder();
  private final Map<Object, Integer> numbers = new IdentityHashMap<>();
  private final Map<Class<?>, RecordComponent[]> components = new HashMap<>(); // slow to ask for

  private SpecText() {}

  static String of(Spec spec) {
    SpecText text = new SpecText();
    text.write(spec);
    return text.text.toString();
  }

  private void write(Object part) {
    if (part instanceof List<?> list) {
      text.append('[');
      list.forEach(this::write);
      text.append(']');
    } else if (part instanceof Record || part instanceof Local || part instanceof Bound) {
      Integer number = numbers.putIfAbsent(part, numbers.size());
      if (number != null) text.append('#').append(number).append(' ');
      else writeOnce(part);
    } else if (part instanceof String word) {
      // With its length, so that no word can pass for more than one.
      text.append(word.length()).append(':').append(word).append(' ');
    } else {
      text.append(part).append(' ');
    }
  }

  private void writeOnce(Object part) {
    text.append(part.getClass().getSimpleName()).append('(');
    if (part instanceof Local local) {
      write(local.name());
      write(local.type());
    } else if (part instanceof Bound bound) {
      write(bound.name());
      write(bound.index());
    } else {
      for (RecordComponent component :
          components.computeIfAbsent(part.getClass(), Class::getRecordComponents))
        write(valueOf(component, part));
    }
    text.append(')');
  }

  private static Object valueOf(RecordComponent component, Object part) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the parts of a spec are public records", e);
    }
  }
}
