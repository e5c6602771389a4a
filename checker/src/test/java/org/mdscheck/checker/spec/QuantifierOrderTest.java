package org.mdscheck.checker.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.forAll;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.program;

import org.junit.jupiter.api.Test;
import org.mdscheck.checker.compile.comparison.ComparedSystem;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.result.Verdict;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.system.Scalarset;

/**
 * One object of two is allocated, and a step asks something of both: a use after free, whichever of
 * the two it is. A quantifier that stops at the first answer would see it for one of them only.
 */
class QuantifierOrderTest {
  private final Spec.Builder spec = Spec.builder("s");
  private final Scalarset ids = spec.scalarset("id", 2);
  private final Pool pool = new Pool(ids, "use-after-free", "refs");
  private final Ref refs = spec.variable("refs", pool, Type.range(0, 1));
  private final Ref data = spec.variable("data", pool, Type.bool());

  @Test
  void forAllLooksAtEveryId() throws InterruptedException {
    assertViolatedWithSymmetry(forAll(ids, data::at));
  }

  @Test
  void existsLooksAtEveryId() throws InterruptedException {
    assertViolatedWithSymmetry(exists(ids, id -> not(data.at(id))));
  }

  private void assertViolatedWithSymmetry(Expr guard) throws InterruptedException {
    spec.process(
            "p",
            program("f")
                .choose("allocate", ids, id -> given(value(true), assign(refs.at(id), 1)))
                .await("ask", guard)
                .end())
        .property(new Property.Checked("use-after-free", ""));
    SearchOptions options = SearchOptions.defaults().withWorkers(1).withSymmetry(true);
    CheckResult result =
        new Search(ComparedSystem.of(spec.build()), options).run(ProgressListener.NONE);
    assertEquals(Verdict.VIOLATED, result.verdict(), () -> String.valueOf(result.error()));
    assertEquals(2, result.property("use-after-free").orElseThrow().depth());
  }
}
