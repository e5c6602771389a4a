package org.mdscheck.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The Java files below a folder. */
record SourceFiles(List<Path> paths) {
  static SourceFiles below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return new SourceFiles(
          files.filter(file -> file.toString().endsWith(".java")).sorted().toList());
    }
  }

  /** The files that contain {@code word}, in capital or small letters. */
  List<Path> mentioning(String word) {
    return paths.stream()
        .filter(file -> read(file).toLowerCase(Locale.ROOT).contains(word))
        .toList();
  }

  /** The folders that hold Java files and no {@code package-info.java}. */
  List<Path> foldersWithoutPackageInfo() {
    return paths.stream()
        .map(Path::getParent)
        .distinct()
        .filter(folder -> Files.notExists(folder.resolve("package-info.java")))
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
