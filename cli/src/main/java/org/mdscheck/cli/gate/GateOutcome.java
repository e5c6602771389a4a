package org.mdscheck.cli.gate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdscheck.cli.report.CheckedModel;

/**
 * What one check of a gate file should find, and what it found.
 *
 * @param expected from the file
 * @param checked what was found
 */
public record GateOutcome(GateEntry expected, CheckedModel checked) {
  /**
   * One expectation that is not met.
   *
   * @param name of a count or property
   * @param expected null if nothing is expected of it
   * @param found null if there is no such thing
   */
  public record Difference(String name, String expected, String found) {
    /** The difference as in a diff. */
    public List<String> lines() {
      final List<String> lines = new ArrayList<>();
      if (expected != null) lines.add("- " + name + ": " + expected);
      if (found != null) lines.add("+ " + name + ": " + found);
      return lines;
    }
  }

  /** The check with what was found as what is expected. */
  public GateEntry found() {
    return expected.expecting(checked);
  }

  /** All expectations that are not met. */
  public List<Difference> differences() {
    final Map<String, String> old = expected.expectations();
    final Map<String, String> now = found().expectations();
    return names().stream()
        .filter(name -> !now.getOrDefault(name, "").equals(old.getOrDefault(name, "")))
        .map(name -> new Difference(name, old.get(name), now.get(name)))
        .toList();
  }

  /** Everything that was compared: counts first, then properties by name. */
  List<String> names() {
    final Set<String> names = new LinkedHashSet<>(found().expectations().keySet());
    names.addAll(expected.expectations().keySet());
    return List.copyOf(names);
  }
}
