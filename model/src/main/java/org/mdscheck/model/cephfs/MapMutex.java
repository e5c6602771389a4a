package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.acquire;
import static org.mdscheck.checker.spec.Effects.release;
import static org.mdscheck.checker.spec.Program.block;

import org.mdscheck.checker.spec.Block;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/**
 * {@code mdsc->map_mutex}, in no shipped tree: who reads {@code mdsc->mdsmap} or {@code
 * mdsc->s_cap_auths} without M holds it from the load to the last use, who puts others in their
 * place meanwhile. Innermost, and not M: {@code __do_request()} waits under M for a thread that may
 * be reading.
 */
final class MapMutex {
  private final Ref mutex; // null if the tree has none, or nothing is freed

  MapMutex(Spec.Builder spec, Variant variant, Scenario scenario) {
    boolean isFreed = scenario.has(Context.MAP_MEMORY) || scenario.has(Context.ACCESS_CHECKS);
    mutex =
        isFreed && variant.has(Hunk.MAP_MUTEX)
            ? spec.variable("mdsc.map_mutex", Type.mutex("mdsc->map_mutex"))
            : null;
  }

  Block lock() {
    if (mutex == null) return block();
    return block().step("mutex_lock(&mdsc->map_mutex)", acquire(mutex));
  }

  Block unlock() {
    if (mutex == null) return block();
    return block().step("mutex_unlock(&mdsc->map_mutex)", release(mutex));
  }
}
