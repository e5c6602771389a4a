package org.mdscheck.cli.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;

class TextFileTest {
  @TempDir private Path folder;

  @Test
  void readsWhatItWrote() throws IOException {
    TextFile file = new TextFile(folder.resolve("a.txt"));
    file.write("one\n");
    file.write("two \u2200\n");
    assertEquals("two \u2200\n", file.read());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count(), "nothing else is left behind");
    }
  }

  @Test
  void keepsPermissionsAndLinks() throws IOException {
    Path target = folder.resolve("target");
    Files.writeString(target, "old");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    new TextFile(link).write("new");
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(target));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
  }

  @Test
  void writesToADevice() {
    new TextFile(Path.of("/dev/null")).write("gone");
    assertTrue(Files.exists(Path.of("/dev/null")));
  }

  @Test
  void saysWhyItCannotBeRead() {
    Failure failure =
        assertThrows(Failure.class, () -> new TextFile(folder.resolve("missing")).read());
    assertEquals(ExitCode.SYSTEM, failure.exitCode());
    assertTrue(failure.getMessage().endsWith("missing: no such file"), failure.getMessage());
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    Path path = folder.resolve("binary");
    Files.write(path, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    Failure failure = assertThrows(Failure.class, () -> new TextFile(path).read());
    assertEquals(ExitCode.UNREADABLE, failure.exitCode());
  }

  @Test
  void knowsBeforehandWhereItCannotWrite() {
    assertThrows(Failure.class, () -> new TextFile(folder).requireWritable());
    assertThrows(Failure.class, () -> new TextFile(folder.resolve("missing/a")).requireWritable());
    new TextFile(folder.resolve("a")).requireWritable();
  }
}
