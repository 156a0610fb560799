package org.conceptspaces.encoder.regularize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightRuleTest {

  private static final Watch WATCH = Watch.above("mean_concept_correlation", 0.5);

  private static WeightRule ramp(String schedule) {
    return new WeightRule(schedule, 4, 1, 0.2, 0.6, 10, WATCH);
  }

  @ParameterizedTest
  @CsvSource({
    "fixed, 1, 4",
    "fixed, 100, 4",
    "linear, 1, 1",
    "linear, 21, 1",
    "linear, 31, 1.75",
    "linear, 41, 2.5",
    "linear, 61, 4",
    "linear, 100, 4",
    "cosine, 21, 1",
    "cosine, 41, 2.5",
    "cosine, 61, 4",
    "cosine, 31, 1.4393398282201788"
  })
  void rampsGoOverSharesOfTheSteps(String schedule, int step, double wanted) {
    assertEquals(wanted, ramp(schedule).weight(step, 100, null), 1e-12);
  }

  @Test
  void aRampOfNoLengthIsAStep() {
    WeightRule rule = new WeightRule("linear", 4, 1, 0.5, 0.5, 10, WATCH);
    assertEquals(1, rule.weight(50, 100, null));
    assertEquals(4, rule.weight(51, 100, null));
  }

  /** 2% more at each step while the average is beyond the alarm, 2% less after, within limits. */
  @Test
  void increasesWhileTheAlarmIsOn() {
    WeightRule rule = new WeightRule("increase", 4, 0, 0, 1, 3, WATCH);
    assertEquals(4, rule.weight(1, 100, null));
    WeightState state = rule.next(null, 1, 0.9);
    assertEquals(new WeightState(0.9, 1.02), state);
    assertEquals(4.08, rule.weight(2, 100, state), 1e-12);
    state = rule.next(state, 1, 0.4);
    // One good step does not end the alarm: the average is 0.85.
    assertEquals(0.85, state.average(), 1e-12);
    assertEquals(1.02 * 1.02, state.factor(), 1e-12);
    for (int step = 0; step < 100; step++) {
      state = rule.next(state, 1, 0.9);
    }
    assertEquals(12, rule.weight(50, 100, state), 1e-12);
    for (int step = 0; step < 200; step++) {
      state = rule.next(state, 1, 0.1);
    }
    assertEquals(4, rule.weight(50, 100, state), 1e-12);
  }

  /** What is only watched may be no number for a step; a checkpoint must hold the average. */
  @Test
  void whatIsNoNumberCountsAsNothingFound() {
    WeightRule rule = new WeightRule("increase", 4, 0, 0, 1, 3, WATCH);
    assertEquals(new WeightState(0.5, 1), rule.next(null, 1, Double.NaN));
    WeightState state = rule.next(rule.next(null, 1, 0.9), 1, Double.POSITIVE_INFINITY);
    assertEquals(0.9, state.average());
    assertTrue(state.isSound());
  }

  @Test
  void lowVarianceIsAnAlarm() {
    Watch low = Watch.below("dimension_variance_min", 0.5);
    WeightRule rule = new WeightRule("increase", 4, 0, 0, 1, 3, low);
    assertTrue(rule.next(null, 1, 0.4).factor() > 1);
    assertEquals(1, rule.next(null, 1, 0.6).factor());
  }

  /** Where {@code ½e^{−s}L + ½s} is least: {@code e^{−s} = 1/L}, a weight of {@code 1/(2L)}. */
  @ParameterizedTest
  @CsvSource({"0.5, 0.25", "0.5, 1", "0.5, 4"})
  void uncertaintyWeighsAKnownLossAsItSaysItShould(double weight, double loss) {
    WeightRule rule = new WeightRule("uncertainty", weight, 0, 0, 1, 100, WATCH);
    WeightState state = null;
    for (int step = 0; step < 3000; step++) {
      state = rule.next(state, loss, 0);
    }
    assertEquals(1 / (2 * loss), rule.weight(1, 1, state), 1e-6);
  }

  /** The first step of s is its gradient times the rate: by central differences. */
  @Test
  void uncertaintyDescendsItsOwnGradient() {
    double weight = 0.3;
    double loss = 0.7;
    double s = -Math.log(2 * weight);
    double h = 1e-6;
    double slope = (objective(s + h, loss) - objective(s - h, loss)) / (2 * h);
    WeightRule rule = new WeightRule("uncertainty", weight, 0, 0, 1, 100, WATCH);
    WeightState state = rule.next(null, loss, 0);
    double moved = -Math.log(2 * rule.weight(2, 10, state));
    assertEquals(s - 0.02 * slope, moved, 1e-9);
  }

  private static double objective(double s, double loss) {
    return 0.5 * Math.exp(-s) * loss + 0.5 * s;
  }

  @Test
  void aLossNear0DoesNotTakeOver() {
    WeightRule rule = new WeightRule("uncertainty", 0.5, 0, 0, 1, 8, WATCH);
    WeightState state = null;
    for (int step = 0; step < 3000; step++) {
      state = rule.next(state, 0, 0);
    }
    assertEquals(4, rule.weight(1, 1, state), 1e-12);
  }
}
