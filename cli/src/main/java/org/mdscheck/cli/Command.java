package org.mdscheck.cli;

import org.mdscheck.cli.exit.ExitCode;

/** One of the commands, with the options that it was given. */
interface Command {
  /**
   * Does what was asked for.
   *
   * @throws org.mdscheck.cli.exit.Failure if it cannot
   */
  ExitCode run(World world);
}
