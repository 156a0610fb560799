package org.conceptspaces.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.conceptspaces.placement.Separation.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeparationTest {

  private static double area(double[] belonging, double... outside) {
    return Separation.of(belonging, outside).area();
  }

  @Test
  void apartMixedUpsideDownAndAlike() {
    double[] high = {3, 4, 5};
    assertEquals(1, area(high, 1, 2));
    assertEquals(0, area(new double[] {1, 2}, 3, 4, 5));
    assertEquals(0.5, area(high, 3, 4, 5));
    assertEquals(0.5, area(new double[] {7, 7}, 7));
    // of the six pairs four are right and one is a tie
    assertEquals(4.5 / 6, area(high, 3.5, 3));
    assertEquals(
        List.of(
            new Point(0, 0),
            new Point(0, 1.0 / 3),
            new Point(0, 2.0 / 3),
            new Point(0.5, 2.0 / 3),
            new Point(1, 1)),
        Separation.of(high, new double[] {3.5, 3}).curve());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theAreaIsMannAndWhitneysStatistic(long seed) {
    Random random = new Random(seed);
    double[] belonging = random.ints(40, 0, 30).asDoubleStream().toArray();
    double[] outside = random.ints(25, 0, 20).asDoubleStream().toArray();
    // theirs is the larger of both directions'
    double larger = new MannWhitneyUTest().mannWhitneyU(belonging, outside) / (40.0 * 25);
    double area = area(belonging, outside);
    assertEquals(larger, Math.max(area, 1 - area), 1e-12);
    assertEquals(1, area + area(outside, belonging), 1e-12);
  }

  @Test
  void oneKindAloneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> area(new double[0], 1));
    assertThrows(IllegalArgumentException.class, () -> area(new double[] {1}));
  }
}
