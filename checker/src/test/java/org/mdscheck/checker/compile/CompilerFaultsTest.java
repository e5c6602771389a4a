package org.mdscheck.checker.compile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mdscheck.checker.compile.comparison.SystemComparison;
import org.mdscheck.checker.oracle.classic.AlternatingBit;
import org.mdscheck.checker.oracle.classic.Bakery;
import org.mdscheck.checker.oracle.classic.ChangRoberts;
import org.mdscheck.checker.oracle.classic.McsLock;
import org.mdscheck.checker.oracle.classic.PetersonMany;
import org.mdscheck.checker.oracle.classic.PetersonTwo;
import org.mdscheck.checker.oracle.classic.ReadersWriters;
import org.mdscheck.checker.oracle.classic.TwoPhaseCommit;
import org.mdscheck.checker.spec.Spec;

/** Mistakes in single instructions of the code that is generated, against the interpreter. */
class CompilerFaultsTest {
  private static final List<Spec> SPECS =
      List.of(
          PetersonTwo.spec(),
          PetersonMany.spec(3),
          Bakery.spec(2, 3),
          McsLock.spec(2),
          TwoPhaseCommit.spec(2),
          ChangRoberts.spec(),
          ReadersWriters.spec(2),
          AlternatingBit.spec());

  /** How many places of each spec get the fault, one at a time. */
  private static final int PLACES = 8;

  @ParameterizedTest
  @EnumSource
  void isFound(CompilerFault fault) {
    Random random = new Random(1);
    int seeded = 0;
    int found = 0;
    for (Spec spec : SPECS) {
      int sites = sites(spec, fault);
      for (int i = 0; i < PLACES && sites > 0; i++) {
        seeded++;
        if (isFound(spec, fault, random.nextInt(sites))) found++;
      }
    }
    assertTrue(seeded > SPECS.size() * PLACES / 2, "only " + seeded + " places");
    assertTrue(100 * found >= seeded * fault.percentFound, fault + ": " + found + " of " + seeded);
  }

  private static int sites(Spec spec, CompilerFault fault) {
    int[] sites = new int[1];
    CompiledSystem.of(
        spec,
        Passes.none(),
        classFile -> {
          sites[0] += FaultyCode.sites(classFile, fault);
          return classFile;
        });
    return sites[0];
  }

  private static boolean isFound(Spec spec, CompilerFault fault, int site) {
    int[] left = {site}; // to pass by, in this class and those behind it
    CompiledSystem wrong =
        CompiledSystem.of(
            spec,
            Passes.none(),
            classFile -> {
              int here = left[0];
              left[0] -= FaultyCode.sites(classFile, fault);
              return here >= 0 && left[0] < 0 ? FaultyCode.with(classFile, fault, here) : classFile;
            });
    return new SystemComparison(InterpretedSystem.of(spec), wrong)
        .difference(200, 2, 30, 200)
        .isPresent();
  }
}
