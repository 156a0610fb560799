package org.conceptspaces.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The exact words in which problems of configs are told. */
class ConfigMessagesTest {

  private static List<String> problems(String yaml) {
    return assertThrows(ConfigException.class, () -> Fixtures.reader().read(yaml, "test.yaml"))
        .problems();
  }

  @Test
  void allProblemsAreToldInTheOrderOfTheFile() {
    String yaml =
        """
        spaces:
          - {space: poincar, curvature: 0}
          - space: multiscale
            levels:
              - {space: poincare, curvature: 0.0, concepts: 16.0}
              - {space: adaptive, maximum: abc}
              - {space: euclidean, curvature: 1.0}
        seeds: [1, -1, 2, 1]
        encoder:
          hiden: 64
          dropout: .nan
          projection: lineer
        data: wordnet:mammals
        trainin: {}
        """;
    assertEquals(
        """
        test.yaml: 12 problems
          spaces[0].space = poincar: no such space; did you mean poincare? Known: adaptive, euclidean, multiscale, poincare
          spaces[1].levels[0].curvature = 0.0: wants a number above 0
          spaces[1].levels[0].concepts = 16.0: wants a whole number from 1 to 65536, written 16
          spaces[1].levels[1].child: is required: wants a space such as {space: NAME}
          spaces[1].levels[1].maximum: wants a whole number of at least 1, not the text 'abc'
          spaces[1].levels[2].curvature: no such key; known: space, concepts, dimension
          seeds[1] = -1: wants a whole number from 0 to 2147483647
          encoder.hiden: no such key; did you mean hidden? Known: hidden, projection, dropout, widths
          encoder.dropout = .nan: wants a number from 0 to 0.9, and finite
          encoder.projection = lineer: wants one of linear, mlp; did you mean linear?
          data: wants a mapping with source, not the text 'wordnet:mammals'
          trainin: no such key; known: data, encoder, seeds, spaces
        """
            .stripTrailing(),
        assertThrows(ConfigException.class, () -> Fixtures.reader().read(yaml, "test.yaml"))
            .getMessage());
  }

  @Test
  void oneProblemIsOneLine() {
    assertEquals(
        "test.yaml: data.source: is required: wants a text that is not empty",
        assertThrows(
                ConfigException.class,
                () -> Fixtures.reader().read("spaces: [{space: euclidean}]", "test.yaml"))
            .getMessage());
  }

  /** A value of {@code encoder}, and what is said about it. */
  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("hidden: 0", "encoder.hidden = 0: wants a whole number of at least 1"),
        Arguments.of("hidden: 1.5", "encoder.hidden = 1.5: wants a whole number of at least 1"),
        Arguments.of(
            "hidden: 1e3",
            "encoder.hidden = 1e3: wants a whole number of at least 1, written 1000"),
        Arguments.of("hidden: -2.0", "encoder.hidden = -2.0: wants a whole number of at least 1"),
        Arguments.of(
            "hidden: 99999999999999999999",
            "encoder.hidden = 99999999999999999999: wants a whole number of at least 1, at most"
                + " 2147483647"),
        Arguments.of(
            "hidden: 010",
            "encoder.hidden: wants a whole number of at least 1, not the text '010' (a leading zero"
                + " would make it octal to some readers: leave it out)"),
        Arguments.of(
            "hidden: 0x10",
            "encoder.hidden: wants a whole number of at least 1, not the text '0x10' (written in"
                + " decimal digits)"),
        Arguments.of(
            "hidden: 1_000",
            "encoder.hidden: wants a whole number of at least 1, not the text '1_000' (written"
                + " without _)"),
        Arguments.of(
            "hidden: '64'",
            "encoder.hidden: wants a whole number of at least 1, not the text '64' (written without"
                + " quotes)"),
        Arguments.of(
            "hidden: true", "encoder.hidden: wants a whole number of at least 1, not true"),
        Arguments.of(
            "hidden: [1]", "encoder.hidden: wants a whole number of at least 1, not a list"),
        Arguments.of(
            "hidden: {a: 1}", "encoder.hidden: wants a whole number of at least 1, not a mapping"),
        Arguments.of(
            "hidden:",
            "encoder.hidden: is empty: wants a whole number of at least 1, or leave the key out for"
                + " 128"),
        Arguments.of(
            "hidden: null",
            "encoder.hidden: is empty: wants a whole number of at least 1, or leave the key out for"
                + " 128"),
        Arguments.of(
            "dropout: 1e400", "encoder.dropout = 1e400: wants a number from 0 to 0.9, and finite"),
        Arguments.of(
            "dropout: -.inf", "encoder.dropout = -.inf: wants a number from 0 to 0.9, and finite"),
        Arguments.of("dropout: 0.91", "encoder.dropout = 0.91: wants a number from 0 to 0.9"),
        Arguments.of(
            "dropout: 0,1", "encoder.dropout: wants a number from 0 to 0.9, not the text '0,1'"),
        Arguments.of(
            "dropout: nan", "encoder.dropout: wants a number from 0 to 0.9, not the text 'nan'"),
        Arguments.of(
            "projection: 1", "encoder.projection: wants one of linear, mlp, not the number 1"),
        Arguments.of(
            "projection: Linear",
            "encoder.projection = Linear: wants one of linear, mlp; did you mean linear?"),
        Arguments.of(
            "widths: 3",
            "encoder.widths: wants a list of whole numbers from 1 to 64, not the number 3"),
        Arguments.of(
            "widths: []",
            "encoder.widths: wants a list of whole numbers from 1 to 64, not an empty list"),
        Arguments.of(
            "widths: [1, a]",
            "encoder.widths[1]: wants a whole number from 1 to 64, not the text 'a'"),
        Arguments.of(
            "widths: [1, ]\n  widths: [2]", "encoder.widths: is there twice, on lines 4 and 5"),
        Arguments.of("3: 4", "encoder: wants words as keys, not the number 3"),
        Arguments.of("[a]: 4", "encoder: wants words as keys, not a list"),
        Arguments.of("~: 4", "encoder: wants words as keys, not nothing"),
        Arguments.of(
            "\"a\\nb\": 4",
            "encoder.'a\\nb': no such key; known: hidden, projection, dropout, widths"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valuesAreRefusedInTheseWords(String line, String problem) {
    String yaml = "data: {source: x}\nspaces: [{space: euclidean}]\nencoder:\n  " + line + "\n";
    assertEquals(List.of(problem), problems(yaml));
  }

  /** Spaces, and what is said about them. */
  static Stream<Arguments> spaces() {
    String names = "(adaptive, euclidean, multiscale, poincare)";
    return Stream.of(
        Arguments.of("[{}]", "spaces[0].space: is required: wants a name " + names),
        Arguments.of("[{spaec: poincare}]", "spaces[0].space: is required: wants a name " + names),
        Arguments.of(
            "[{space: 3}]", "spaces[0].space: wants a name " + names + ", not the number 3"),
        Arguments.of("[{space: }]", "spaces[0].space: wants a name " + names + ", not nothing"),
        Arguments.of(
            "[{space: {space: poincare}}]",
            "spaces[0].space: wants a name " + names + ", not a mapping"),
        Arguments.of(
            "[poincare]",
            "spaces[0]: wants a space such as {space: NAME}, not the text 'poincare'"),
        Arguments.of("[~]", "spaces[0]: wants a space such as {space: NAME}, not nothing"),
        Arguments.of(
            "{space: poincare}",
            "spaces: wants a list of spaces such as [{space: NAME}], not a mapping"),
        Arguments.of(
            "[]", "spaces: wants a list of spaces such as [{space: NAME}], not an empty list"),
        Arguments.of("", "spaces: is empty: wants a list of spaces such as [{space: NAME}]"),
        Arguments.of(
            "[{space: poincare, learnCurvature: on}]",
            "spaces[0].learnCurvature: wants true or false, not the text 'on'"),
        Arguments.of(
            "[{space: poincare, dimension: -2}]",
            "spaces[0].dimension = -2: wants a whole number from 1 to 65536"),
        Arguments.of(
            "[{space: poincare, space: euclidean}]",
            "spaces[0].space: is there twice, on lines 2 and 2"),
        Arguments.of(
            "[{space: adaptive, child: poincare}]",
            "spaces[0].child: wants a space such as {space: NAME}, not the text 'poincare'"),
        Arguments.of(
            "[{space: adaptive, child: {space: adaptive, child: {space: klein}}}]",
            "spaces[0].child.child.space = klein: no such space; known: adaptive, euclidean,"
                + " multiscale, poincare; give the jar of another by --plugins"));
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void spacesAreRefusedInTheseWords(String spaces, String problem) {
    assertEquals(List.of(problem), problems("data: {source: x}\nspaces: " + spaces + "\n"));
  }

  @Test
  void textsAndSeedsAreRefusedInTheseWords() {
    assertEquals(
        List.of(
            "data.source: wants a text that is not empty, not the number 12 (written '12')",
            "seeds[2]: is 3 again, as seeds[0]"),
        problems("data: {source: 12}\nseeds: [3, 4, 3]\nspaces: [{space: euclidean}]"));
    assertEquals(
        List.of(
            "data.source: wants a text that is not empty, not the text ''",
            "seeds: wants a list of whole numbers from 0 to 2147483647, not the number 3"),
        problems("data: {source: ''}\nseeds: 3\nspaces: [{space: euclidean}]"));
    assertEquals(
        List.of(
            "data: wants a mapping with source, not nothing",
            "seeds[0] = 2147483648: wants a whole number from 0 to 2147483647"),
        problems("data:\nseeds: [2147483648]\nspaces: [{space: euclidean}]"));
  }

  @Test
  void withoutPluginsNothingIsKnown() {
    ConfigReader reader = new ConfigReader(Plugins.of(List.of(), List.of()), List.of());
    assertEquals(
        List.of(
            "spaces[0].space = flat: no such space; known: none; give the jar of another by --plugins"),
        assertThrows(ConfigException.class, () -> reader.read("spaces: [{space: flat}]", "t"))
            .problems());
    assertEquals(
        List.of("spaces[0].space: is required: wants a name (no space is installed)"),
        assertThrows(ConfigException.class, () -> reader.read("spaces: [{}]", "t")).problems());
  }

  @Test
  void filesThatCannotBeReadAreNamed(@TempDir Path directory) throws IOException {
    Path missing = directory.resolve("missing.yaml");
    Path latin =
        Files.write(
            directory.resolve("latin.yaml"),
            "data: {source: Säuger}".getBytes(StandardCharsets.ISO_8859_1));
    Path large = Files.write(directory.resolve("large.yaml"), new byte[(1 << 18) + 1]);
    assertEquals(missing + ": no such file", message(missing));
    assertEquals(directory + ": is a directory, not a file", message(directory));
    assertEquals(latin + ": is not a text in UTF-8", message(latin));
    assertEquals(large + ": is larger than 256 KiB: no config", message(large));
  }

  private static String message(Path file) {
    return String.valueOf(
        assertThrows(ConfigException.class, () -> Fixtures.reader().read(file)).getMessage());
  }
}
