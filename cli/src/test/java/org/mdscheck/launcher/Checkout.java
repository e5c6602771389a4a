package org.mdscheck.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A checkout with the real launcher, in which building and running are scripts of a line or two.
 * The PATH holds these and the tools that the launcher needs.
 */
final class Checkout {
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cp",
          "date",
          "dirname",
          "find",
          "flock",
          "ln",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sh",
          "touch");

  /** What a process left. */
  record Outcome(int exitCode, List<String> out, String err) {}

  final Path root;
  private final Path tools;
  private final Path jdk;
  private final Path builds;

  Checkout(Path folder) throws IOException {
    root = Files.createDirectories(folder.resolve("a checkout"));
    tools = Files.createDirectory(folder.resolve("tools"));
    jdk = folder.resolve("jdk");
    builds = folder.resolve("builds");
    Files.copy(Path.of("../mdscheck"), root.resolve("mdscheck"));
    write(root.resolve("pom.xml"), "");
    write(root.resolve("cli/pom.xml"), "");
    write(source(), "");
    write(root.resolve("cli/src/test/java/MainTest.java"), "");
    for (String tool : TOOLS) {
      script(tools.resolve(tool), "exec '" + find(tool) + "' \"$@\"");
    }
    maven("mkdir -p '%1$s/lib' && touch '%1$s/mdscheck.jar'".formatted(root.resolve("cli/target")));
    java("printf '%s\\n' \"$@\"");
    release("17.0.15");
    script(jdk.resolve("bin/javac"), "");
  }

  Path source() {
    return root.resolve("cli/src/main/java/Main.java");
  }

  /** Makes {@code mvn} count its runs, then do what {@code body} says. */
  void maven(String body) throws IOException {
    script(tools.resolve("mvn"), "echo build >>'" + builds + "'\n" + body);
  }

  void withoutMaven() throws IOException {
    Files.delete(tools.resolve("mvn"));
  }

  void java(String body) throws IOException {
    script(jdk.resolve("bin/java"), body);
  }

  void withoutCompiler() throws IOException {
    Files.delete(jdk.resolve("bin/javac"));
  }

  void release(String version) throws IOException {
    write(jdk.resolve("release"), "IMPLEMENTOR=\"test\"\nJAVA_VERSION=\"" + version + "\"\n");
  }

  int buildCount() throws IOException {
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  /** The copies of what was built, the current one included. */
  int copyCount() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("target/launch"))) {
      return (int) files.filter(file -> file.getFileName().toString().startsWith("app.")).count();
    }
  }

  Outcome run(String... arguments) throws IOException, InterruptedException {
    return finish(start(root.resolve("mdscheck"), root, Map.of(), arguments));
  }

  /** Starts {@code launcher}, which is the real one or a link to it. */
  Process start(Path launcher, Path directory, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder process = new ProcessBuilder(command).directory(directory.toFile());
    process.environment().clear();
    process.environment().putAll(Map.of("PATH", tools.toString(), "JAVA_HOME", jdk.toString()));
    process.environment().putAll(environment);
    return process.start();
  }

  static Outcome finish(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), out.lines().toList(), err);
  }

  private static Path find(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + tool + " on the PATH"));
  }

  private static void script(Path file, String body) throws IOException {
    write(file, "#!/bin/sh\n" + body + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + file);
    }
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
