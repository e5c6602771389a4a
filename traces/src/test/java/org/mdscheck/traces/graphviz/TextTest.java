package org.mdscheck.traces.graphviz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void keepsALineThatFits() {
    assertEquals(List.of("mutex_lock(&mdsc->mutex)"), Text.wrap("mutex_lock(&mdsc->mutex)", 34));
  }

  @Test
  void breaksAtSpacesAndIndents() {
    assertEquals(
        List.of("session->s_state =", "  CEPH_MDS_SESSION_RECONNECTING"),
        Text.wrap("session->s_state = CEPH_MDS_SESSION_RECONNECTING", 34));
  }

  @Test
  void breaksAfterAnOperatorWhereThereIsNoSpace() {
    assertEquals(
        List.of("wait_for_completion_killable(", "  &req->r_completion)"),
        Text.wrap("wait_for_completion_killable(&req->r_completion)", 34));
  }

  @Test
  void doesNotBreakInsideAnOperator() {
    assertEquals(List.of("abcdefghij->", "  klmnop"), Text.wrap("abcdefghij->klmnop", 12));
  }

  @Test
  void leavesAClosingBracketOnTheLine() {
    assertEquals(
        List.of("handle_session(CEPH_SESSION_REJECT)"),
        Text.wrap("handle_session(CEPH_SESSION_REJECT)", 34));
  }

  @Test
  void ratherEndsALineEarlyThanInsideAName() {
    assertEquals(
        List.of("session =", "  __ceph_lookup_mds_session(mdsc,", "  mds)"),
        Text.wrap("session = __ceph_lookup_mds_session(mdsc, mds)", 34));
  }

  @Test
  void breaksAWordThatIsTooLong() {
    assertEquals(List.of("aaaaaaaaaaaa", "  aaaaaaaaaa", "  aaa"), Text.wrap("a".repeat(25), 12));
  }

  @Test
  void keepsCharactersWholeThatNeedTwoChars() {
    String crab = "\ud83e\udd80";

    assertEquals(
        List.of("aaaaaaaaaaa", "  " + crab + "bbbb"), Text.wrap("aaaaaaaaaaa" + crab + "bbbb", 12));
  }

  @Test
  void keepsSpacesThatSvgWouldDrop() {
    assertEquals("\u00a0\u00a0a b \u00a0c", Text.html("  a b  c"));
    assertEquals("\u00a0a", Text.escaped(" a"));
  }
}
