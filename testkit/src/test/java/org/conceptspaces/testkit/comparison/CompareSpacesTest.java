package org.conceptspaces.testkit.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The extension as JUnit runs it. The classes inside are run by hand, and some fail. */
class CompareSpacesTest {

  @CompareSpaces(
      spaces = {"flat", "ball"},
      dimensions = {1, 2},
      seeds = {1, 2, 3})
  static class Sample {

    private int cells;

    @Claim
    void aBallWins(Comparison comparison) {
      comparison.metric("map").of("ball").beats("flat");
      assertEquals(12, cells, "all cells were measured before, by this instance");
    }

    @Claim
    void aFlatWins(Comparison comparison) {
      comparison.metric("map").of("flat").beats("ball");
    }

    @Measurement
    void measure(Cell cell) {
      cells++;
      double lead = cell.space().equals("ball") ? 0.1 : 0;
      cell.record("map", cell.dimension() + lead + cell.seed() * (lead + 1));
    }

    @Test
    void plainTestsMayStandBeside() {}

    @Nested
    class Inside {
      @Claim
      void nestedClaim(Comparison comparison) {
        comparison.metric("map").at(2).of("ball").isBetween(-10, 10);
      }
    }
  }

  @Test
  void measuresEachCellAndThenJudges() {
    Outcome outcome = Outcome.of(Sample.class);
    assertEquals(
        List.of(
            "flat, 1 dimension, seed 1",
            "ball, 1 dimension, seed 1",
            "flat, 1 dimension, seed 2",
            "ball, 1 dimension, seed 2",
            "flat, 1 dimension, seed 3",
            "ball, 1 dimension, seed 3",
            "flat, 2 dimensions, seed 1"),
        List.copyOf(outcome.failures().keySet()).subList(0, 7));
    assertEquals("", outcome.of("aBallWins(Comparison)"));
    assertEquals("", outcome.of("plainTestsMayStandBeside()"));
    assertEquals("", outcome.of("nestedClaim(Comparison)"));
    assertEquals(16, outcome.failures().size());
    String refuted = outcome.of("aFlatWins(Comparison)");
    assertTrue(
        refuted.startsWith(
            """
            the measurements do not bear that by map (larger is better), flat beats ball
            at 1 dimension  seed 1  seed 2  seed 3  mean, 95% interval
            flat              2.00    3.00    4.00"""),
        refuted);
  }

  @Test
  void claimAloneSaysThatTheClassMustRun() {
    assertEquals(
        Map.of(
            "aBallWins(Comparison)",
            "no measurement has run before this claim: run the whole class, not one method of it,"
                + " and leave its methods in the order of @CompareSpaces"),
        Outcome.of(selectMethod(Sample.class, "aBallWins", Comparison.class.getName())).failures());
  }

  @Test
  void measurementsAloneRun() {
    Outcome outcome = Outcome.of(selectMethod(Sample.class, "measure", Cell.class.getName()));
    assertEquals(12, outcome.failures().size());
    assertTrue(outcome.failures().values().stream().allMatch(String::isEmpty));
  }

  @CompareSpaces(
      spaces = {"flat", "ball", "sphere"},
      dimensions = 2,
      seeds = {1, 2})
  static class Failing {

    @Measurement
    void measure(Cell cell) {
      cell.record("map", (double) cell.seed());
      assumeTrue(!cell.space().equals("sphere"), "no sphere here");
      if (cell.space().equals("ball")) {
        cell.record(cell.seed() == 1 ? "map" : "loss", Double.NaN);
      }
    }

    @Claim
    void claim(Comparison comparison) {
      comparison.metric("map").of("ball").beats("sphere");
    }

    @Claim
    void ofWhatHasValues(Comparison comparison) {
      comparison.metric("map").of("flat").isBetween(-20, 20);
    }
  }

  @Test
  void failedCellsLeaveNothing() {
    Outcome outcome = Outcome.of(Failing.class);
    assertEquals(
        """
        map cannot be judged, since values are missing:
          ball, 2 dimensions, seed 1 failed: java.lang.IllegalArgumentException: map = NaN (ball, \
        2 dimensions, seed 1): wants a finite number
          ball, 2 dimensions, seed 2 failed: java.lang.IllegalArgumentException: loss = NaN (ball, \
        2 dimensions, seed 2): wants a finite number
          sphere, 2 dimensions, seed 1 was aborted: Assumption failed: no sphere here
          sphere, 2 dimensions, seed 2 was aborted: Assumption failed: no sphere here""",
        outcome.of("claim(Comparison)"));
    assertEquals("", outcome.of("ofWhatHasValues(Comparison)"));
  }

  @CompareSpaces(
      spaces = "flat",
      dimensions = 2,
      seeds = {1, 2})
  static class Twice {
    @Measurement
    void measure(Cell cell) {
      cell.record("map", 1);
      if (cell.seed() == 2) {
        cell.record("map", 2);
      }
    }

    @Measurement
    void measureAgain(Cell cell) {
      cell.record(cell.seed() == 1 ? "map" : "rank", 1);
    }
  }

  @Test
  void metricsAreRecordedOnce() {
    Outcome outcome = Outcome.of(Twice.class);
    assertEquals(
        "map is recorded twice (flat, 2 dimensions, seed 1): 1.0, then 1.0; give the second"
            + " another name",
        outcome.of("flat, 2 dimensions, seed 1"));
    assertEquals(
        "map is recorded twice (flat, 2 dimensions, seed 2): 1.0, then 2.0; give the second"
            + " another name",
        outcome.of("flat, 2 dimensions, seed 2"));
  }

  @CompareSpaces(
      spaces = {
        "flat",
        "two balls = {space: product, parts: [{a: 'b = c'}]}",
        "{space: s, o: x=y}"
      },
      dimensions = 2,
      seeds = {1, 2})
  static class Named {
    @Measurement
    void measure(Cell cell) {
      String config =
          cell.name().equals("two balls") ? "{space: product, parts: [{a: 'b = c'}]}" : cell.name();
      assertEquals(config, cell.space());
      cell.record("map", 1);
    }

    @Claim
    void byName(Comparison comparison) {
      comparison.metric("map").of("two balls").isAsGoodAs("{space: s, o: x=y}", 0);
    }
  }

  @Test
  void spacesMayHaveNames() {
    Outcome outcome = Outcome.of(Named.class);
    assertTrue(outcome.failures().values().stream().allMatch(String::isEmpty), outcome::toString);
    assertTrue(
        outcome.failures().containsKey("two balls, 2 dimensions, seed 1"), outcome::toString);
  }
}
