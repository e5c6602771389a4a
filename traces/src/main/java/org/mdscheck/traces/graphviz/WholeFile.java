package org.mdscheck.traces.graphviz;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes files as a whole: a reader sees the old content or the new, and a failure leaves the old.
 */
final class WholeFile {
  private WholeFile() {}

  /**
   * Makes {@code content} the content of {@code file}. Its directory must exist.
   *
   * @throws PictureException if that is not possible
   */
  static void write(Path file, byte[] content) {
    Path absolute = file.toAbsolutePath();
    Path draft = absolute.resolveSibling("." + absolute.getFileName() + "." + UUID.randomUUID());
    try {
      if (Files.isDirectory(absolute)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      try {
        Files.write(draft, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.move(draft, absolute, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new PictureException("cannot write " + file + ": " + reason(e, absolute), e);
    }
  }

  private static String reason(IOException e, Path file) {
    Path directory = file.getParent();
    if (Files.isDirectory(file)) {
      return "it is a directory; name a file";
    }
    if (e instanceof NoSuchFileException && !Files.exists(directory)) {
      return "there is no directory " + directory + "; create it or name another";
    }
    if (e instanceof AccessDeniedException) {
      return "no permission to write in " + directory + "; name another directory";
    }
    String refusal = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return (refusal == null ? directory + " takes no files" : refusal) + "; name another place";
  }
}
