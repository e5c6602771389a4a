package org.mdscheck.cli;

import org.mdscheck.cli.exit.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The word {@code mdscheck} itself; alone it says what commands there are. */
@CommandLine.Command(
    name = "mdscheck",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Checks a model of the kernel Ceph client's MDS sessions exhaustively.",
    footerHeading = "%nExit status:%n",
    footer = {
      "  0 as asked for; 10 to 19 a finding; 75 a faulty model; 150 and 151 wrong",
      "  input; 152 incomplete; 153 system error; 255 internal error.",
      "  docs/exit-codes.md says more."
    })
final class Mdscheck implements Command {
  /** Which numbers the exit codes are. */
  enum Numbering {
    TLC,
    SIMPLE
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--exit-code",
      scope = ScopeType.INHERIT,
      paramLabel = "tlc|simple",
      description = "simple: 0 as asked for, 1 a finding, 2 trouble (default: tlc)")
  private Numbering numbering;

  @Override
  public ExitCode run(World world) {
    spec.commandLine().usage(world.out());
    return ExitCode.OK;
  }
}
