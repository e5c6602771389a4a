package org.mdscheck.cli;

/** The entry point of {@code mdscheck}. */
final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(RunningProcess.start().run(args));
  }
}
