package org.mdscheck.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The option that says which properties are meant. */
final class PropertyOptions {
  @Option(
      names = {"-p", "--property"},
      paramLabel = "NAME",
      split = ",",
      description = "check this property only (mdscheck list properties); repeatable")
  private List<String> properties = List.of();

  /** The names given; none means all. Which there are only the model can tell. */
  Set<String> names() {
    return new LinkedHashSet<>(properties);
  }
}
