package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Command lines that cannot be carried out: one message, exit code 2, nothing left behind. */
class HostileArgumentsTest {

  @TempDir private Path folder;

  /** A command line, where words in braces stand for paths, and what is said to it. */
  static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of(
            "trian {config}",
            "unknown command 'trian'; did you mean train, analyze? commands: compare, train, encode, place, complete, embed, evaluate, query, analyze, spaces, doctor\n"
                + "Try 'concepts --help'."),
        Arguments.of(
            "--debg",
            "unknown option '--debg'; did you mean --debug? commands: compare, train, encode, place, complete, embed, evaluate,"
                + " query, analyze, spaces, doctor\nTry 'concepts --help'."),
        Arguments.of(
            "train {config} --output {out} --resum",
            "Unknown option: '--resum'\nPossible solutions: --resume\nTry 'concepts train --help'."),
        Arguments.of(
            "spaces --plugin {here}",
            "Unknown options: '--plugin', '{here}'\nPossible solutions: --plugins\n"
                + "Try 'concepts spaces --help'."),
        Arguments.of(
            "spaces more", "Unmatched argument at index 1: 'more'\nTry 'concepts spaces --help'."),
        Arguments.of(
            "train {config}",
            "Missing required option: '--output=DIR'\nTry 'concepts train --help'."),
        Arguments.of(
            "compare --output {out}",
            "Missing required parameter: 'CONFIG'\nTry 'concepts compare --help'."),
        Arguments.of(
            "compare {config} --output {out} --device banana",
            "Invalid value for option '--device': wants auto, cpu or gpu:N, not 'banana'\n"
                + "Try 'concepts compare --help'."),
        Arguments.of(
            "doctor --device gpu:-1",
            "Invalid value for option '--device': wants auto, cpu or gpu:N, not 'gpu:-1'\n"
                + "Try 'concepts doctor --help'."),
        Arguments.of(
            "compare {config} --output {out} --jobs 0",
            "Invalid value for option '--jobs': wants a whole number of at least 1, not '0'\n"
                + "Try 'concepts compare --help'."),
        Arguments.of(
            "compare {config} --output {out} --jobs two",
            "Invalid value for option '--jobs': wants a whole number of at least 1, not 'two'\n"
                + "Try 'concepts compare --help'."),
        Arguments.of(
            "compare {config} --output {out} --json {here}/nosuch/x.json",
            "--json {here}/nosuch/x.json: the folder {here}/nosuch does not exist; make it first"),
        Arguments.of(
            "train {config} --output {out} --json {here}",
            "--json {here}: is a folder; name a file"),
        Arguments.of("train {config} --output ''", "--output wants a folder, not an empty name"),
        Arguments.of("compare {config} --output ''", "--output wants a folder, not an empty name"),
        Arguments.of(
            "train {config} --output {config}",
            "output folder {config}: is a file (FileAlreadyExistsException); name another with"
                + " --output"),
        Arguments.of(
            "train {config} --resume --output {config}/x",
            "output folder {config}/x: cannot be made or written (FileSystemException); name"
                + " another with --output"),
        Arguments.of(
            "compare {config} --output {config}/x",
            "output folder {config}/x: cannot be made or written (FileSystemException); name"
                + " another with --output"));
  }

  @ParameterizedTest
  @MethodSource
  void lines(String line, String message) throws IOException {
    Path config = new SmallData(folder).config();
    Set<Path> before = files();
    String[] arguments =
        Arrays.stream(line.split(" "))
            .map(word -> word.equals("''") ? "" : named(word, config))
            .toArray(String[]::new);
    Ran.concepts(arguments).refusedWith(named(message, config));
    assertEquals(before, files());
  }

  private String named(String words, Path config) {
    return words
        .replace("{config}", config.toString())
        .replace("{out}", folder.resolve("out").toString())
        .replace("{here}", folder.toString());
  }

  private Set<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.collect(Collectors.toSet());
    }
  }

  @Test
  void devicesThatAreNotThere() {
    Path config = new SmallData(folder).config();
    Path out = folder.resolve("out");
    for (String verb : new String[] {"compare", "train"}) {
      Ran ran =
          Ran.concepts(verb, config.toString(), "--output", out.toString(), "--device", "gpu:977");
      assertEquals(Main.BAD_INPUT, ran.exit());
      assertEquals("", ran.out());
      assertEquals(1, ran.err().lines().count());
      assertFalse(Files.exists(out));
    }
    assertEquals(Main.BAD_INPUT, Ran.concepts("doctor", "--device", "gpu:977").exit());
  }
}
