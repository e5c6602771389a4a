package org.mdscheck.cli;

import java.io.UncheckedIOException;
import java.util.List;
import org.mdscheck.checker.spec.SpecException;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.traces.graphviz.PictureException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: finds the command, runs it, and turns what goes wrong into one line. */
final class Application {
  /** Set to anything, it makes a failure print where in the program it happened. */
  static final String DEBUG = "MDSCHECK_DEBUG";

  private final World world;

  Application(World world) {
    this.world = world;
  }

  /** Runs a command line to its end; returns the status for the process. */
  int run(String... args) {
    final List<String> given = List.of(args);
    final ExitCode code = ExitCode.gravest(List.of(attempt(given), flushed()));
    world.err().flush();
    return isSimple(given) ? code.simple() : code.number();
  }

  private ExitCode attempt(List<String> args) {
    try {
      return execute(args);
    } catch (ParameterException e) {
      return failed(ExitCode.USAGE, usage(e), e);
    } catch (Failure e) {
      return failed(e.exitCode(), e.getMessage(), e);
    } catch (SpecException e) {
      return failed(ExitCode.MODEL_FAULT, "the model is faulty: " + e.getMessage(), e);
    } catch (PictureException | UncheckedIOException e) {
      return failed(ExitCode.SYSTEM, e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      return failed(
          ExitCode.SYSTEM,
          "out of memory: lower --max-memory, or give more with MDSCHECK_OPTS=-Xmx...",
          e);
    } catch (RuntimeException | Error e) {
      return failed(ExitCode.INTERNAL, internal(e), e);
    }
  }

  private ExitCode execute(List<String> args) {
    final CommandLine commands = Commands.of(world);
    final ParseResult parsed = commands.parseArgs(TlcNames.translated(args).toArray(String[]::new));
    if (CommandLine.executeHelpRequest(parsed) != null) return ExitCode.OK;
    final List<CommandLine> chosen = parsed.asCommandLineList();
    final Command command = chosen.get(chosen.size() - 1).getCommand();
    return command.run(world);
  }

  private ExitCode failed(ExitCode code, String message, Throwable cause) {
    world.out().flush();
    world.err().println("mdscheck: " + message);
    if (world.isSet(DEBUG)) cause.printStackTrace(world.err());
    return code;
  }

  private static String usage(ParameterException e) {
    final CommandLine where = e.getCommandLine();
    final String help = "see " + where.getCommandSpec().qualifiedName() + " --help";
    if (!(e instanceof UnmatchedArgumentException unmatched)) return e.getMessage() + "; " + help;
    final String word = unmatched.getUnmatched().get(0);
    final String kind =
        word.startsWith("-") ? "option" : where.getSubcommands().isEmpty() ? "argument" : "command";
    final List<String> near = unmatched.getSuggestions();
    return "no "
        + kind
        + " '"
        + word
        + (near.isEmpty() ? "': " : "': did you mean " + near.get(0) + "? Or ")
        + help;
  }

  private static String internal(Throwable e) {
    return "internal error: "
        + e
        + "; please report it with this command line and the output of mdscheck --version ("
        + DEBUG
        + "=1 shows where it happened)";
  }

  /** Hands over what is still buffered. */
  private ExitCode flushed() {
    if (!world.out().checkError()) return ExitCode.OK;
    world.err().println("mdscheck: cannot write to standard output");
    return ExitCode.SYSTEM;
  }

  /** Asked of the words themselves, so that it also counts for a command line that is wrong. */
  private static boolean isSimple(List<String> args) {
    final int option = args.indexOf("--exit-code");
    return args.contains("--exit-code=simple")
        || option >= 0 && option + 1 < args.size() && args.get(option + 1).equals("simple");
  }
}
