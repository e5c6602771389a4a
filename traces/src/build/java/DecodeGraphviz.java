import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A step of the build: takes Graphviz as WebAssembly out of the JavaScript file that viz-js ships it in, where it is one
 * string literal with a character per byte. A zero byte is the character 256, so that the text holds no NUL.
 *
 * <p>Arguments: the JavaScript file as a resource of the class path, and the file to write.
 */
final class DecodeGraphviz {
  private static final String LITERAL = "binaryDecode('";
  private static final byte[] MAGIC = {0, 'a', 's', 'm'};

  private DecodeGraphviz() {}

  public static void main(String[] arguments) throws IOException {
    byte[] wasm = decode(read(arguments[0]));
    for (int i = 0; i < MAGIC.length; i++) {
      if (wasm[i] != MAGIC[i]) {
        throw new IllegalStateException(arguments[0] + " does not hold WebAssembly as viz-js 3.29.0 does: adapt DecodeGraphviz");
      }
    }
    Path file = Path.of(arguments[1]);
    Files.createDirectories(file.getParent());
    Files.write(file, wasm);
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = DecodeGraphviz.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path: does viz-js.version fit the artifact?");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] decode(String script) {
    int start = script.indexOf(LITERAL) + LITERAL.length();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(script.length());
    for (int i = start; script.charAt(i) != '\''; i++) {
      char c = script.charAt(i) == '\\' ? unescape(script.charAt(++i)) : script.charAt(i);
      bytes.write(c == 256 ? 0 : c);
    }
    return bytes.toByteArray();
  }

  private static char unescape(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case '\'', '\\' -> c;
      default -> throw new IllegalStateException("unknown escape \\" + c + " in the literal: adapt DecodeGraphviz");
    };
  }
}
