package org.conceptspaces.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.tracker.Tracker;
import java.util.Map;
import org.conceptspaces.api.Geometry;
import org.junit.jupiter.api.Test;

class OptimizerGroupTest {

  private static final Geometry BALL = Geometries.ball(1);
  private static final AdamSettings SETTINGS = AdamSettings.of(Tracker.fixed(0.1f));

  private static RiemannianSgd curved() {
    return new RiemannianSgd(
        Tracker.fixed(0.1f), 0.9, 1, id -> id.startsWith("point") ? BALL : null);
  }

  @Test
  void sendsEachParameterToItsOptimizer() {
    try (NDManager manager = Support.manager();
        OptimizerGroup group = new OptimizerGroup(new AdamW(SETTINGS), curved());
        AdamW flat = new AdamW(SETTINGS);
        RiemannianSgd curved = curved()) {
      NDArray gradient = Support.row(manager, 0.3, -0.4);
      NDArray[] weights = new NDArray[4];
      for (int i = 0; i < 4; i++) {
        weights[i] = Support.row(manager, 0.1, 0.2);
      }
      group.update("weight", weights[0], gradient);
      flat.update("weight", weights[1], gradient);
      group.update("point", weights[2], gradient);
      curved.update("point", weights[3], gradient);
      assertArrayEquals(weights[1].toDoubleArray(), weights[0].toDoubleArray());
      assertArrayEquals(weights[3].toDoubleArray(), weights[2].toDoubleArray());
      assertEquals(
          "[point/momentum, weight/first-moment, weight/second-moment]",
          group.state().keySet().toString());
      assertEquals(Map.of("weight", 1, "point", 1), group.updates());
    }
  }

  @Test
  void restoresBothOrNeither() {
    try (NDManager manager = Support.manager();
        OptimizerGroup group = new OptimizerGroup(new AdamW(SETTINGS), curved())) {
      NDArray gradient = Support.row(manager, 0.3, -0.4);
      group.update("weight", Support.row(manager, 1, 2), gradient);
      assertThrows(
          IllegalArgumentException.class, () -> group.restore(Map.of(), Map.of("point", 3)));
      assertEquals(Map.of("weight", 1), group.updates());
      assertEquals(2, group.state().size());
      assertThrows(
          IllegalArgumentException.class,
          () -> group.restore(Map.of("nameless", gradient), Map.of()));
    }
  }

  @Test
  void aRiemannianOptimizerRefusesWhatLivesInNoGeometry() {
    try (NDManager manager = Support.manager();
        RiemannianSgd curved = curved()) {
      NDArray weight = Support.row(manager, 1, 2);
      assertThrows(
          IllegalArgumentException.class,
          () -> curved.update("weight", weight, weight.duplicate()));
    }
  }
}
