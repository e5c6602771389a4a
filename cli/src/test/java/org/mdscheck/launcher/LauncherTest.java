package org.mdscheck.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mdscheck.launcher.Checkout.Outcome;

@Timeout(60)
class LauncherTest {
  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = new Checkout(folder);
  }

  @Test
  void buildsOnFirstUseAndSaysSoInOneLine() throws Exception {
    Outcome first = checkout.run();
    assertEquals(1, checkout.buildCount());
    assertEquals("mdscheck: first use, building (about a minute)\n", first.err());
  }

  @Test
  void buildsOnce() throws Exception {
    checkout.run();
    Outcome second = checkout.run();
    assertEquals(1, checkout.buildCount());
    assertEquals("", second.err());
  }

  @Test
  void buildsAgainWhenASourceHasChanged() throws Exception {
    checkout.run();
    touch(checkout.source());
    checkout.run();
    assertEquals(2, checkout.buildCount());
  }

  @Test
  void buildsAgainWhenASourceIsGone() throws Exception {
    checkout.run();
    Files.delete(checkout.source());
    touch(checkout.source().getParent());
    checkout.run();
    assertEquals(2, checkout.buildCount());
  }

  @Test
  void doesNotBuildForATestThatHasChanged() throws Exception {
    checkout.run();
    touch(checkout.root.resolve("cli/src/test/java/MainTest.java"));
    checkout.run();
    assertEquals(1, checkout.buildCount());
  }

  @Test
  void keepsTheCopyThatAnEarlierRunMayStillUse() throws Exception {
    for (int build = 0; build < 3; build++) {
      checkout.run();
      touch(checkout.source());
    }
    assertEquals(2, checkout.copyCount());
  }

  @Test
  void showsWhyABuildFailed() throws Exception {
    checkout.maven("echo 'Main.java:[1,2] not a statement'; exit 1");
    Outcome outcome = checkout.run();
    assertEquals(153, outcome.exitCode());
    assertTrue(outcome.err().contains("Main.java:[1,2] not a statement"), outcome.err());
  }

  @Test
  void buildsAgainAfterAFailedBuild() throws Exception {
    checkout.maven("exit 1");
    checkout.run();
    checkout.run();
    assertEquals(2, checkout.buildCount());
  }

  @Test
  void waitsForTheBuildOfAnotherRun() throws Exception {
    Path gate = folder.resolve("gate");
    assertEquals(0, new ProcessBuilder("mkfifo", gate.toString()).start().waitFor());
    checkout.maven(
        "read go <'" + gate + "'\nmkdir -p cli/target/lib && touch cli/target/mdscheck.jar");
    Process first = start(Map.of());
    Writer opened = Files.newBufferedWriter(gate); // returns when the first build reads
    Process second = start(Map.of());
    var err = new BufferedReader(new InputStreamReader(second.getErrorStream(), UTF_8));
    assertEquals("mdscheck: waiting for another build of this checkout", err.readLine());
    opened.write("go\n");
    opened.close();
    assertEquals(0, second.waitFor());
    assertEquals(0, Checkout.finish(first).exitCode());
    assertEquals(1, checkout.buildCount());
  }

  @Test
  void passesArgumentsAsTheyAre() throws Exception {
    List<String> out = checkout.run("check", "two words", "*", "").out();
    assertEquals(List.of("check", "two words", "*", ""), out.subList(out.size() - 4, out.size()));
  }

  @Test
  void passesTheExitCodeOn() throws Exception {
    checkout.java("exit 12");
    assertEquals(12, checkout.run().exitCode());
  }

  @Test
  void worksThroughALinkFromAnotherDirectory() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), checkout.root.resolve("mdscheck"));
    Outcome outcome = Checkout.finish(checkout.start(link, folder, Map.of()));
    assertEquals(0, outcome.exitCode(), outcome.err());
  }

  @Test
  void limitsTheMemory() throws Exception {
    assertTrue(checkout.run().out().contains("-XX:MaxRAMPercentage=70"));
  }

  @Test
  void letsTheUsersOptionsWin() throws Exception {
    List<String> out = Checkout.finish(start(Map.of("MDSCHECK_OPTS", "-Xmx1g -Da=b"))).out();
    assertTrue(out.indexOf("-XX:MaxRAMPercentage=70") < out.indexOf("-Xmx1g"), out.toString());
    assertTrue(out.indexOf("-Da=b") < out.indexOf("-jar"), out.toString());
  }

  @Test
  void leavesTheChoiceOfCollectorToTheUser() throws Exception {
    List<String> out = Checkout.finish(start(Map.of("MDSCHECK_OPTS", "-XX:+UseZGC"))).out();
    assertTrue(out.contains("-XX:+UseZGC"), out.toString());
    assertFalse(out.contains("-XX:+UseParallelGC"), out.toString());
  }

  @Test
  void refusesAnOldJava() throws Exception {
    checkout.release("11.0.2");
    assertRefusal("is Java 11.0.2: install a JDK, 17 or later");
  }

  @Test
  void refusesJava8() throws Exception {
    checkout.release("1.8.0_402");
    assertRefusal("is Java 1.8.0_402: install a JDK, 17 or later");
  }

  @Test
  void refusesAJavaHomeWithoutJava() throws Exception {
    Outcome outcome = Checkout.finish(start(Map.of("JAVA_HOME", folder.toString())));
    assertEquals(153, outcome.exitCode());
    assertTrue(outcome.err().contains("holds no bin/java"), outcome.err());
  }

  @Test
  void asksForMaven() throws Exception {
    checkout.withoutMaven();
    assertRefusal("install Maven");
  }

  @Test
  void asksForACompiler() throws Exception {
    checkout.withoutCompiler();
    assertRefusal("install a JDK");
  }

  private Process start(Map<String, String> environment) throws IOException {
    return checkout.start(checkout.root.resolve("mdscheck"), checkout.root, environment);
  }

  private void assertRefusal(String reason) throws Exception {
    Outcome outcome = checkout.run();
    assertEquals(153, outcome.exitCode());
    assertTrue(outcome.err().contains(reason), outcome.err());
    assertEquals(0, checkout.buildCount());
  }

  /** An edit a second from now: later than any build of this test. */
  private static void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));
  }
}
