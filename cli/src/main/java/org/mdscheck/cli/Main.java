package org.mdscheck.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of {@code mdscheck}. */
@Command(
    name = "mdscheck",
    mixinStandardHelpOptions = true,
    version = "mdscheck 0.1.0",
    description = "Checks a model of the kernel Ceph client's MDS sessions exhaustively.")
final class Main implements Callable<Integer> {
  private Main() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() {
    CommandLine.usage(this, System.out);
    return CommandLine.ExitCode.OK;
  }
}
