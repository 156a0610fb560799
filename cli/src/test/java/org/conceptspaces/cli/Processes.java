package org.conceptspaces.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command in a process of its own, as the launcher starts it. */
final class Processes {

  private Processes() {}

  /**
   * Starts the command.
   *
   * @param options further options of Java
   * @param err where standard error goes, anew
   * @param arguments the command's own
   */
  static Process concepts(List<String> options, Path err, String... arguments) throws IOException {
    return builder(options, arguments)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(err.toFile())
        .start();
  }

  /** The command, ready to start, with further options of Java. */
  static ProcessBuilder builder(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Dai.djl.offline=true"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
