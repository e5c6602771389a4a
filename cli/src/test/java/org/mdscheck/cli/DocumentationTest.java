package org.mdscheck.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.cli.models.CephLibrary;

/** Runs every command that the documentation shows, on the real models but with few states. */
class DocumentationTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK =
      Pattern.compile("^```\\w*\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

  /** As asked for, a finding, or a search that the few states ended. */
  private static final Set<Integer> EXPECTED = Set.of(0, 10, 11, 12, 13, 14, 15, 16, 152);

  /** Commands that search, and take a limit. */
  private static final Set<String> LIMITED =
      Set.of("check", "compare", "graph", "answer", "assume", "failures", "locks", "mutate");

  @TempDir private Path folder;

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs.sorted())
          .filter(p -> p.toString().endsWith(".md"))
          .toList();
    }
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each command once; what stands behind two spaces on its line explains it. */
  static Set<String> commands() throws IOException {
    Set<String> commands = new TreeSet<>();
    for (Path page : pages()) {
      Matcher block = BLOCK.matcher(text(page));
      while (block.find()) {
        block
            .group(1)
            .replaceAll("\\\\\n *", "")
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("./mdscheck "))
            .map(line -> line.substring("./mdscheck ".length()).strip().split(" {2,}|#")[0])
            .forEach(commands::add);
      }
    }
    return commands;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void aCommandShownCanBeRun(String command) {
    List<String> args = words(command);
    // What these two read is made by the commands beside them, or takes minutes.
    if (args.get(0).equals("replay") || args.get(0).equals("gate")) args.add("--help");
    args.replaceAll(this::inFolder);
    if (LIMITED.contains(args.get(0))) {
      args.addAll(List.of("--max-states", "200"));
    }
    CommandRun run =
        CommandRun.with(new CephLibrary(), new Interruption(), args.toArray(String[]::new));
    assertTrue(EXPECTED.contains(run.status()), () -> "exit " + run.status() + ": " + run.err());
  }

  /** The words of a command line; what stands in quotes is one. */
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) words.add(word.group(1) != null ? word.group(1) : word.group());
    return words;
  }

  /** Files are written below the test's folder. */
  private String inFolder(String arg) {
    return arg.replaceFirst(
        "^((?:\\w+:)?)([\\w./-]+\\.(?:svg|png|dot|json|txt))$",
        "$1" + Matcher.quoteReplacement(folder + "/") + "$2");
  }

  @Test
  void theDocumentationShowsCommands() throws IOException {
    assertTrue(commands().size() >= 10, () -> "few commands found");
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (Path page : pages()) {
      Matcher link = LINK.matcher(text(page));
      while (link.find()) {
        Path target = page.resolveSibling(link.group(1));
        assertTrue(Files.exists(target), page + " links to " + link.group(1));
      }
      assertFalse(text(page).isBlank(), page.toString());
    }
  }
}
