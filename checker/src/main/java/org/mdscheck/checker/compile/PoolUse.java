package org.mdscheck.checker.compile;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Pool;
import org.mdscheck.checker.spec.Ref;

/** The use of an element of a pool's variable: the object must be allocated. */
record PoolUse(Pool pool, Expr object) {
  /** What a reference uses, or null: the references that a pool counts may always be read. */
  static PoolUse of(Ref ref) {
    Ref below = null;
    Ref root = ref;
    while (!(root instanceof Local) && !(root instanceof Ref.Variable)) {
      below = root;
      root = Footprint.parent(root);
    }
    if (!(root instanceof Ref.Variable v) || v.pool() == null) return null;
    if (v.name().equals(v.pool().references()) || !(below instanceof Ref.Element element))
      return null;
    return new PoolUse(v.pool(), element.index());
  }
}
