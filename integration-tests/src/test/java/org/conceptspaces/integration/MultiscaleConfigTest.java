package org.conceptspaces.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conceptspaces.config.ConfigException;
import org.conceptspaces.config.Plugins;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of stacks that make no sense: where, what, and what to do. */
class MultiscaleConfigTest {

  private static final Plugins PLUGINS = Plugins.load(MultiscaleConfigTest.class.getClassLoader());

  private static final Map<String, Object> FLAT =
      Map.of("space", "euclidean", "concepts", 2, "dimension", 4);

  private static Map<String, Object> levels(Object... levels) {
    return Map.of("space", "multiscale", "levels", List.of(levels));
  }

  private static Map<String, Object> nested(Object child, Integer... dimensions) {
    return Map.of("space", "matryoshka", "child", child, "dimensions", List.of(dimensions));
  }

  static Stream<Arguments> refused() {
    String inside = "a level cannot have levels of its own: list these among the levels around";
    return Stream.of(
        Arguments.of(levels(FLAT, levels(FLAT, FLAT)), "spaces[0].levels[1]: " + inside),
        Arguments.of(levels(nested(levels(FLAT), 2), FLAT), "spaces[0].levels[0].child: " + inside),
        Arguments.of(
            nested(levels(FLAT, nested(FLAT, 1)), 2),
            "spaces[0].child.levels[1]: dimensions are nested already: list all of them in the outer"
                + " matryoshka"),
        Arguments.of(
            nested(FLAT, 2, 1), "spaces[0].dimensions[1]: is 1: wants more than the 2 before it"),
        Arguments.of(
            Map.of("space", "multiscale", "summary", "level3"),
            "spaces[0].summary: wants one of fine, level1, coarse, not level3"),
        Arguments.of(
            Map.of("space", "multiscale", "summary", "fine"),
            "spaces[0].summary: is fine, which training leaves out at times, and then nothing would"
                + " stand for a text: add levelDropout: 0, or name a coarser level"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(Map<String, Object> space, String message) {
    ConfigException e =
        assertThrows(
            ConfigException.class,
            () ->
                SmallConfigs.of(
                    PLUGINS, Map.of("source", "wordnet:dog.n.01"), List.of(1), List.of(space)));
    assertEquals(List.of(message), e.problems());
  }
}
