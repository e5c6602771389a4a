package org.mdscheck.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Which package may use which, below the package {@code root}. */
final class PackageRules {
  private static final String[] ENGINE = {
    "checker.store",
    "checker.search",
    "checker.symmetry",
    "checker.failure",
    "checker.reduction",
    "checker.liveness",
    "checker.result"
  };

  private final String root;
  private final Map<String, String[]> uses = new LinkedHashMap<>();

  PackageRules(String root) {
    this.root = root;
    uses.put("checker.system", new String[0]);
    for (String engine : ENGINE) {
      uses.put(
          engine,
          Stream.concat(Stream.of("checker.system"), Arrays.stream(ENGINE)).toArray(String[]::new));
    }
    uses.put("checker.spec", new String[] {"checker.system"});
    uses.put("checker.mutation", new String[] {"checker.spec", "checker.system"});
    uses.put("checker.compile", new String[] {"checker.spec", "checker.system"});
    uses.put("model", new String[] {"checker.spec", "checker.system"});
    uses.put("invariants", new String[] {"checker.spec", "checker.system", "model"});
    uses.put("traces", new String[] {"checker.system", "checker.result", "checker.search"});
    uses.put("bench", new String[] {"checker"});
  }

  /** The packages for which {@link #usesOnlyItsRow} says something. */
  Stream<String> packages() {
    return uses.keySet().stream();
  }

  /**
   * The package {@code name} and those below it use, of ours, only what stands in its row above.
   */
  ArchRule usesOnlyItsRow(String name) {
    String[] allowed =
        Stream.concat(Stream.of(name), Arrays.stream(uses.get(name)))
            .map(this::below)
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(below(name))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(resideOutsideOfPackage(root + "..")))
        .allowEmptyShould(true);
  }

  /**
   * Every class is in a package that has a row above, or in {@code cli}, which may use everything.
   */
  ArchRule everyPackageHasARow() {
    return classes()
        .should()
        .resideInAnyPackage(
            Stream.concat(Stream.of("cli"), packages()).map(this::below).toArray(String[]::new));
  }

  /** The packages of the checker use each other one way. */
  ArchRule packagesOfTheCheckerAreFreeOfCycles() {
    return slices().matching(root + ".checker.(*)..").should().beFreeOfCycles();
  }

  private String below(String name) {
    return root + "." + name + "..";
  }
}
