package org.mdscheck.invariants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.checker.result.PropertyResult;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.model.cephfs.Mutant;

class WitnessTest {
  static List<Witness> witnesses() {
    return Witness.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("witnesses")
  void holdsWithoutTheMutant(Witness witness) throws InterruptedException {
    PropertyResult result = witness.withoutMutant();
    assertEquals(Verdict.HOLDS, result.verdict(), () -> result.clause() + " " + result.note());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("witnesses")
  void isBrokenByTheMutant(Witness witness) throws InterruptedException {
    PropertyResult result = witness.withMutant();
    assertEquals(Verdict.VIOLATED, result.verdict(), result::note);
  }

  @Test
  void everyPropertyHasOne() {
    Set<String> tested =
        Witness.all().stream()
            .map(w -> w.property().name())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> all =
        Catalogue.all().stream()
            .map(SessionProperty::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(all, tested);
  }

  @Test
  void everyMutantBreaksSomething() {
    Set<Mutant> breaking = EnumSet.noneOf(Mutant.class);
    Witness.all().forEach(w -> breaking.add(w.mutant()));
    assertEquals(EnumSet.allOf(Mutant.class), breaking);
  }
}
