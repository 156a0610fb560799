package org.conceptspaces.placement.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void probabilitiesLeaveRoomForParentsThatWereMissed() {
    List<Example> examples = new ArrayList<>(Choices.drawn(7, 3, new double[] {1}, 3));
    for (int i = 0; i < 3; i++) {
      examples.add(Choices.example(new float[2][1], 99));
    }
    Calibration calibration = Calibration.of(1, examples);
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
}
