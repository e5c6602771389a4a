package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.check;
import static org.mdscheck.checker.spec.Effects.decrement;
import static org.mdscheck.checker.spec.Effects.increment;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Effects.when;
import static org.mdscheck.checker.spec.Effects.whenElse;
import static org.mdscheck.checker.spec.Expressions.anyOf;
import static org.mdscheck.checker.spec.Expressions.ifElse;
import static org.mdscheck.checker.spec.Expressions.nobody;
import static org.mdscheck.checker.spec.Expressions.value;

import java.util.List;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * The capabilities of one inode that goes from one rank to the other and perhaps back, as the
 * client and the ranks see them. Only with {@link Context#CAP_EXPORTS}.
 *
 * <p>The client has at most one capability of each rank. Its {@code cap_id} is the number of
 * exports before it was issued, so it tells the first one of a rank from the one that comes back.
 * {@code i_ceph_lock} and {@code s_cap_lock} are part of the steps. Replies bring no capability
 * here: they are about another inode.
 */
public final class CapExports {
  /** How often the inode is exported: there, and back. */
  private static final int EXPORTS = 2;

  /** What the MDSs do with the inode. */
  enum Migration {
    NONE,
    /** The importer has the client's session open, or is about to. */
    PREPARED,
    /** The exporter has told the client, the importer is about to. */
    EXPORTED
  }

  private final CephModel c;
  private final Ref owner;
  private final Ref list;
  private final Ref capId;
  private final Ref authority;
  private final Ref issued;
  private final Ref migration;
  private final Ref exports;
  private final Ref mounted;

  CapExports(CephModel c, Spec.Builder spec, Ids ids) {
    this.c = c;
    Type pointers = Type.array(ids.ranks(), Type.nullable(ids.sessions()));
    Type number = Type.range(0, EXPORTS);
    owner = spec.variable("inode.cap.session", pointers);
    list = spec.variable("inode.cap.session_caps", pointers);
    capId = spec.variable("inode.cap.cap_id", Type.array(ids.ranks(), number));
    authority = spec.variable("mds.authority", Type.id(ids.ranks()), ids.exporter());
    issued = spec.variable("mds.cap_issued", Type.bool());
    migration = spec.variable("mds.migration", Type.enumOf(Migration.class));
    exports = spec.variable("mds.exports", number);
    mounted = spec.variable("mount.done", Type.bool());
  }

  /** Whether the client has been mounted, see {@link MountWithCap}. */
  Ref mounted() {
    return mounted;
  }

  /** The rank that is the authority of the inode. */
  Ref authority() {
    return authority;
  }

  /** Whether the authority has issued a capability in the session that it has with the client. */
  Ref issued() {
    return issued;
  }

  Ref migration() {
    return migration;
  }

  /** How often the inode has been exported, the one under way included. */
  Ref exports() {
    return exports;
  }

  Expr canBeExported() {
    return issued.and(migration.is(Migration.NONE)).and(exports.isLess(EXPORTS));
  }

  /** The session of a rank with the client ends: so do its capability and an export of it. */
  Effect sessionEnds(Expr rank) {
    return all(
        when(
            authority.is(rank).or(migration.isNot(Migration.NONE)),
            reset(issued),
            reset(migration)));
  }

  /** The other rank. */
  Expr other(Expr rank) {
    return ifElse(rank.is(c.ids().exporter()), c.ids().importer(), c.ids().exporter());
  }

  /** {@code cap_id} of the capability that a rank exports. */
  Expr exported(Expr rank) {
    return ifElse(rank.is(c.ids().exporter()), 0, 1);
  }

  /** {@code cap_id} of the capability that a rank has imported. */
  Expr imported(Expr rank) {
    return ifElse(rank.is(c.ids().exporter()), 2, 1);
  }

  /** {@code __get_cap_for_mds()}. */
  Expr has(Expr rank) {
    return owner.at(rank).isNotNull();
  }

  Expr has(Expr rank, Expr id) {
    return has(rank).and(capId.at(rank).is(id));
  }

  /** Whether some {@code cap->session}, or some place on a list, is the session. */
  Expr pointsAt(Expr session) {
    return anyOf(
        ranks().stream()
            .map(rank -> owner.at(rank).is(session).or(list.at(rank).is(session)))
            .toArray(Expr[]::new));
  }

  private List<Expr> ranks() {
    return List.of(c.ids().exporter(), c.ids().importer());
  }

  /**
   * {@code ceph_add_cap()}: the capability that the inode has of the rank, whatever session object
   * it came through, goes to the end of this session's list; {@code cap->session} and the counts
   * stay. Caller holds {@code s_mutex}.
   */
  Effect add(Session s, Expr rank, Expr id) {
    return all(
        whenElse(has(rank), all(), all(assign(owner.at(rank), s.id()), increment(s.caps()))),
        assign(list.at(rank), s.id()),
        assign(capId.at(rank), id));
  }

  /** {@code ceph_remove_cap()}. Nothing if it was removed before. */
  Effect remove(Expr rank) {
    return when(
        has(rank),
        decrement(c.session(owner.at(rank)).caps()),
        assign(owner.at(rank), nobody()),
        assign(list.at(rank), nobody()),
        assign(capId.at(rank), value(0)));
  }

  /** The walk of {@code remove_session_caps()}, and the BUG_ON at its end. */
  Effect removeAll(Session s) {
    return all(
        all(
            ranks().stream()
                .map(rank -> when(list.at(rank).is(s.id()), remove(rank)))
                .toArray(Effect[]::new)),
        check("bug-on", "BUG_ON(session->s_nr_caps > 0)", s.caps().is(0)));
  }

  /** What the mount has to begin with. */
  Effect mount(Session s) {
    return all(
        assign(owner.at(c.ids().exporter()), s.id()),
        assign(list.at(c.ids().exporter()), s.id()),
        assign(s.caps(), 1),
        assign(issued, true),
        assign(mounted, true));
  }
}
