package org.mdscheck.traces.graphviz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mdscheck.traces.graphviz.LockOrderPicture.Order;

class LockOrderPictureTest {
  private static final LockPalette PALETTE = new LockPalette(List.of("a", "b", "c", "d"));
  private static final String RED = "\"color\"=\"#B00020\"";

  @Test
  void paintsOnlyTheArrowsOfACycleRed() {
    String dot = dot(order("a", "b"), order("b", "c"), order("c", "a"), order("c", "d"));

    assertTrue(arrow(dot, "a", "b").contains(RED));
    assertTrue(arrow(dot, "b", "c").contains(RED));
    assertTrue(arrow(dot, "c", "a").contains(RED));
    assertFalse(arrow(dot, "c", "d").contains(RED));
  }

  @Test
  void paintsALockTakenTwiceRed() {
    assertTrue(arrow(dot(order("a", "a")), "a", "a").contains(RED));
  }

  @Test
  void paintsNothingRedWithoutACycle() {
    assertFalse(dot(order("a", "b"), order("a", "c"), order("b", "c")).contains(RED));
  }

  @Test
  void marksWhatTheBaseDoesNotDo() {
    String dot = dot(new Order("a", "b", List.of("f()", "g()"), true), order("b", "c"));

    assertTrue(arrow(dot, "a", "b").contains("\u00a0>> f()\\l\u00a0>> g()\\l"));
    assertTrue(arrow(dot, "a", "b").contains("\"penwidth\"=\"3.0\""));
    assertFalse(arrow(dot, "b", "c").contains(">>"));
    assertTrue(dot.contains("not in base"));
  }

  @Test
  void keepsEightFunctionsAndCountsTheRest() throws Exception {
    List<String> functions = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    LockOrderPicture picture =
        new LockOrderPicture("t", List.of(new Order("a", "b", functions, false)), "", PALETTE);

    SvgTexts svg = SvgTexts.of(GraphRenderer.searching("").svg(picture.graph()));
    assertEquals(List.of("a", "b", "c", "d", "e", "f", "g", "h", "and 2 more"), svg.lines("a->b"));
  }

  private static Order order(String held, String acquired) {
    return new Order(held, acquired, List.of("f()"), false);
  }

  private static String dot(Order... orders) {
    LockOrderPicture picture = new LockOrderPicture("t", List.of(orders), "base", PALETTE);
    return GraphRenderer.searching("").dot(picture.graph());
  }

  private static String arrow(String dot, String from, String to) {
    return dot.lines()
        .filter(line -> line.startsWith("\"" + from + "\" -> \"" + to + "\""))
        .findFirst()
        .orElseThrow();
  }
}
