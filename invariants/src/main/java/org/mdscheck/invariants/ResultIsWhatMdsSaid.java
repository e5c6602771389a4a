package org.mdscheck.invariants;

import org.mdscheck.checker.spec.Property;
import org.mdscheck.model.cephfs.CephModel;
import org.mdscheck.model.cephfs.Context;
import org.mdscheck.model.cephfs.Mutant;
import org.mdscheck.model.cephfs.Scenario;

/**
 * A reply with an error ends a request with an error, another one does not.
 *
 * <p>Formally: when {@code handle_reply()} stores the result of a request, it is an error if and
 * only if the message has one.
 *
 * <p>Why it matters: an asynchronous create has told its caller that the file exists. The error
 * that is in the reply is the only word of that it does not.
 *
 * <p>Rests on: {@code handle_reply()} looks at {@code rinfo->head->result} before it takes what
 * else is in the reply. Broken by {@link Mutant#ERROR_REPLY_IS_SUCCESS}.
 *
 * <p>Reference: fs/ceph/mds_client.c, {@code handle_reply()}.
 */
final class ResultIsWhatMdsSaid implements SessionProperty {
  @Override
  public String reference() {
    return "REPLY-1";
  }

  @Override
  public String meaning() {
    return "a reply with an error ends a request with an error, another one does not";
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Context.CREATE_ERRORS);
  }

  @Override
  public Property on(CephModel c) {
    return new Property.Checked(name(), meaning());
  }
}
