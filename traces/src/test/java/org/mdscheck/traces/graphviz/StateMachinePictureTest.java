package org.mdscheck.traces.graphviz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mdscheck.traces.graphviz.StateMachinePicture.Transition;

class StateMachinePictureTest {
  @Test
  void drawsOneArrowForAllWaysBetweenTwoStates() throws Exception {
    SvgTexts svg = draw(transition("A", "B", "g()"), transition("A", "B", "f()"));

    assertEquals(List.of("f()", "g()"), svg.lines("A->B"));
  }

  @Test
  void keepsAForbiddenWayApartFromAnAllowedOne() {
    String dot = dot(transition("A", "B", "f()"), new Transition("A", "B", List.of("g()"), true));

    List<String> arrows = dot.lines().filter(line -> line.startsWith("\"A\" -> \"B\"")).toList();
    assertEquals(2, arrows.size());
    assertTrue(arrows.get(1).contains("#B00020") && arrows.get(1).contains("g()"));
  }

  @Test
  void drawsAStateThatIsNeverReached() throws Exception {
    assertEquals(List.of("C"), draw(transition("A", "B", "f()")).lines("C"));
  }

  @Test
  void refusesAStateThatIsNotDeclared() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> dot(transition("A", "X", "f()")));

    assertEquals("state 'X' is not among [A, B, C]: add it there", e.getMessage());
  }

  private static Transition transition(String from, String to, String function) {
    return new Transition(from, to, List.of(function), false);
  }

  private static StateMachinePicture picture(Transition... transitions) {
    return new StateMachinePicture("title", List.of("A", "B", "C"), "A", List.of(transitions));
  }

  private static String dot(Transition... transitions) {
    return GraphRenderer.searching("").dot(picture(transitions).graph());
  }

  private static SvgTexts draw(Transition... transitions) throws Exception {
    return SvgTexts.of(GraphRenderer.searching("").svg(picture(transitions).graph()));
  }
}
