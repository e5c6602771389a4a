package org.mdscheck.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mdscheck.cli.models.ModelLibrary;
import org.mdscheck.cli.models.Names;
import org.mdscheck.cli.models.Topic;
import picocli.CommandLine.Option;

/** The option that says which properties are meant. */
final class PropertyOptions {
  @Option(
      names = {"-p", "--property"},
      paramLabel = "NAME",
      split = ",",
      description = "check this property only (mdscheck list properties); repeatable")
  private List<String> properties = List.of();

  /**
   * The names given; none means all.
   *
   * @throws org.mdscheck.cli.exit.Failure if one is unknown
   */
  Set<String> names(ModelLibrary library) {
    final Names names = new Names(library);
    final Set<String> known = new LinkedHashSet<>();
    for (String name : properties) known.add(names.require(Topic.PROPERTIES, name));
    return known;
  }
}
