package org.conceptspaces.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no configs, by mistake or by malice. */
class HostileYamlTest {

  private static String bomb(int levels, int aliases) {
    return IntStream.range(0, levels)
        .mapToObj(
            i ->
                "a%d: &a%d [%s]"
                    .formatted(
                        i,
                        i,
                        IntStream.range(0, aliases)
                            .mapToObj(j -> i == 0 ? "lol" : "*a" + (i - 1))
                            .collect(Collectors.joining(", "))))
        .collect(Collectors.joining("\n"));
  }

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("", "is empty: wants at least spaces: [{space: NAME}]"),
        Arguments.of("# nothing\n", "is empty: wants at least spaces: [{space: NAME}]"),
        Arguments.of("---\n...\n", "wants a mapping such as spaces: [{space: NAME}], not nothing"),
        Arguments.of(
            "hello", "wants a mapping such as spaces: [{space: NAME}], not the text 'hello'"),
        Arguments.of("- a", "wants a mapping such as spaces: [{space: NAME}], not a list"),
        Arguments.of(
            "data:\n\tsource: x",
            "line 2, column 1: not YAML: found character '\\t(TAB)' that cannot start any token. (Do"
                + " not use \\t(TAB) for indentation) (while scanning for the next token)"),
        Arguments.of(
            "data: {source: x",
            "line 1, column 17: not YAML: expected ',' or '}', but got <stream end> (while parsing"
                + " a flow mapping)"),
        Arguments.of(
            "data: a: b", "line 1, column 8: not YAML: mapping values are not allowed here"),
        Arguments.of(
            "data: 'abc",
            "line 1, column 11: not YAML: found unexpected end of stream (while scanning a quoted"
                + " scalar)"),
        Arguments.of("data: *none", "line 1, column 7: not YAML: found undefined alias none"),
        Arguments.of(
            "a: 1\n---\nb: 2",
            "line 2, column 1: not YAML: but found another document (expected a single document in"
                + " the stream)"),
        Arguments.of("a: \0", "character 4 is U+0000, which YAML does not allow"),
        Arguments.of(
            "a: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://localhost']]",
            "line 1, column 4: not YAML: Global tag is not allowed:"
                + " tag:yaml.org,2002:javax.script.ScriptEngineManager"),
        Arguments.of(
            "a: !!python/object:os.system x",
            "line 1, column 4: not YAML: Global tag is not allowed:"
                + " tag:yaml.org,2002:python/object:os.system"),
        Arguments.of(
            "a: !!set {b, c}", "line 1, column 4: the tag 'tag:yaml.org,2002:set' is refused"),
        Arguments.of("a: !local b", "line 1, column 4: the tag '!local' is refused"),
        Arguments.of(
            bomb(9, 9),
            "refused: Number of aliases for non-scalar nodes exceeds the specified max=50"),
        Arguments.of(bomb(26, 2), "more than 100000 values once aliases are filled in"),
        Arguments.of("a: &a [*a]", "line 1, column 4: nested deeper than 100, or in itself"),
        Arguments.of("a: &a {<<: *a}", "line 1, column 4: nested deeper than 100, or in itself"),
        Arguments.of("a: " + "[".repeat(100_000), "refused: Nesting Depth exceeded max 100"),
        Arguments.of("a: " + "{b: ".repeat(100_000), "refused: Nesting Depth exceeded max 100"),
        Arguments.of(
            "a: " + "x".repeat(1 << 18),
            "refused: The incoming YAML document exceeds the limit: 262144 code points."),
        Arguments.of(
            "<<: 3",
            "line 1, column 1: << wants a mapping or a list of mappings, not the number 3"),
        Arguments.of(
            "<<: [{}, 3]",
            "line 1, column 1: << wants a mapping or a list of mappings, not the number 3"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void areRefusedWithAReason(String yaml, String problem) {
    ConfigException e =
        assertThrows(ConfigException.class, () -> Fixtures.reader().read(yaml, "test.yaml"));
    assertEquals("test.yaml: " + problem, e.getMessage());
  }

  @Test
  void spacesNestToALimit() {
    assertEquals(
        List.of("spaces[0]" + ".child".repeat(32) + ": spaces nest at most 32 deep"), nested(33));
    assertEquals(List.of(), nested(32));
  }

  private static List<String> nested(int depth) {
    String wrapped =
        "{space: adaptive, child: ".repeat(depth - 1) + "{space: poincare}" + "}".repeat(depth - 1);
    try {
      Fixtures.reader().read("data: {source: x}\nspaces: [" + wrapped + "]", "test");
      return List.of();
    } catch (ConfigException e) {
      return e.problems();
    }
  }

  @Test
  void manyProblemsAreCounted() {
    String yaml =
        IntStream.range(0, 10_000).mapToObj(i -> "k" + i + ": 1").collect(Collectors.joining("\n"));
    ConfigException e =
        assertThrows(ConfigException.class, () -> Fixtures.reader().read(yaml, "test"));
    List<String> lines = String.valueOf(e.getMessage()).lines().toList();
    assertEquals("test: 10002 problems", lines.get(0));
    assertEquals("  … and 9952 more", lines.get(lines.size() - 1));
    assertEquals(52, lines.size());
  }

  @Test
  void longNamesAndNumbersAreCut() {
    String digits = "9".repeat(100_000);
    String name = "n".repeat(50_000);
    String yaml = "%s: 1\nspaces: [{space: %s}]\nseeds: [%s]".formatted(name, name, digits);
    ConfigException e =
        assertThrows(ConfigException.class, () -> Fixtures.reader().read(yaml, "test"));
    assertTrue(
        e.problems().stream().allMatch(p -> p.length() < 200), () -> e.problems().toString());
  }

  @Test
  void messagesStayOnOneLine() {
    ConfigException e =
        assertThrows(
            ConfigException.class,
            () ->
                Fixtures.reader()
                    .read("spaces: [{space: \"a\\nb: ok\\e[2J\"}]\ndata: {source: x}", "test"));
    assertEquals(
        "test: spaces[0].space = a\\nb: ok\\u001b[2J: no such space; known: adaptive, euclidean,"
            + " multiscale, poincare; give the jar of another by --plugins",
        e.getMessage());
  }
}
