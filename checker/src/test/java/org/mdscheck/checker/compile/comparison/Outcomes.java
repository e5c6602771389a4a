package org.mdscheck.checker.compile.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Counts what came out of steps and predicates, by kind. Thread-safe. */
final class Outcomes {
  private static final Map<String, Pattern> KINDS =
      Map.ofEntries(
          kind("value outside a domain", "error .* cannot hold -?\\d"),
          kind("null for an id", "error .* cannot hold null"),
          kind("null as an index", "error .*: the index is null"),
          kind("index outside an array", "error .*: the index is -?\\d"),
          kind("null in a set", "error .* null cannot be a member"),
          kind("element beyond a queue", "error .*: the queue has only"),
          kind("full queue", "error .* is full with"),
          kind("empty queue", "error .* is empty"),
          kind("double lock", "error .* double lock"),
          kind("unlock of a free mutex", "error .* owned by nobody"),
          kind("unlock of another's mutex", "error .* owned by (worker|server|helper)"),
          kind("check failed", "failed check \\d"),
          kind("warning", "warning \\d"),
          kind("step", "a step, .*"),
          kind("may stop", "may stop.*asked \\[true.*"),
          kind("may not stop", "may stop.*asked \\[false.*"),
          kind("state predicate without value", "may stop.*cannot be evaluated"),
          kind("step predicate or tally without value", "a step, .*cannot be evaluated"));

  private final Map<String, Integer> counts = new TreeMap<>();

  private static Map.Entry<String, Pattern> kind(String name, String regex) {
    return Map.entry(name, Pattern.compile(regex, Pattern.DOTALL));
  }

  /** Notes what was said of one state. */
  synchronized void add(List<Said> said) {
    for (Said one : said) {
      final String text = one.text();
      KINDS.forEach(
          (kind, pattern) -> {
            if (pattern.matcher(text).lookingAt()) counts.merge(kind, 1, Integer::sum);
          });
    }
  }

  /** Those kinds that came out fewer times than wanted, with the number. */
  synchronized List<String> rarerThan(int times) {
    final List<String> rare = new ArrayList<>();
    for (String kind : KINDS.keySet()) {
      final int count = counts.getOrDefault(kind, 0);
      if (count < times) rare.add(kind + ": " + count);
    }
    return rare;
  }
}
