package org.mdscheck.checker.compile;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mdscheck.checker.spec.Bound;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Spec;

/**
 * All that a spec says, down to the last domain, as one text: a model that differs in anything has
 * another text, one that is only built of other objects has not. Each part is a line, written once
 * after its own parts, which it names by their numbers; so the text is as long as the tree has
 * different parts.
 */
final class SpecText {
  private final StringBuilder text = new StringBuilder();
  private final Map<Object, Integer> seen = new IdentityHashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<Class<?>, RecordComponent[]> components = new HashMap<>(); // slow to ask for
  private int variables;

  private SpecText() {}

  static String of(Spec spec) {
    SpecText text = new SpecText();
    text.mention(spec);
    return text.text.toString();
  }

  private String mention(Object part) {
    if (part instanceof List<?> list) {
      return list.stream().map(this::mention).collect(Collectors.joining(" ", "[", "]"));
    }
    if (part instanceof Record || part instanceof Local || part instanceof Bound) {
      return "#" + number(part);
    }
    // With its length, so that no word can pass for more than one.
    if (part instanceof String word) return word.length() + ":" + word;
    return String.valueOf(part);
  }

  private int number(Object part) {
    Integer known = seen.get(part);
    if (known != null) return known;
    String line = line(part);
    int number = lines.computeIfAbsent(line, this::write);
    seen.put(part, number);
    return number;
  }

  private int write(String line) {
    text.append(line).append('\n');
    return lines.size();
  }

  private String line(Object part) {
    if (part instanceof Local local) return variable("Local", local.name(), mention(local.type()));
    if (part instanceof Bound bound) return variable("Bound", bound.name(), mention(bound.index()));
    return part.getClass().getSimpleName() + mention(values(part));
  }

  /** Compared by identity: two of one name and type are two. */
  private String variable(String kind, String name, String type) {
    return kind + variables++ + " " + mention(name) + " " + type;
  }

  private List<Object> values(Object part) {
    return Arrays.stream(components.computeIfAbsent(part.getClass(), Class::getRecordComponents))
        .map(component -> valueOf(component, part))
        .toList();
  }

  private static Object valueOf(RecordComponent component, Object part) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the parts of a spec are public records", e);
    }
  }
}
