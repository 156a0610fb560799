package org.conceptspaces.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.conceptspaces.api.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Options and spaces as tables show them. */
class TablesTest {

  private static final Option<Double> SHARED =
      Option.number("weight", 0.5, Range.atLeast(0), "Weight.");

  private static final List<Option<?>> ALL =
      List.of(
          Option.integer("whole", 3, Range.atLeast(1), "Whole."),
          Option.number("real", 1e-3, new Range(Double.NEGATIVE_INFINITY, false, 1), "Real."),
          Option.number(
              "any",
              null,
              new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY),
              "Any."),
          Option.flag("flag", true, "Flag."),
          Option.text("text", null, "Text."),
          Option.choice("choice", List.of("a", "b"), "Choice."),
          Option.space("child", "Child."),
          Option.spaces("levels", "Levels."),
          Option.geometries(
              "parts", List.of(Option.flag("first", false, "Whether it is first.")), "Parts."),
          Option.integers("list", List.of(1, 2), Range.between(0, 9), "List."),
          Option.texts("claims", "Claims."),
          Option.recipes(
              "rules",
              "rule",
              List.of(
                  new Variant("plain", List.of(SHARED), "The plain one."),
                  new Variant(
                      "odd", List.of(SHARED, Option.flag("even", false, "Even.")), "The odd one.")),
              "Rules."));

  @Test
  void optionsOfEveryTypeAreListed() {
    assertEquals(
        """
        whole           whole number of at least 1                     3         Whole.
        real            number of at most 1                            0.001     Real.
        any             number                                         required  Any.
        flag            true or false                                  true      Flag.
        text            text                                           required  Text.
        choice          a | b                                          a         Choice.
        child           space                                          required  Child.
        levels          list of spaces                                 required  Levels.
        parts           list of geometries                             required  Parts.
        parts[].first   true or false                                  false     Whether it is first.
        list            list of whole numbers from 0 to 9              [1, 2]    List.
        claims          list of texts                                  []        Claims.
        rules           list such as [{rule: NAME}], or lists by name  []        Rules.
        rules[].weight  number of at least 0                           0.5       Weight.
        rules[]         rule: plain                                    by name   The plain one.
        rules[]         rule: odd                                      by name   The odd one.
        rules[].even    true or false                                  false     Even.
        """
            .stripTrailing(),
        String.join("\n", OptionTable.lines(ALL)));
    assertEquals(List.of(), OptionTable.lines(List.of()));
  }

  @Test
  void spacesByDefaultHaveLinesOfTheirOwn() {
    SpaceConfig flat = new SpaceConfig("flat", Values.of(Map.of("concepts", 4)));
    Option<List<SpaceConfig>> levels =
        new Option<>("levels", new Option.Spaces(), List.of(flat, flat), "Levels.");
    assertEquals(
        """
        levels     list of spaces  below  Levels.
        levels[0]  by default             {space: flat, concepts: 4}
        levels[1]  by default             {space: flat, concepts: 4}
        flag       true or false   true   Flag.
        """
            .stripTrailing(),
        String.join("\n", OptionTable.lines(List.of(levels, Option.flag("flag", true, "Flag.")))));
  }

  @Test
  void everyTypeOfOptionIsKnown() {
    List<Class<?>> known = new ArrayList<>();
    ALL.forEach(option -> known.add(option.type().getClass()));
    for (Class<?> type : Option.Type.class.getPermittedSubclasses()) {
      assertTrue(known.contains(type), type::getName);
    }
    ALL.forEach(option -> assertFalse(Wants.of(option.type()).isEmpty()));
  }

  @Test
  void aPluginIsListedWithItsOrigin() {
    assertEquals(
        List.of(
            "adaptive (space, test-classes)",
            "  The space adaptive.",
            "    maximum  whole number of at least 1  32        The greatest number of concepts.",
            "    child    space                       required  The space whose count adapts."),
        OptionTable.lines(Fixtures.plugins().get("adaptive")));
  }

  static Stream<Arguments> labels() {
    return Stream.of(
        Arguments.of("{space: poincare}", "poincare 16×16"),
        Arguments.of("{space: euclidean, concepts: 4, dimension: 2}", "euclidean 4×2"),
        Arguments.of(
            "{space: poincare, dimension: 2, curvature: 0.5, learnCurvature: true}",
            "poincare 16×2 curvature=0.5 +learnCurvature"),
        Arguments.of("{space: adaptive, child: {space: poincare}}", "adaptive(poincare 16)"),
        Arguments.of(
            "{space: adaptive, maximum: 8, child: {space: poincare, concepts: 4, dimension: 2}}",
            "adaptive(poincare 4×2) maximum=8"),
        Arguments.of(
            "{space: multiscale, levels: [{space: euclidean, concepts: 64}, {space: adaptive,"
                + " child: {space: poincare, curvature: 2}}]}",
            "multiscale(euclidean 64×16, adaptive(poincare 16 curvature=2.0))"));
  }

  private static List<SpaceConfig> spaces(String list) {
    return Fixtures.reader().read("{data: {source: x}, spaces: " + list + "}", "test").spaces();
  }

  @ParameterizedTest
  @MethodSource("labels")
  void labelsTellWhatIsDistinctive(String space, String label) {
    assertEquals(
        label, new SpaceLabels(Fixtures.plugins()).label(spaces("[" + space + "]").get(0)));
  }

  @Test
  void labelsOfOneTableAreDistinct() {
    assertEquals(
        List.of("euclidean 16×16", "poincare 16×16", "euclidean 16×16 #2"),
        new SpaceLabels(Fixtures.plugins())
            .labels(spaces("[{space: euclidean}, {space: poincare}, {space: euclidean}]")));
  }
}
