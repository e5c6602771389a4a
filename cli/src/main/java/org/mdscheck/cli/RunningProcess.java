package org.mdscheck.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.models.CephLibrary;

/**
 * The process that a command runs in: its streams, and its end. When a signal asks it to end, a
 * search that runs is cancelled and its command may still print what was found.
 */
final class RunningProcess {
  /** How long a command may take to print after a signal. */
  private static final long PATIENCE_SECONDS = 60;

  private final World world;
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile int exitCode = ExitCode.INCOMPLETE.number();

  private RunningProcess(World world) {
    this.world = world;
  }

  /** Takes over this process. Call it once. */
  static RunningProcess start() {
    final RunningProcess process =
        new RunningProcess(
            new World(
                writer(FileDescriptor.out, false),
                writer(FileDescriptor.err, true),
                isTerminal(1),
                isTerminal(2),
                System.getenv(),
                Clock.systemDefaultZone(),
                new CephLibrary(),
                new Interruption()));
    Runtime.getRuntime().addShutdownHook(new Thread(process::endEarly, "end of the process"));
    return process;
  }

  /** Runs a command; returns the status with which the process is to end. */
  int run(String[] args) {
    exitCode = new Application(world).run(args);
    end.countDown();
    return exitCode;
  }

  /** The shutdown hook; it runs at every end of the process and acts only before that of a run. */
  private void endEarly() {
    if (end.getCount() == 0) return;
    world.err().println("mdscheck: ending early; what was found so far follows");
    world.err().flush();
    world.interruption().request();
    try {
      if (!end.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        world.err().println("mdscheck: ended before it could print what was found");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    world.out().flush();
    world.err().flush();
    Runtime.getRuntime().halt(exitCode);
  }

  private static PrintWriter writer(FileDescriptor stream, boolean isFlushedEachLine) {
    return new PrintWriter(new FileOutputStream(stream), isFlushedEachLine, StandardCharsets.UTF_8);
  }

  private static boolean isTerminal(int descriptor) {
    final Path link = Path.of("/proc/self/fd/" + descriptor);
    if (!Files.isSymbolicLink(link)) return System.console() != null;
    try {
      final String device = Files.readSymbolicLink(link).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
