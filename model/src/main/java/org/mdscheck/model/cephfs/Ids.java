package org.mdscheck.model.cephfs;

import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Pool;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/**
 * What there are several of.
 *
 * @param inos inode numbers, or null where no create is asynchronous
 * @param instances numbers of the daemons that successively hold a rank
 */
record Ids(
    Scalarset sessions,
    Scalarset requests,
    Scalarset ranks,
    Scalarset inos,
    Type instances,
    int lastInstance,
    Pool sessionPool) {
  /** The rank that exports, where one does. */
  Expr exporter() {
    return rank(0);
  }

  /** The rank that imports: the only export target of the exporter. */
  Expr importer() {
    return rank(ranks.size() - 1);
  }

  /** The rank with a number. */
  Expr rank(int number) {
    return new Expr.Constant(Type.id(ranks), number);
  }
}
