package org.mdscheck.cli.models;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that has a name on the command line.
 *
 * @param name as it is typed
 * @param meaning one sentence
 * @param details what else is known of it: what kind of thing, and its value; in reading order
 */
public record Entry(String name, String meaning, Map<String, String> details) {
  public Entry {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  public Entry(String name, String meaning) {
    this(name, meaning, Map.of());
  }
}
