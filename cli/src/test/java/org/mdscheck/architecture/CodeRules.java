package org.mdscheck.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What no class does, whatever its package. */
final class CodeRules {
  private static final Map<String, Set<String>> WORLD =
      Map.of(
          "java.lang.System",
          Set.of("out", "err", "in", "exit", "getenv", "console", "setOut", "setErr"),
          "java.lang.Runtime",
          Set.of("exit", "halt"));

  private CodeRules() {}

  /** Only {@code cli} prints, reads the environment or ends the process. */
  static ArchRule onlyCliMeetsTheWorld() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("..cli..")
        .should()
        .accessTargetWhere(
            describe(
                "it prints, reads the environment or exits",
                (JavaAccess<?> access) ->
                    WORLD
                        .getOrDefault(access.getTargetOwner().getName(), Set.of())
                        .contains(access.getTarget().getName())))
        .orShould()
        .callMethod(Throwable.class, "printStackTrace");
  }

  /** A static field is final. */
  static ArchRule staticFieldsAreFinal() {
    return fields().that().areStatic().should().beFinal();
  }

  /** Nor does a final one hold something made to be changed. */
  static ArchRule staticFieldsHoldNothingMutable() {
    return noFields().that().areStatic().should().haveRawType(mutable());
  }

  private static DescribedPredicate<JavaClass> mutable() {
    return describe(
        "a type made to be changed",
        type ->
            type.getPackageName().startsWith("java.util.concurrent")
                || type.isAssignableTo(ThreadLocal.class)
                || isConcrete(type, Collection.class)
                || isConcrete(type, Map.class));
  }

  private static boolean isConcrete(JavaClass type, Class<?> interfaceType) {
    return !type.isInterface() && type.isAssignableTo(interfaceType);
  }

  /** A name says what the class is. */
  static ArchRule namesSayWhatItIs() {
    return noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils)");
  }
}
