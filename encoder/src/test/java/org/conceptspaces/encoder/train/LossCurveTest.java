package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LossCurveTest {

  @Test
  void averagesGroupsOfSteps() {
    // 100 steps make groups of two.
    LossCurve curve = new LossCurve(100);
    for (int step = 1; step <= 100; step++) {
      curve.add(new StepReport(step, 0, step, 2 * step, 10 * step, 1, 7, Map.of()), step / 10.0);
    }
    List<LossCurve.Point> points = curve.points();
    assertEquals(50, points.size());
    assertEquals(new LossCurve.Point(2, 0.2, 1.5, 3, 15, Map.of()), points.get(0));
    assertEquals(new LossCurve.Point(100, 10, 99.5, 199, 995, Map.of()), points.get(49));
    assertEquals(700, curve.tokens());
  }

  @Test
  void shortAndUnevenTrainingsLoseNoStep() {
    LossCurve shortest = new LossCurve(1);
    shortest.add(new StepReport(1, 0, 3, 0, 4, 1, 7, Map.of()), 0.1);
    assertEquals(List.of(new LossCurve.Point(1, 0.1, 3, 0, 4, Map.of())), shortest.points());
    LossCurve uneven = new LossCurve(101);
    for (int step = 1; step <= 101; step++) {
      uneven.add(new StepReport(step, 0, step, 0, 0, 1, 1, Map.of()), step);
    }
    List<LossCurve.Point> points = uneven.points();
    assertEquals(new LossCurve.Point(101, 101, 101, 0, 0, Map.of()), points.get(points.size() - 1));
  }
}
