package org.mdscheck.cli;

import java.util.ArrayList;
import java.util.List;
import org.mdscheck.cli.models.ModelLibrary;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.report.CheckedModel;

/** Command lines that a reader can type to see something again. */
final class CommandText {
  private final ModelLibrary library;
  private final SearchLimits limits;

  CommandText(ModelLibrary library, SearchLimits limits) {
    this.library = library;
    this.limits = limits;
  }

  /** Checks one property of a model again, as it was checked. */
  String check(CheckedModel checked, String property) {
    return "./mdscheck check "
        + model(checked.model().request())
        + limits.reproduction()
        + " -p "
        + property;
  }

  /** A variant and the options that say which model is meant. */
  String model(ModelRequest request) {
    final List<String> words = new ArrayList<>();
    words.add(request.variant());
    if (!request.scenario().equals(library.defaultScenario()))
      words.add("--scenario " + request.scenario());
    request.bounds().forEach((name, value) -> words.add("--" + name + " " + value));
    request
        .assumptions()
        .forEach((name, isOn) -> words.add("--assume " + name + "=" + (isOn ? "on" : "off")));
    return String.join(" ", words);
  }
}
