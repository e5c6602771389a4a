package org.mdscheck.traces.graphviz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mdscheck.traces.graphviz.LanePicture.Lock;
import org.mdscheck.traces.graphviz.LanePicture.Row;
import org.mdscheck.traces.graphviz.LanePicture.Wait;

class LanePictureTest {
  private static final LockPalette PALETTE = new LockPalette(List.of("big", "small"));
  private static final Lock BIG = new Lock("big", "big");
  private static final Lock SMALL0 = new Lock("s0->small", "small");
  private static final Lock SMALL1 = new Lock("s1->small", "small");

  @Test
  void leavesOutLanesInWhichNothingHappens() throws Exception {
    List<String> lines = draw(SamplePictures.lanes()).lines();

    assertTrue(lines.contains("msgr/mon"));
    assertFalse(lines.contains("delayed_work"));
  }

  @Test
  void showsWhatEachStepDoesAndChanges() throws Exception {
    SvgTexts svg = draw(SamplePictures.lanes());

    assertEquals(List.of("8", "handle_map(mdsmap epoch 2)"), svg.lines("s7"));
    assertEquals(
        List.of("3", "__open_session(mdsc, session)", "s_state: NEW \u2192 OPENING"),
        svg.lines("s2"));
  }

  @Test
  void drawsTextWithMeaningToGraphvizAsItIs() throws Exception {
    String nasty = "a<b> &amp; \"c\" \\N \\l %n {x|y} \u2200\u00e9";
    SvgTexts svg =
        draw(
            new LanePicture(
                nasty,
                List.of(nasty),
                List.of(
                    new Row(1, 0, nasty), new Row(2, 0, nasty).changing(nasty).receiving(0, nasty)),
                List.of(new Wait(0, nasty, nasty)),
                nasty,
                PALETTE));

    assertEquals(List.of("1", nasty), svg.lines("s0"));
    assertEquals(List.of("2", nasty, nasty), svg.lines("s1"));
    for (String node : List.of("title", "head0", "m0", "reason")) {
      assertEquals(List.of(nasty), svg.lines(node), node);
    }
    assertEquals(List.of(nasty, nasty), svg.lines("wait0"));
  }

  @Test
  void replacesWhatXmlDoesNotAllow() throws Exception {
    SvgTexts svg = draw(picture(new Row(1, 0, "a\u0001b\uffffc\ud800d\ne")));

    assertEquals(List.of("1", "a?b?c?d e"), svg.lines("s0"));
  }

  @Test
  void namesALockThatTheStatementDoesNotName() throws Exception {
    SvgTexts svg =
        draw(
            picture(
                new Row(1, 0, "mutex_lock(&s->small)").holding(SMALL0),
                new Row(2, 0, "mutex_lock(big)").holding(SMALL0, BIG),
                new Row(3, 0, "mutex_unlock(&s->small)").holding(BIG)));

    assertEquals(List.of("1", "mutex_lock(&s->small)", "+", "s0->small"), svg.lines("s0"));
    assertEquals(List.of("2", "mutex_lock(big)"), svg.lines("s1"));
    assertEquals(List.of("3", "mutex_unlock(&s->small)", "-", "s0->small"), svg.lines("s2"));
  }

  @Test
  void drawsABarForEachTimeALockIsHeld() {
    LanePicture picture =
        picture(
            new Row(1, 0, "a").holding(BIG),
            new Row(2, 1, "b").holding(SMALL0),
            new Row(3, 0, "c").holding(BIG, SMALL1),
            new Row(4, 0, "d").holding(SMALL1),
            new Row(5, 0, "e").holding(SMALL1, BIG),
            new Row(6, 0, "f").holding(BIG));

    assertEquals(
        List.of(
            new LockBar(0, 0, BIG, 0, 3),
            new LockBar(0, 1, SMALL1, 2, 5),
            new LockBar(0, 0, BIG, 4, 6),
            new LockBar(1, 0, SMALL0, 1, 6)),
        LockBar.of(picture));
  }

  @Test
  void listsInTheLegendOnlyTheLocksThatAreHeld() throws Exception {
    List<String> lines = draw(picture(new Row(1, 0, "x").holding(SMALL0))).lines();

    assertTrue(lines.contains("small"));
    assertFalse(lines.contains("big"));
  }

  @Test
  void needsNoLayoutEngineForManySteps() throws Exception {
    Row[] rows = new Row[500];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new Row(i + 1, i % 2, "step");
    }

    assertEquals(List.of("500", "step"), draw(picture(rows)).lines("s499"));
  }

  @Test
  void drawsAStepWithoutText() throws Exception {
    SvgTexts svg = draw(picture(new Row(1, 0, "").changing("", "x")));

    assertTrue(svg.lines("s0").contains("1"));
    assertTrue(svg.lines("s0").contains("x"));
  }

  @Test
  void drawsARunWithoutSteps() throws Exception {
    assertEquals(List.of("title"), draw(picture()).lines());
  }

  @Test
  void wrapsAVeryLongMessageWithManyOthers() throws Exception {
    Row row = new Row(2, 0, "b");
    for (int i = 0; i < 20; i++) {
      row = row.receiving(0, "message " + i + " with a label that is long");
    }

    assertEquals("message 19", draw(picture(new Row(1, 0, "a"), row)).lines("m19").get(0));
  }

  @Test
  void refusesAMessageFromTheFuture() {
    Row row = new Row(1, 0, "a").receiving(0, "m");

    assertThrows(IndexOutOfBoundsException.class, () -> picture(row));
  }

  @Test
  void refusesALockClassWithoutAColour() {
    Row row = new Row(1, 0, "a").holding(new Lock("x", "unknown"));

    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> picture(row));
    assertEquals("lock class 'unknown' is not in the palette [big, small]: add it", e.getMessage());
  }

  private static LanePicture picture(Row... rows) {
    return new LanePicture("title", List.of("t0", "t1"), List.of(rows), List.of(), "", PALETTE);
  }

  private static SvgTexts draw(LanePicture picture) throws Exception {
    return SvgTexts.of(GraphRenderer.searching("").svg(picture.graph()));
  }
}
