package org.mdscheck.checker.compile;

import static org.mdscheck.checker.spec.Block.given;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.unreferenced;
import static org.mdscheck.checker.spec.Program.program;

import java.util.Set;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/**
 * A thread holds a pointer that it does not use any more, and another thread asks whether somebody
 * does: the pointer is read, though not by its owner.
 */
final class HeldObject {
  private HeldObject() {}

  static PassSpec spec() {
    Spec.Builder spec = Spec.builder("held object");
    Scalarset objects = spec.scalarset("object", 2);
    Ref taken = spec.variable("taken", Type.array(objects, Type.bool()));
    Ref reused = spec.variable("reused", Type.bool());
    Local found = Local.local("found", Type.nullable(objects));
    spec.process(
        "holder",
        program("hold", found)
            .choose(
                "take",
                objects,
                o -> given(taken.at(o).is(false), assign(found, o), assign(taken.at(o), true)))
            .await("for ever", reused)
            .end());
    spec.process(
        "other",
        program("reuse")
            .rest(
                "reuse",
                exists(objects, o -> taken.at(o).and(unreferenced(o))),
                assign(reused, true))
            .end());
    spec.property(new Property.Cover("reused", "an object is used again while held", reused));
    return new PassSpec(-1, spec.build(), true, Set.of("reused"));
  }
}
