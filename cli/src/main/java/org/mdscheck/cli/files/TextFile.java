package org.mdscheck.cli.files;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;

/**
 * A file of text in UTF-8.
 *
 * @param path where it is
 */
public record TextFile(Path path) {
  /**
   * The text in the file.
   *
   * @throws Failure if it cannot be read
   */
  public String read() {
    try {
      return Files.readString(path);
    } catch (MalformedInputException e) {
      throw new Failure(ExitCode.UNREADABLE, path + " is no text in UTF-8", e);
    } catch (IOException e) {
      throw new Failure(ExitCode.SYSTEM, "cannot read " + path + ": " + reason(e), e);
    }
  }

  /**
   * Replaces the file as a whole or leaves it as it was.
   *
   * @throws Failure if it cannot be written
   */
  public void write(String text) {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        Files.writeString(path, text); // A device or a pipe cannot be replaced.
      } else {
        replace(text);
      }
    } catch (IOException e) {
      throw new Failure(ExitCode.SYSTEM, "cannot write " + path + ": " + reason(e), e);
    }
  }

  private void replace(String text) throws IOException {
    final Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    final Path whole = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      Files.writeString(whole, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (Files.exists(target)) {
        Files.setPosixFilePermissions(whole, Files.getPosixFilePermissions(target));
      }
      Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /**
   * Returns quietly if the file can probably be written: asked before long work.
   *
   * @throws Failure if its folder is missing or closed, or it is a folder itself
   */
  public void requireWritable() {
    final Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder))
      throw new Failure(ExitCode.SYSTEM, "cannot write " + path + ": there is no folder " + folder);
    if (Files.isDirectory(path))
      throw new Failure(ExitCode.SYSTEM, "cannot write " + path + ": it is a folder");
    if (!Files.isWritable(Files.exists(path) ? path : folder))
      throw new Failure(ExitCode.SYSTEM, "cannot write " + path + ": permission denied");
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) return "no such file";
    return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
  }
}
