package org.mdscheck.model.cephfs;

import java.util.List;
import org.mdscheck.checker.compile.InterpretedSystem;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.system.TransitionSystem;

/** A model as a system, with a property for each check in its steps. */
final class Checking {
  private Checking() {}

  static InterpretedSystem system(CephModel model) {
    List<Property.Checked> checked =
        InterpretedSystem.of(model.spec()).checks().stream()
            .map(TransitionSystem.Check::property)
            .distinct()
            .map(name -> new Property.Checked(name, "for this test"))
            .toList();
    return InterpretedSystem.of(model.spec(checked));
  }

  static CheckResult check(InterpretedSystem system) throws InterruptedException {
    return new Search(system, SearchOptions.defaults().withSymmetry(true))
        .run(ProgressListener.NONE);
  }
}
