package org.mdscheck.model.cephfs;

import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;

/** The fields of all requests. */
final class RequestVariables {
  final Ref references;
  final Ref rank;
  final Ref session;
  final Ref attempted;
  final Ref gotUnsafe;
  final Ref outcome;

  /** Null where the MDS keeps no record. */
  final Ref firstSentOn;

  /** Null unless a request has no thread of its own. */
  final Ref begun;

  /** Null where a request keeps its rank. */
  final Ref resendMds;

  /** Null where no request is forwarded. */
  final Ref numFwd;

  RequestVariables(Spec.Builder spec, Ids ids, Scenario scenario) {
    // The tree, the submitting thread, a reply being handled, a sync thread, a reset.
    references = spec.variable("r_kref", Type.array(ids.requests(), Type.range(0, 5)));
    rank = spec.variable("r_mds", Type.array(ids.requests(), Type.id(ids.ranks())));
    session = spec.variable("r_session", Type.array(ids.requests(), Type.nullable(ids.sessions())));
    attempted = spec.variable("r_attempts", Type.array(ids.requests(), Type.bool()));
    gotUnsafe = spec.variable("r_got_unsafe", Type.array(ids.requests(), Type.bool()));
    outcome = spec.variable("r_outcome", Type.array(ids.requests(), Type.enumOf(Outcome.class)));
    begun =
        scenario.has(Context.RECOVERY_GETATTR)
            ? spec.variable("r_begun", Type.array(ids.requests(), Type.bool()))
            : null;
    resendMds =
        MdsChoice.isMade(scenario)
            ? spec.variable("r_resend_mds", Type.array(ids.requests(), Type.nullable(ids.ranks())))
            : null;
    numFwd =
        scenario.has(Context.FORWARDING)
            ? spec.variable("r_num_fwd", Type.array(ids.requests(), HandleForward.number()))
            : null;
    firstSentOn =
        scenario.has(Context.MDS_RECORD)
            ? spec.variable(
                "r_first_sent_on", Type.array(ids.requests(), Type.nullable(ids.sessions())))
            : null;
  }
}
