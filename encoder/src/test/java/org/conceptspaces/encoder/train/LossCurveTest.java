package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conceptspaces.encoder.regularize.RegularizerReport;
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

  @Test
  void regularisersAreAveragedToo() {
    LossCurve curve = new LossCurve(100);
    for (int step = 1; step <= 4; step++) {
      RegularizerReport report =
          new RegularizerReport(step, 0.1 * step, "effective_rank_share", 10 * step);
      curve.add(new StepReport(step, 0, 0, 0, 0, 1, 7, Map.of("vne", report)), step);
    }
    RegularizerReport last =
        Objects.requireNonNull(curve.points().get(1).regularizers().get("vne"));
    assertEquals(3.5, last.loss());
    assertEquals(0.35, last.weight(), 1e-12);
    assertEquals("effective_rank_share", last.quantity());
    assertEquals(35, last.watched());
    assertTrue(curve.isOf(4));
  }
}
