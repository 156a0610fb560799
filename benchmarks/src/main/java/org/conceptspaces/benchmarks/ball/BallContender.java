package org.conceptspaces.benchmarks.ball;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process that takes {@link BallOperations.Orders}. */
final class BallContender {

  private final String name;
  private final Process process;
  private final BufferedReader answers;
  private final Writer orders;

  private BallContender(String name, List<String> command) throws IOException {
    this.name = name;
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    orders = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** The suite, with the options of this Java. */
  static BallContender suite() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Stream<String> settings =
        Stream.of("ai.djl.offline", "OPT_OUT_TRACKING", "ai.djl.pytorch.graph_optimizer")
            .map(key -> "-D" + key + "=" + System.getProperty(key));
    return new BallContender(
        "suite",
        Stream.of(
                Stream.of(java.toString(), "-XX:+UseSerialGC"),
                settings,
                Stream.of("-cp", System.getProperty("java.class.path"), BallWorker.class.getName()))
            .flatMap(part -> part)
            .toList());
  }

  static BallContender program(String path) throws IOException {
    Path file = Path.of(path).toAbsolutePath();
    return new BallContender(String.valueOf(file.getFileName()), List.of(file.toString()));
  }

  String order(Object... words) throws IOException {
    orders.write(Stream.of(words).map(String::valueOf).collect(Collectors.joining(" ")) + "\n");
    orders.flush();
    String line = answers.readLine();
    if (line == null) {
      throw new IOException(name + " has ended");
    }
    return line;
  }

  void close() {
    process.destroy();
  }

  @Override
  public String toString() {
    return name;
  }
}
