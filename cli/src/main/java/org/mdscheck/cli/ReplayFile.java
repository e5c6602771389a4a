package org.mdscheck.cli;

import java.nio.file.Path;
import java.util.List;
import org.mdscheck.cli.exit.ExitCode;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.files.TextFile;
import org.mdscheck.cli.models.CheckableModel;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.models.SystemForm;
import org.mdscheck.traces.TraceException;
import org.mdscheck.traces.TraceFile;
import org.mdscheck.traces.TraceJson;
import org.mdscheck.traces.TraceReplay;
import org.mdscheck.traces.TraceStyle;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mdscheck replay}: whether a recorded counterexample is one. */
@CommandLine.Command(
    abbreviateSynopsis = true,
    sortOptions = false,
    description = "Runs a recorded counterexample again, step by step, and prints it.")
final class ReplayFile implements Command {
  @Parameters(paramLabel = "FILE", description = "written by check --out json:FILE")
  private Path path;

  @Mixin private TraceFiles files;

  @Option(
      names = "--trace",
      paramLabel = "diff|full|off",
      description = "steps with what they change (default), with all variables, or no steps")
  private TraceStyle style = TraceStyle.DIFF;

  @Option(
      names = {"-q", "--quiet"},
      description = "print nothing but errors: the exit status tells")
  private boolean isQuiet;

  @Override
  public ExitCode run(World world) {
    files.requireWritable();
    final String json = new TextFile(path).read();
    try {
      return replay(new TraceJson().read(json, path.toString()), world);
    } catch (TraceException e) {
      throw new Failure(
          e.reason() == TraceException.Reason.UNREADABLE
              ? ExitCode.UNREADABLE
              : ExitCode.NO_BEHAVIOUR,
          e.getMessage(),
          e);
    }
  }

  private ExitCode replay(TraceFile file, World world) {
    final ModelRequest request =
        TraceParameters.request(file.parameters(), world.library(), path.toString());
    final CheckableModel model = world.library().build(request, SystemForm.plain());
    new TraceReplay(model.system()).confirm(file);
    if (!isQuiet) {
      world
          .out()
          .println(
              "CONFIRMED  trace "
                  + file.trace().id()
                  + " is a run of "
                  + request.variant()
                  + " in scenario "
                  + request.scenario());
      world.out().println();
      world.out().print(TraceFiles.text(model, style, file.result(), ""));
    }
    files.write(model, List.of(file.result()), isQuiet, world);
    return model.exitCodeOf(file.result().name());
  }
}
