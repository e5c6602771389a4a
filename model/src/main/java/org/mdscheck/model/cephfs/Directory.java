package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Expressions.inside;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;

import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;

/**
 * The directories that files are created in, one for each thread: their {@code i_auth_cap}.
 *
 * <p>One variable stands for all of them: the functions in scope treat the capabilities of a
 * session alike. So a reply brings a thread the capability of its directory again, which in the
 * kernel may be another reply, to a request that is left out. {@code i_ceph_lock} of each is its
 * own; who walks the capabilities waits until no thread holds one.
 */
public final class Directory {
  private final AsyncVariables all;

  Directory(AsyncVariables all) {
    this.all = all;
  }

  /** {@code ci->i_auth_cap->session}, or null without such a capability. */
  public Ref auth() {
    return all.directoryAuth;
  }

  /**
   * Whether the capability allows creates: FILE_EXCL and DIR_CREATE are issued, with {@code
   * cap_gen} equal to {@code s_cap_gen}, and the layout is cached.
   */
  public Ref create() {
    return all.directoryCreate;
  }

  /** Whether nobody holds the {@code i_ceph_lock} of a directory across steps. */
  static Expr unlocked(CephModel c) {
    if (!c.createsAsync()) return value(true);
    return not(inside(CephModel.REQUEST_THREAD, null, TryPrepAsyncCreate.NAME));
  }

  /** A reply brings the capability. */
  static Effect fill(CephModel c, Session s) {
    if (!c.createsAsync()) return all();
    return all(assign(c.directory().auth(), s.id()), assign(c.directory().create(), true));
  }

  /**
   * {@code s_cap_gen} is ahead, so the capability is not valid; in a reconnect the operations on
   * directories are dropped before it is valid again.
   */
  static Effect invalidate(CephModel c, Session s) {
    if (!c.createsAsync()) return all();
    return when(c.directory().auth().is(s.id()), assign(c.directory().create(), false));
  }

  /** The capability is removed with the session's others. */
  static Effect remove(CephModel c, Session s) {
    if (!c.createsAsync()) return all();
    return when(
        c.directory().auth().is(s.id()),
        reset(c.directory().auth()),
        reset(c.directory().create()));
  }
}
