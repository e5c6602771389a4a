package org.mdscheck.traces.graphviz;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.batik.bridge.UserAgent;
import org.apache.batik.transcoder.ErrorHandler;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** Paints Graphviz's SVG as PNG, on white. */
final class PngPainter {
  /** Twice Graphviz's points: text of 10 points is 20 pixels high, also good on paper. */
  private static final double PIXELS_PER_POINT = 2;

  /** About 160 MB while painting, and near what image viewers open without complaint. */
  private static final double MOST_PIXELS = 40e6;

  private static final double LONGEST_SIDE_PIXELS = 20_000;
  private static final Pattern SIZE =
      Pattern.compile("<svg width=\"([0-9.]+)pt\" height=\"([0-9.]+)pt\"");

  private PngPainter() {}

  /**
   * Returns {@code svg} as PNG, as large as reads well, or smaller where that is too many pixels.
   *
   * @param svg as written by Graphviz, with its size in points
   * @throws PictureException if it cannot be painted
   */
  static byte[] paint(String svg) {
    Matcher size = SIZE.matcher(svg);
    if (!size.find()) {
      throw new PictureException(
          "the SVG does not tell its size in points; write a .svg file instead");
    }
    double width = Double.parseDouble(size.group(1));
    double height = Double.parseDouble(size.group(2));
    double scale = pixelsPerPoint(width, height);
    PNGTranscoder painter = new QuietTranscoder();
    painter.addTranscodingHint(PNGTranscoder.KEY_BACKGROUND_COLOR, Color.WHITE);
    painter.addTranscodingHint(PNGTranscoder.KEY_WIDTH, (float) Math.ceil(width * scale));
    painter.addTranscodingHint(PNGTranscoder.KEY_HEIGHT, (float) Math.ceil(height * scale));
    painter.addTranscodingHint(PNGTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      TranscoderInput input = new TranscoderInput(new StringReader(forBatik(svg)));
      painter.transcode(input, new TranscoderOutput(png));
    } catch (TranscoderException | RuntimeException | LinkageError | InternalError e) {
      // The errors are those of a JDK without fonts.
      throw new PictureException(
          "PNG failed (" + e.getMessage() + "); write a .svg file instead", e);
    }
    return png.toByteArray();
  }

  /**
   * The scale for a picture of so many points: the usual one, or less to keep within the limits.
   */
  static double pixelsPerPoint(double width, double height) {
    double bySide = LONGEST_SIDE_PIXELS / Math.max(width, height);
    double byArea = Math.sqrt(MOST_PIXELS / (width * height));
    return Math.min(PIXELS_PER_POINT, Math.min(bySide, byArea));
  }

  /** Graphviz before 2.50 writes a colour that SVG 1.1 does not have. */
  private static String forBatik(String svg) {
    return svg.replace("stroke=\"transparent\"", "stroke=\"none\"")
        .replace("fill=\"transparent\"", "fill=\"none\"");
  }

  /** Batik's own transcoder prints what it does not like; this one throws it. */
  private static final class QuietTranscoder extends PNGTranscoder {
    QuietTranscoder() {
      setErrorHandler(new QuietHandler());
    }

    @Override
    protected UserAgent createUserAgent() {
      return new SVGAbstractTranscoderUserAgent() {
        @Override
        public void displayError(String message) {
          throw new IllegalStateException(message);
        }

        @Override
        public void displayError(Exception e) {
          throw new IllegalStateException(e.getMessage(), e);
        }
      };
    }
  }

  /** A warning is not worth a line, since the picture is painted all the same. */
  private static final class QuietHandler implements ErrorHandler {
    @Override
    public void warning(TranscoderException e) {}

    @Override
    public void error(TranscoderException e) throws TranscoderException {
      throw e;
    }

    @Override
    public void fatalError(TranscoderException e) throws TranscoderException {
      throw e;
    }
  }
}
