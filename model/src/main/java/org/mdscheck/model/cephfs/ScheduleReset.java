package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Effects.all;
import static org.mdscheck.checker.spec.Effects.assign;
import static org.mdscheck.checker.spec.Effects.forEach;
import static org.mdscheck.checker.spec.Effects.reset;
import static org.mdscheck.checker.spec.Expressions.value;
import static org.mdscheck.checker.spec.Program.block;
import static org.mdscheck.checker.spec.Program.program;
import static org.mdscheck.model.cephfs.ResetPhase.IDLE;
import static org.mdscheck.model.cephfs.ResetPhase.QUIESCING;

import java.util.List;
import org.mdscheck.checker.spec.Program;

/**
 * {@code ceph_mdsc_schedule_reset()}: somebody writes to {@code reset/trigger} in debugfs, as one
 * of the resets. A write while a reset is at work returns {@code -EBUSY} and changes nothing.
 */
final class ScheduleReset {
  private ScheduleReset() {}

  static Program of(CephModel c) {
    ClientReset st = c.clientReset();
    return program("ceph_mdsc_schedule_reset")
        .loop(
            block()
                .fault(
                    c.resetReconnects()
                        ? "st->in_progress = true; st->active_reset_gen++; queue_work(&mdsc->reset_work)"
                        : "st->phase = CEPH_CLIENT_RESET_QUIESCING; queue_work(&mdsc->reset_work)",
                    c.budgets().resets,
                    st.phase()
                        .is(IDLE)
                        .and(c.fsc().is(MountState.MOUNTED))
                        .and(c.isUmountBefore(UmountStage.DETACHED))
                        .and(c.createsAsync() ? c.mounted() : value(true)),
                    assign(st.phase(), QUIESCING),
                    assign(st.failed(), false),
                    c.resetReconnects()
                        ? forEach(c.sessions(), x -> List.of(reset(st.generation(x))))
                        : all()))
        .end();
  }
}
