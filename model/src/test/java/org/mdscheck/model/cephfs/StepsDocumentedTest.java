package org.mdscheck.model.cephfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.system.Action;

/** The tables of docs/model.md and the steps of the shipped model name the same steps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepsDocumentedTest {
  private static final Path PAGE = Path.of("..", "docs", "model.md");

  /** A code span {@code function: label}. */
  private static final Pattern STEP = Pattern.compile("`(\\w+(?:\\[[A-Z]+])?: [^`]+)`");

  /** Which steps there are depends on the contexts of a scenario, not on its bounds. */
  private static final Bounds SMALLEST = new Bounds(1, 1, 1, 0, 0, 0, 0);

  /** Some steps of an MDS, which no variant changes, need an assumption that is turned over. */
  private static final Set<Assumption> OTHERWISE =
      EnumSet.complementOf(EnumSet.copyOf(Assumption.defaults()));

  private final SortedSet<String> shipped = shipped();

  @Test
  void tablesNameStepsThatExist() throws IOException {
    SortedSet<String> unknown = documented();
    unknown.removeAll(shipped);
    assertEquals(new TreeSet<String>(), unknown, "docs/model.md names steps that the model lacks");
  }

  @Test
  void everyStepIsInATable() throws IOException {
    SortedSet<String> missing = new TreeSet<>(shipped);
    missing.removeAll(documented());
    assertEquals(new TreeSet<String>(), missing, "docs/model.md lacks steps of the model");
  }

  @Test
  void manyStepsAreCompared() throws IOException {
    assertTrue(documented().size() > 200, () -> "few steps in " + PAGE);
  }

  private static SortedSet<String> documented() throws IOException {
    SortedSet<String> steps = new TreeSet<>();
    for (String line : Files.readAllLines(PAGE)) {
      if (!line.startsWith("|")) continue;
      Matcher step = STEP.matcher(line);
      while (step.find()) steps.add(step.group(1).replace("\\|", "|"));
    }
    return steps;
  }

  private static SortedSet<String> shipped() {
    SortedSet<String> steps = new TreeSet<>();
    for (Variant variant : Variant.shipped()) {
      for (Scenario scenario : Scenario.shipped()) {
        steps.addAll(steps(CephModel.of(variant, scenario.with(SMALLEST))));
      }
    }
    for (Scenario scenario : Scenario.shipped())
      steps.addAll(steps(CephModel.of(Variant.BASE, scenario.with(SMALLEST), OTHERWISE)));
    return steps;
  }

  private static List<String> steps(CephModel model) {
    return InterpretedSystem.of(model.spec()).actions().stream().map(Action::source).toList();
  }
}
