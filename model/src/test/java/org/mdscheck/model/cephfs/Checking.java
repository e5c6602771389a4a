package org.mdscheck.model.cephfs;

import java.util.List;
import org.mdscheck.checker.compile.CompiledSystem;
import org.mdscheck.checker.result.CheckResult;
import org.mdscheck.checker.result.ProgressListener;
import org.mdscheck.checker.search.Search;
import org.mdscheck.checker.search.SearchOptions;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.system.TransitionSystem;

/** A model as a system, with a property for each check in its steps. */
final class Checking {
  private Checking() {}

  static CompiledSystem system(CephModel model) {
    List<Property.Checked> checked =
        CompiledSystem.of(model.spec()).checks().stream()
            .map(TransitionSystem.Check::property)
            .distinct()
            .map(name -> new Property.Checked(name, "for this test"))
            .toList();
    return CompiledSystem.of(model.spec(checked));
  }

  static CheckResult check(CompiledSystem system) throws InterruptedException {
    return new Search(system, SearchOptions.defaults().withSymmetry(true))
        .run(ProgressListener.NONE);
  }
}
