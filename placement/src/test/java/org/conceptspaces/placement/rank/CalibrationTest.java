package org.conceptspaces.placement.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 1, 4})
  void aKnownTemperatureIsFoundAgain(double temperature) {
    Random random = new Random(1);
    List<Example> examples = new ArrayList<>();
    List<double[]> scores = new ArrayList<>();
    for (int text = 0; text < 8000; text++) {
      double[] true1 = random.doubles(5, -2, 2).toArray();
      int parent = Choices.drawn(ConditionalLogit.softmax(true1), random);
      examples.add(Choices.example(new float[5][1], parent));
      scores.add(DoubleStream.of(true1).map(score -> score * temperature).toArray());
    }
    assertEquals(1, Calibration.temperature(examples, scores) / temperature, 0.04);
  }

  @Test
  void rankingsThatLearnNoiseAreCooledAndTimidOnesSharpened() {
    double[] weights = new double[30];
    weights[0] = 1;
    assertTrue(Calibration.fit(Choices.drawn(80, 5, weights, 2), 1e-3).temperature() > 1.5);
    assertTrue(Calibration.fit(Choices.drawn(900, 5, weights, 2), 3).temperature() < 0.7);
  }

  @Test
  void probabilitiesLeaveRoomForParentsThatWereMissed() {
    List<Example> examples = new ArrayList<>(Choices.drawn(7, 3, new double[] {1}, 3));
    for (int i = 0; i < 3; i++) {
      examples.add(Choices.example(new float[2][1], 99));
    }
    Calibration calibration = Calibration.fit(examples, 0.1);
    assertEquals(3 / 11.0, calibration.missed(), 1e-15);
    assertEquals(
        1 - 3 / 11.0,
        DoubleStream.of(calibration.probabilities(new double[] {3, 1, 2})).sum(),
        1e-15);
    assertEquals(0, calibration.probabilities(new double[0]).length);
    assertArrayEquals(
        new double[] {0.6, 0.2},
        new Calibration(0.5, 0.2).probabilities(new double[] {Math.log(3) / 2, 0}),
        1e-15);
  }

  @Test
  void oneTextTellsNoTemperature() {
    assertEquals(
        new Calibration(1, 0), Calibration.fit(Choices.drawn(1, 3, new double[] {1}, 4), 0.1));
  }
}
