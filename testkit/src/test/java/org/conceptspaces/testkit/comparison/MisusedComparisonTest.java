package org.conceptspaces.testkit.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written wrong is told in one message. The classes inside are run by hand. */
class MisusedComparisonTest {

  @CompareSpaces(
      spaces = "flat",
      dimensions = 2,
      seeds = {1, 2})
  static class Silent {
    @Measurement
    void measure(Cell cell) {
      assertTrue(cell.seed() == 1, "only the first");
    }

    @Claim
    void claim(Comparison comparison) {
      comparison.metric("map");
    }
  }

  @Test
  void nothingRecorded() {
    assertEquals(
        "no cell has recorded anything: call cell.record(\"map\", …)\n"
            + "flat, 2 dimensions, seed 2 failed: org.opentest4j.AssertionFailedError: only the"
            + " first ==> expected: <true> but was: <false>",
        Outcome.of(Silent.class).of("claim(Comparison)"));
  }

  @CompareSpaces(
      spaces = "flat",
      dimensions = 2,
      seeds = {1, 2})
  static class Swapped {
    @Measurement
    void measure(Comparison comparison) {}

    @Claim
    void claim(Cell cell) {}
  }

  @Test
  void parametersAreEachInItsPlace() {
    Outcome outcome = Outcome.of(Swapped.class);
    assertTrue(
        outcome.of("flat, 2 dimensions, seed 1").endsWith("a @Measurement takes a Cell"),
        outcome.toString());
    assertTrue(
        outcome.of("claim(Cell)").endsWith("a @Claim takes the Comparison of all cells"),
        outcome.toString());
  }

  static class Unmarked {
    @Measurement
    void measure(Cell cell) {}

    @Claim
    void claim(Comparison comparison) {}
  }

  @CompareSpaces(
      spaces = "flat",
      dimensions = 2,
      seeds = {1, 2})
  static class NoMeasurement {
    @Claim
    void claim(Comparison comparison) {}
  }

  @CompareSpaces(spaces = "flat", dimensions = 2, seeds = 7)
  static class OneSeed extends Silent {}

  @CompareSpaces(
      spaces = {"flat", "ball", "flat"},
      dimensions = 2,
      seeds = {1, 2})
  static class SpaceTwice extends Silent {}

  @CompareSpaces(
      spaces = "flat",
      dimensions = {2, 0},
      seeds = {1, 2})
  static class NoDimension extends Silent {}

  @CompareSpaces(
      spaces = {},
      dimensions = 2,
      seeds = {1, 2})
  static class NoSpace extends Silent {}

  @Test
  void classesThatMakeNoSenseAreRefused() {
    String unmarked = "Unmarked has no @CompareSpaces, which says what to measure: ";
    Outcome outcome = Outcome.of(Unmarked.class);
    assertTrue(outcome.of("measure(Cell)").startsWith(unmarked), outcome.toString());
    assertTrue(outcome.of("claim(Comparison)").contains(unmarked), outcome.toString());
    refused(
        NoMeasurement.class,
        "NoMeasurement has no @Measurement: give it a method that takes a Cell and records what it"
            + " measures there");
    refused(
        OneSeed.class,
        "@CompareSpaces of OneSeed has seeds = [7]: a single seed has no interval; give 2 at"
            + " least");
    refused(
        SpaceTwice.class,
        "@CompareSpaces of SpaceTwice has spaces = [flat, ball, flat]: flat is there twice");
    refused(
        NoDimension.class,
        "@CompareSpaces of NoDimension has dimensions = [2, 0]: wants at least 1");
    refused(NoSpace.class, "@CompareSpaces of NoSpace has spaces = []: wants 1 at least");
  }

  private static void refused(Class<?> type, String message) {
    assertEquals(
        Map.of("MisusedComparisonTest$" + type.getSimpleName(), message),
        Outcome.of(type).failures());
  }
}
