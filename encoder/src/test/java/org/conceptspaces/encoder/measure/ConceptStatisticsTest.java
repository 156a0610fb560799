package org.conceptspaces.encoder.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.poincare.PoincareBall;
import org.junit.jupiter.api.Test;

class ConceptStatisticsTest {

  @Test
  void deadConceptsCountNothing() {
    try (NDManager manager = Small.manager()) {
      PoincareBall ball = new PoincareBall(1);
      double edge = 0.97 * ball.radius();
      // Four live concepts, one of them at the edge, and two dead ones, one at the edge.
      double[] tangents = {1, 0, -1, 0, edge, 0, 0, edge, 0, 2, 0.1, 0.1};
      float[] mask = {1, 1, 1, 0, 1, 0};
      NDArray points = ball.expOrigin(manager.create(tangents, new Shape(2, 3, 2)));
      NDArray live = manager.create(mask, new Shape(2, 3));
      ConceptStatistics statistics = new ConceptStatistics();
      Level level = new Level(new LevelSpec("l", 3, 2, ball), ball, points, live, live, live);
      statistics.encoded(new ConceptSet(List.of(level)));
      assertEquals(2, statistics.meanConcepts());
      assertEquals(0.25, statistics.edgeShare());
      double[][] alive = {{1, 0}, {-1, 0}, {edge, 0}, {0, 2}};
      assertEquals(Centred.effectiveRank(alive), statistics.effectiveRank(), 1e-6);
    }
  }
}
