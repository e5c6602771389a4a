package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Local.local;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Effect;
import org.mdscheck.checker.spec.Local;

/**
 * A read of the MDS map through {@code mdsc->mdsmap} without M. With {@link Context#MAP_MEMORY} two
 * steps, for in between the map may be freed: the pointer is loaded, then what it points at is
 * looked at.
 */
final class ReadMap {
  private ReadMap() {}

  /**
   * @param function that reads
   * @param label the statement
   * @param seen what is read of the map
   * @param used what else the statement does
   */
  static Block of(CephModel c, String function, String label, Effect seen, Effect... used) {
    if (!c.scenario().has(Context.MAP_MEMORY)) {
      return used.length == 0 ? block().step(label, seen) : block().step(label, seen, all(used));
    }
    Local map = local("map", c.mapMemory().pointer());
    return block()
        .call(
            program(function, map)
                .then(c.mapMutex().lock())
                .step("map = mdsc->mdsmap", assign(map, c.mapMemory().current()), seen)
                // Window: the map may be freed.
                .step(label, c.mapMemory().use(map), all(used), reset(map))
                .then(c.mapMutex().unlock())
                .end());
  }
}
