package org.mdscheck.traces.graphviz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngPainterTest {
  private static final int WHITE = 0xffff_ffff;
  private static final int RED = 0xffff_0000;

  @Test
  void paintsTwoPixelsPerPointOnWhite() throws IOException {
    BufferedImage image = paint("<rect x='5' y='5' width='5' height='5' fill=\"red\"/>");

    assertEquals(20, image.getWidth());
    assertEquals(40, image.getHeight());
    assertEquals(WHITE, image.getRGB(0, 0));
    assertEquals(RED, image.getRGB(15, 15));
  }

  @Test
  void takesTheTransparentLinesOfOlderGraphviz() throws IOException {
    BufferedImage image =
        paint("<rect width='10' height='20' fill=\"red\" stroke=\"transparent\"/>");

    assertEquals(RED, image.getRGB(0, 0));
  }

  @Test
  void makesVeryLargePicturesSmaller() {
    assertEquals(2, PngPainter.pixelsPerPoint(1000, 1000));
    assertEquals(0.2, PngPainter.pixelsPerPoint(100_000, 10), 1e-9);
    double scale = PngPainter.pixelsPerPoint(9000, 9000);
    assertEquals(40e6, 9000 * scale * 9000 * scale, 1);
  }

  @Test
  void saysWhatBatikDoesNotLike() {
    PictureException e =
        assertThrows(PictureException.class, () -> paint("<rect stroke=\"nonsense\"/>"));

    assertTrue(e.getMessage().startsWith("PNG failed ("), e.getMessage());
    assertTrue(e.getMessage().endsWith("; write a .svg file instead"), e.getMessage());
  }

  @Test
  void refusesAnSvgThatIsNotOfGraphviz() {
    assertThrows(PictureException.class, () -> PngPainter.paint("<svg/>"));
  }

  private static BufferedImage paint(String content) throws IOException {
    String head = "<svg width=\"10pt\" height=\"20pt\" viewBox=\"0 0 10 20\"";
    byte[] png =
        PngPainter.paint(head + " xmlns=\"http://www.w3.org/2000/svg\">" + content + "</svg>");
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
