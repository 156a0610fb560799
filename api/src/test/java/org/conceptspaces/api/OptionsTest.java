package org.conceptspaces.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final Option<Integer> COUNT =
      Option.integer("count", 3, Range.atLeast(1), "how many");
  private static final Option<Double> WIDTH =
      Option.number("width", null, Range.above(0), "how wide");
  private static final Option<String> MODE = Option.choice("mode", List.of("slow", "fast"), "how");
  private static final Option<SpaceConfig> CHILD = Option.space("child", "what is inside");

  @Test
  void givenValuesComeBeforeDefaults() {
    Values values = Values.of(Map.of("count", 5));
    assertEquals(5, values.get(COUNT));
    assertEquals("slow", values.get(MODE));
    assertEquals(Map.of("count", 5), values.asMap());
  }

  @Test
  void requiredOptionsMustBeGiven() {
    var e = assertThrows(IllegalArgumentException.class, () -> Values.of(Map.of()).get(WIDTH));
    assertEquals("option width is required", e.getMessage());
  }

  @Test
  void everyTypeOfOptionRefusesOtherTypes() {
    List<Option<?>> options =
        List.of(
            COUNT,
            WIDTH,
            MODE,
            CHILD,
            Option.flag("flag", true, "whether"),
            Option.text("text", "a", "which"),
            Option.spaces("levels", "which"),
            Option.geometries("parts", List.of(COUNT), "which"),
            Option.integers("sizes", List.of(1), Range.atLeast(1), "which"));
    for (Option<?> option : options) {
      Values wrong = Values.of(Map.of(option.name(), new StringBuilder("wrong")));
      var e = assertThrows(IllegalArgumentException.class, () -> wrong.get(option));
      assertTrue(
          String.valueOf(e.getMessage())
              .startsWith("option " + option.name() + " = wrong: wants a "));
    }
  }

  @Test
  void aChangedSpaceLeavesTheOriginalAlone() {
    SpaceConfig original = new SpaceConfig("ball", Values.of(Map.of("count", 5)));
    SpaceConfig changed = original.with(COUNT, 7);
    assertEquals(5, original.values().get(COUNT));
    assertEquals(7, changed.values().get(COUNT));
    assertEquals(original, changed.with(COUNT, 5));
    assertEquals(original.hashCode(), changed.with(COUNT, 5).hashCode());
  }

  @Test
  void namesAreLettersAndDigits() {
    for (String name : List.of("", "Count", "two words", "count-er", "1st")) {
      assertThrows(IllegalArgumentException.class, () -> Option.flag(name, true, ""), name);
    }
  }

  @Test
  void rangesSayWhatTheyAccept() {
    assertTrue(Range.atLeast(1).contains(1));
    assertFalse(Range.above(0).contains(0));
    assertTrue(Range.above(0).contains(Double.MIN_VALUE));
    assertTrue(Range.between(0, 1).contains(1));
    for (double no : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
      assertFalse(Range.atLeast(0).contains(no));
    }
    assertEquals("above 0", Range.above(0).toString());
    assertEquals("of at least 1.5", Range.atLeast(1.5).toString());
    assertEquals("from 0 to 1", Range.between(0, 1).toString());
    assertEquals("above 0, at most 2", new Range(0, true, 2).toString());
    assertThrows(IllegalArgumentException.class, () -> Range.between(2, 1));
    assertThrows(IllegalArgumentException.class, () -> Range.between(Double.NaN, 1));
  }
}
