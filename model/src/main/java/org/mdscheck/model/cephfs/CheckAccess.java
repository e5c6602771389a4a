package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Local;
import org.mdscheck.checker.spec.Program;

/**
 * {@code ceph_open()} of a file whose capabilities are there, so that no MDS is asked: of it {@code
 * ceph_mds_check_access()} with {@code ceph_mds_auth_match()}, which also {@code
 * ceph_atomic_open()} and {@code __ceph_setattr()} call. No lock is held, unless repaired.
 *
 * <p>Left out: the comparisons, which are of private data. Each way through them ends at the last
 * step or before it.
 */
final class CheckAccess {
  private CheckAccess() {}

  static Program of(CephModel c) {
    CapAuths auths = c.capAuths();
    boolean freesMaps = c.scenario().has(Context.MAP_MEMORY);
    Local map = freesMaps ? local("map", c.mapMemory().pointer()) : null;
    Effect useMap = freesMaps ? c.mapMemory().use(map) : all();
    Program match =
        (freesMaps ? program("ceph_mds_auth_match", map) : program("ceph_mds_auth_match"))
            .only(
                freesMaps,
                freesMaps
                    ? block()
                        .step("map = mdsc->mdsmap", assign(map, c.mapMemory().current()))
                        // Window: the map may be freed, and the name with it.
                        .step("fs_name = map->m_fs_name", useMap)
                    : block())
            .step(
                "ceph_namespace_match(auth->match.fs_name, fs_name)",
                auths.use(),
                useMap,
                freesMaps ? reset(map) : all())
            .end();
    return program("ceph_mds_check_access")
        .option("(a file is opened)", not(c.mdsc().stopping()))
        .then(c.mapMutex().lock())
        .either(
            block()
                .await("i >= mdsc->s_cap_auths_num", not(auths.isCounted()))
                .then(c.mapMutex().unlock())
                .ret(),
            block().await("i < mdsc->s_cap_auths_num", auths.isCounted()))
        .step("s = &mdsc->s_cap_auths[i]", auths.load())
        // Window: the array may be freed.
        .call(match)
        .step("s->readable, s->writeable, s->match.root_squash", auths.use(), auths.forget())
        .then(c.mapMutex().unlock())
        .end();
  }
}
