package org.mdscheck.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
  private static final Path CHECKOUT = Path.of("..");

  /** Graphviz, compiled from WebAssembly. */
  private static final String GENERATED = "/org/mdscheck/traces/graphviz/wasm/";

  private JavaClasses product;
  private JavaClasses broken;

  @BeforeAll
  void readClasses() {
    product =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains(GENERATED))
            .importPackages("org.mdscheck");
    broken = new ClassFileImporter().importPackages("org.mdscheck.broken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checker.spec",
        "checker.compile",
        "checker.system",
        "checker.search",
        "bench",
        "cli"
      })
  void examinesEachPart(String part) {
    assertTrue(
        product.stream().anyMatch(type -> type.getPackageName().startsWith("org.mdscheck." + part)),
        "no class of " + part + " among " + product.size());
  }

  @Test
  void examinesAPlausibleNumberOfClasses() {
    assertTrue(product.size() > 120, "only " + product.size());
    assertFalse(product.contain(ArchitectureTest.class), "tests are not the product");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rulesOfTheProduct")
  void productKeeps(String name, ArchRule rule) {
    rule.check(product);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rulesOfTheBrokenClasses")
  void rejects(String name, ArchRule rule) {
    assertTrue(rule.evaluate(broken).hasViolation());
  }

  private static Stream<Arguments> rulesOfTheProduct() {
    return rules(new PackageRules("org.mdscheck"));
  }

  private static Stream<Arguments> rulesOfTheBrokenClasses() {
    return rules(new PackageRules("org.mdscheck.broken"));
  }

  private static Stream<Arguments> rules(PackageRules packages) {
    Stream<Arguments> rows =
        packages.packages().map(name -> arguments(name, packages.usesOnlyItsRow(name)));
    return Stream.concat(
        rows,
        Stream.of(
            arguments("every package has a row", packages.everyPackageHasARow()),
            arguments("no cycles", packages.packagesOfTheCheckerAreFreeOfCycles()),
            arguments("only cli meets the world", CodeRules.onlyCliMeetsTheWorld()),
            arguments("static fields are final", CodeRules.staticFieldsAreFinal()),
            arguments(
                "static fields hold nothing mutable", CodeRules.staticFieldsHoldNothingMutable()),
            arguments("names", CodeRules.namesSayWhatItIs())));
  }

  @Test
  void checkerDoesNotMentionCeph() throws IOException {
    SourceFiles checker = SourceFiles.below(CHECKOUT.resolve("checker/src/main"));
    assertTrue(checker.paths().size() > 30, "only " + checker.paths().size());
    assertEquals(List.of(), checker.mentioning("ceph"));
  }

  @Test
  void findsAMentionOfCeph() throws IOException {
    assertFalse(SourceFiles.below(CHECKOUT.resolve("model/src/main")).mentioning("ceph").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"checker", "model", "invariants", "traces", "bench", "cli"})
  void everyPackageHasAPackageInfo(String module) throws IOException {
    SourceFiles sources = SourceFiles.below(CHECKOUT.resolve(module).resolve("src/main/java"));
    assertFalse(sources.paths().isEmpty());
    assertEquals(List.of(), sources.foldersWithoutPackageInfo());
  }

  @Test
  void findsAPackageWithoutPackageInfo() throws IOException {
    Path folder = CHECKOUT.resolve("cli/src/test/java/org/mdscheck/broken/checker/store");
    assertEquals(List.of(folder), SourceFiles.below(folder).foldersWithoutPackageInfo());
  }
}
