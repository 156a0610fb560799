package org.conceptspaces.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root of the command. */
@Command(
    name = "concepts",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class,
    description = "One text encoder whose concepts live in any geometry.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed while working",
      "2:bad input or usage; the message on standard error says what to do",
      "3:done, but a gate is not passed (compare --enforce)",
      "130:stopped by Ctrl-C (143: by SIGTERM), at a good place"
    },
    subcommands = {
      CompareCommand.class,
      TrainCommand.class,
      EncodeCommand.class,
      PlaceCommand.class,
      CompleteCommand.class,
      EmbedCommand.class,
      EvaluateCommand.class,
      QueryCommand.class,
      AnalyzeCommand.class,
      SpacesCommand.class,
      DoctorCommand.class
    })
public final class Main implements Runnable {

  /** The command did what it was asked to do. */
  public static final int DONE = 0;

  /** The command failed while working. */
  public static final int FAILED = 1;

  /** The command was stopped from outside; the shell's number for Ctrl-C. */
  public static final int STOPPED = 130;

  /** Bad input or usage; one message on standard error says what to do. */
  public static final int BAD_INPUT = 2;

  /** The command did what it was asked to do, and a gate that was to be enforced is not passed. */
  public static final int GATE_FAILED = 3;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean debug;

  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  /**
   * Runs the command and ends the process.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /**
   * Runs the command.
   *
   * @param out standard output
   * @param err standard error
   * @param arguments the command line
   * @return the exit code
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    Main main = new Main();
    CommandLine line =
        new CommandLine(main)
            .setOut(out)
            .setErr(err)
            .setExecutionExceptionHandler(
                (e, failed, parsed) -> Failures.explain(e, err, main.debug))
            .setParameterExceptionHandler((e, words) -> misused(e, err));
    try {
      return written(line.execute(arguments), out, err);
    } catch (VirtualMachineError | LinkageError e) {
      return Failures.explain(e, err, main.debug);
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static int written(int exit, PrintWriter out, PrintWriter err) {
    if ((exit == DONE || exit == GATE_FAILED) && out.checkError()) {
      err.println("concepts: " + StandardOutput.FAILED);
      return FAILED;
    }
    return exit;
  }

  private static int misused(ParameterException e, PrintWriter err) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    if (e instanceof UnmatchedArgumentException unmatched && command.parent() == null) {
      String first = unmatched.getUnmatched().get(0);
      String what = first.startsWith("-") ? "option" : "command";
      String meant = String.join(", ", unmatched.getSuggestions());
      err.printf(
          "concepts: unknown %s '%s'; %scommands: %s%n",
          what, first, meant.isEmpty() ? "" : "did you mean " + meant + "? ", commands(command));
    } else {
      err.println("concepts: " + e.getMessage());
      UnmatchedArgumentException.printSuggestions(e, err);
    }
    err.println("Try '" + command.qualifiedName() + " --help'.");
    return BAD_INPUT;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing: " + commands(spec));
  }

  private static String commands(CommandSpec root) {
    return String.join(", ", root.subcommands().keySet());
  }
}
