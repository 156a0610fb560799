package org.conceptspaces.testkit.comparison;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;

/** What values bear a claim, at the boundary too, and what is said of those that do not. */
class SpaceClaimsTest {

  private static final List<String> SPACES = List.of("flat", "ball");
  private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

  private final Results results = new Results(new Plan(SPACES, SPACES, List.of(1, 2), SEEDS));

  private Metric map() {
    return new Comparison(results).metric("map");
  }

  private void record(String space, int dimension, double... values) {
    for (int i = 0; i < values.length; i++) {
      results.succeeded(new CellId(space, dimension, SEEDS.get(i)), Map.of("map", values[i]));
    }
  }

  /** Seeds that differ more than spaces do hide nothing: differences are taken seed by seed. */
  @Test
  void differencesArePairedBySeed() {
    record("flat", 2, 0.1, 0.5, 0.9);
    record("ball", 2, 0.111, 0.512, 0.910);
    assertDoesNotThrow(() -> map().of("ball").beats("flat").beatsBy("flat", 0.005));
    refuted(() -> map().of("flat").beats("ball"));
    refuted(() -> map().smallerIsBetter().of("ball").beats("flat"));
    assertDoesNotThrow(() -> map().smallerIsBetter().of("flat").beats("ball"));
  }

  /** Of differences 1, 2 and 3 times a unit, the interval ends at 2 − 2.4841 and 2 + 2.4841. */
  @Test
  void intervalsDecide() {
    record("flat", 2, 0, 0, 0);
    record("ball", 2, 1, 2, 3);
    refuted(() -> map().of("ball").beats("flat"));
    assertDoesNotThrow(() -> map().of("ball").isAsGoodAs("flat", 0.4842));
    refuted(() -> map().of("ball").isAsGoodAs("flat", 0.4841));
    assertDoesNotThrow(() -> map().of("flat").isAsGoodAs("ball", 4.4842));
    refuted(() -> map().of("flat").isAsGoodAs("ball", 4.4841));
    assertDoesNotThrow(() -> map().of("ball").isBetween(-0.4842, 4.4842));
    refuted(() -> map().of("ball").isBetween(-0.4841, 4.4842));
    refuted(() -> map().of("ball").isBetween(-0.4842, 4.4841));
    assertDoesNotThrow(() -> map().of("ball").isAbove(-0.4842).isBelow(4.4842));
    refuted(() -> map().of("ball").isAbove(-0.4841));
    refuted(() -> map().of("ball").isBelow(4.4841));
    record("ball", 2, 11, 12, 13);
    assertDoesNotThrow(() -> map().of("ball").beatsBy("flat", 9.5158));
    refuted(() -> map().of("ball").beatsBy("flat", 9.5159));
  }

  @Test
  void equalSpacesAreAsGoodAndNeitherBeatsTheOther() {
    record("flat", 2, 0.5, 0.6, 0.7);
    record("ball", 2, 0.5, 0.6, 0.7);
    assertDoesNotThrow(() -> map().of("ball").isAsGoodAs("flat", 0));
    refuted(() -> map().of("ball").beats("flat"));
    refuted(() -> map().smallerIsBetter().of("ball").beats("flat"));
  }

  /** Differences without any spread are an interval without width, at the margin too. */
  @Test
  void marginItselfIsNotBeyondIt() {
    record("flat", 2, 1, 2, 3);
    record("ball", 2, 1.5, 2.5, 3.5);
    assertDoesNotThrow(() -> map().of("ball").beats("flat").beatsBy("flat", 0.4999));
    refuted(() -> map().of("ball").beatsBy("flat", 0.5));
    assertDoesNotThrow(() -> map().of("flat").isAsGoodAs("ball", 0.5));
    record("flat", 2, 1, 1, 1);
    refuted(() -> map().of("flat").isAbove(1));
    refuted(() -> map().of("flat").isBelow(1));
    assertDoesNotThrow(() -> map().of("flat").isBetween(1, 1));
  }

  @Test
  void claimsHoldInEveryDimensionOrTheOneChosen() {
    record("flat", 1, 3, 3, 3);
    record("ball", 1, 2, 2, 2);
    record("flat", 2, 1, 1, 1);
    record("ball", 2, 2, 2, 2);
    assertDoesNotThrow(() -> map().at(2).of("ball").beats("flat"));
    assertDoesNotThrow(() -> map().at(1).of("flat").beats("ball"));
    String message = refuted(() -> map().of("ball").beats("flat"));
    assertTrue(message.contains("at 1 dimension ") && !message.contains("at 2 dim"), message);
  }

  @Test
  void dimensionsThatNobodyMeasuredDoNotCount() {
    record("flat", 2, 1, 1, 1);
    record("ball", 2, 2, 2, 2);
    assertDoesNotThrow(() -> map().of("ball").beats("flat"));
    assertThrows(IllegalStateException.class, () -> map().at(1).of("ball").beats("flat"));
  }

  @Test
  void refutedClaimsShowTheMeasurements() {
    record("flat", 2, 0.513, 0.498, 0.505);
    record("ball", 2, 0.611, 0.600, 0.584);
    assertEquals(
        """
        the measurements do not bear that by map (larger is better), flat beats ball by more than 0.1
        at 2 dimensions  seed 1  seed 2  seed 3  mean, 95% interval
        flat              0.513   0.498   0.505       0.505 ± 0.019
        ball              0.611   0.600   0.584       0.598 ± 0.034
        flat - ball      -0.098  -0.102  -0.079      -0.093 ± 0.031
        claimed: flat - ball is above 0.1; its interval: -0.124 to -0.062
        """,
        refuted(() -> map().of("flat").beatsBy("ball", 0.1)));
    assertEquals(
        """
        the measurements do not bear that by map (smaller is better), ball is as good as flat
        at 2 dimensions  seed 1  seed 2  seed 3  mean, 95% interval
        flat              0.513   0.498   0.505       0.505 ± 0.019
        ball              0.611   0.600   0.584       0.598 ± 0.034
        ball - flat       0.098   0.102   0.079       0.093 ± 0.031
        claimed: ball - flat is at or below 0.0; its interval: 0.062 to 0.124
        """,
        refuted(() -> map().smallerIsBetter().of("ball").isAsGoodAs("flat", 0)));
    assertEquals(
        """
        the measurements do not bear that by map (larger is better), ball is between 0.6 and 1.0
        at 2 dimensions  seed 1  seed 2  seed 3  mean, 95% interval
        flat              0.513   0.498   0.505       0.505 ± 0.019
        ball              0.611   0.600   0.584       0.598 ± 0.034
        claimed: ball is between 0.6 and 1.0; its interval: 0.565 to 0.632
        """,
        refuted(() -> map().of("ball").isBetween(0.6, 1)));
  }

  @Test
  void digitsFollowTheValues() {
    record("flat", 2, 1234.5, 1240.1, 1250.9);
    record("ball", 2, 1e-7, 2e-7, 3e-7);
    String message = refuted(() -> map().of("ball").beats("flat"));
    assertTrue(message.contains("1241.83 ± 20.71"), message);
  }

  @Test
  void missingValuesAreNamed() {
    record("flat", 2, 1, 2, 3);
    record("ball", 2, 1);
    results.failed(new CellId("ball", 2, 2), "failed: java.lang.Error: NaN");
    assertEquals(
        """
        map cannot be judged, since values are missing:
          ball, 2 dimensions, seed 2 failed: java.lang.Error: NaN
          ball, 2 dimensions, seed 3 did not run""",
        assertThrows(IllegalStateException.class, () -> map().of("flat").beats("ball"))
            .getMessage());
    assertDoesNotThrow(() -> map().of("flat").isBetween(-9, 9));
    String message = refuted(() -> map().of("flat").isBetween(0, 1));
    assertTrue(message.contains("\nball    "), "the one value there is: " + message);
  }

  @Test
  void claimsWithoutSenseAreRefused() {
    record("flat", 2, 1, 2, 3);
    refused(
        "no space bal was compared; did you mean ball? Compared: flat, ball",
        () -> map().of("bal"));
    refused(
        "no space lorentz was compared. Compared: flat, ball",
        () -> map().of("flat").beats("lorentz"));
    refused("nothing was measured at 3 dimensions. Measured: 1, 2", () -> map().at(3));
    refused("flat is compared with itself", () -> map().of("flat").beats("flat"));
    refused(
        "no cell recorded mpa; did you mean map? Recorded: map",
        () -> new Comparison(results).metric("mpa"));
    refused(
        "margin = -0.1: wants a number of at least 0", () -> map().of("flat").beatsBy("ball", -.1));
    refused(
        "within = NaN: wants a number of at least 0",
        () -> map().of("flat").isAsGoodAs("ball", Double.NaN));
    refused("no number is between 2.0 and 1.0", () -> map().of("flat").isBetween(2, 1));
  }

  private static String refuted(Executable claim) {
    return String.valueOf(assertThrows(AssertionFailedError.class, claim).getMessage());
  }

  private static void refused(String message, Executable claim) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, claim).getMessage());
  }
}
