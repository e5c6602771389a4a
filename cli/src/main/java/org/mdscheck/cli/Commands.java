package org.mdscheck.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The commands and how their words are read. */
final class Commands {
  private Commands() {}

  /** A fresh command line; it is used once. */
  static CommandLine of(World world) {
    final CommandLine commands =
        new CommandLine(new Mdscheck())
            .addSubcommand("check", new Check())
            .addSubcommand("compare", new Compare())
            .addSubcommand("answer", new Answer())
            .addSubcommand("assume", new Assume())
            .addSubcommand("failures", new Failures())
            .addSubcommand("list", new Listing())
            .addSubcommand("replay", new ReplayFile())
            .addSubcommand("graph", new Graph())
            .addSubcommand("locks", new Locks())
            .addSubcommand("mutate", new Mutate())
            .addSubcommand("gate", new Gate());
    commands.setOut(world.out());
    commands.setErr(world.err());
    commands.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setOverwrittenOptionsAllowed(false);
    commands.setUsageHelpWidth(80);
    return commands;
  }
}
