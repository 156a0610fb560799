package org.conceptspaces.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.conceptspaces.encoder.files.AtomicFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Results as JSON, where the user wants them. */
final class JsonOption {

  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description =
          "Write the results as JSON there too; - prints them, and nothing else, on standard output.")
  private @Nullable String target;

  /** Refuses a file that cannot be written, before any work is done. */
  void check() {
    Path file = file();
    if (file != null) {
      OutputFile.check("--json", file);
    }
  }

  /** Whether standard output is for JSON alone. */
  boolean onStandardOutput() {
    return STANDARD_OUTPUT.equals(target);
  }

  /** Writes the results where they are wanted, if they are. */
  void write(String json, PrintWriter out) {
    Path file = file();
    if (onStandardOutput()) {
      out.println(json);
    } else if (file != null) {
      OutputFolder.writeFile(file, json);
    }
  }

  /** Whether a file is to be written. */
  private boolean isFile() {
    return file() != null;
  }

  /**
   * Writes results where they are wanted, one JSON object in a line, as they come. A file appears
   * once all are there, or not at all.
   *
   * @param out standard output
   * @param work is given what takes a line, or null if no JSON is wanted
   * @return what the work yields
   */
  <T> T lines(PrintWriter out, Function<@Nullable Consumer<String>, T> work) {
    if (onStandardOutput()) {
      return work.apply(
          line -> {
            out.println(line);
            StandardOutput.check(out);
          });
    }
    Path file = file();
    if (file == null) {
      return work.apply(null);
    }
    List<T> yielded = new ArrayList<>();
    try {
      AtomicFiles.write(file, content -> yielded.add(work.apply(line -> write(line, content))));
      return yielded.get(0);
    } catch (IOException | UncheckedIOException e) {
      throw new JobException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * As {@link #lines}, on standard output. A stop shall not leave a part of a file; where there is
   * none, or what is read may keep us waiting, the process may just end.
   *
   * @param spec whose standard output and error to write to
   * @param waits whether the work may wait for input
   * @param work is given what takes a line, or null, and tells whether to stop by throwing {@link
   *     java.util.concurrent.CancellationException}
   * @return what the work yields
   */
  <T> T stoppableLines(
      CommandSpec spec,
      boolean waits,
      BiFunction<@Nullable Consumer<String>, BooleanSupplier, T> work) {
    PrintWriter out = spec.commandLine().getOut();
    if (!isFile() || waits) {
      return lines(out, lines -> work.apply(lines, () -> false));
    }
    try (StopRequest stop = new StopRequest(spec.commandLine().getErr())) {
      return stop.telling(
          () -> lines(out, lines -> work.apply(lines, stop::wanted)),
          e -> "stopped; no JSON is written");
    }
  }

  private static void write(String line, OutputStream content) {
    try {
      content.write(line.getBytes(StandardCharsets.UTF_8));
      content.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Path file() {
    if (target == null || onStandardOutput()) {
      return null;
    }
    if (target.isBlank()) {
      throw problem("wants a file, or -");
    }
    try {
      return Path.of(target);
    } catch (InvalidPathException e) {
      throw problem("is no path of a file");
    }
  }

  private UserException problem(String what) {
    return OutputFile.problem("--json", String.valueOf(target), what);
  }
}
