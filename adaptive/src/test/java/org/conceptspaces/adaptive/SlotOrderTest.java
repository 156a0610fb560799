package org.conceptspaces.adaptive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.testkit.FlatGeometry;
import org.junit.jupiter.api.Test;

class SlotOrderTest {

  private static final List<LevelSpec> LEVELS =
      List.of(level("fine", 4), level("middle", 3), level("coarse", 2));

  private static LevelSpec level(String name, int count) {
    return new LevelSpec(name, count, 2, new FlatGeometry());
  }

  @Test
  void coarseSlotsComeFirst() {
    SlotOrder order = new SlotOrder(LEVELS, 0);
    assertEquals(9, order.size());
    assertEquals(List.of(5, 2, 0), List.of(order.before(0), order.before(1), order.before(2)));
    try (NDManager manager = NDManager.newBaseManager()) {
      // One text of six concepts, one of a single one that is half open.
      float[] weights = {1, 1, 1, 1, 1, 1, 0.5f, 0, 0, 0, 0, 0};
      List<NDArray> masks = order.masks(manager.create(weights, new Shape(2, 6)), null);
      assertArrayEquals(new float[] {1, 0}, masks.get(0).toFloatArray(), "cut to one slot");
      assertArrayEquals(new float[] {1, 1, 1, 0, 0, 0}, masks.get(1).toFloatArray());
      assertArrayEquals(new float[] {1, 1, 0.5f, 0}, masks.get(2).toFloatArray());
    }
  }

  @Test
  void aLevelThatNobodyUsesKeepsOneDeadSlot() {
    try (NDManager manager = NDManager.newBaseManager()) {
      List<NDArray> masks = new SlotOrder(LEVELS, 0).masks(manager.ones(new Shape(2, 1)), null);
      assertArrayEquals(new float[] {0, 0}, masks.get(0).toFloatArray());
      assertArrayEquals(new float[] {0, 0}, masks.get(1).toFloatArray());
      assertArrayEquals(new float[] {1, 1}, masks.get(2).toFloatArray());
    }
  }

  @Test
  void whatIsForbiddenFromAboveStaysDead() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray some = manager.create(new float[] {1, 0, 1}, new Shape(1, 3));
      List<NDArray> allowed =
          List.of(manager.ones(new Shape(1, 4)), some, manager.zeros(new Shape(1, 1)));
      List<NDArray> masks = new SlotOrder(LEVELS, 0).masks(manager.ones(new Shape(1, 7)), allowed);
      assertArrayEquals(new float[] {1, 1}, masks.get(0).toFloatArray());
      assertArrayEquals(new float[] {1, 0, 1}, masks.get(1).toFloatArray());
      assertArrayEquals(new float[] {0}, masks.get(2).toFloatArray());
    }
  }

  @Test
  void aMaximumCutsTheFinestLevel() {
    SlotOrder order = new SlotOrder(LEVELS, 7);
    assertEquals(7, order.size());
    assertEquals(List.of(level("fine", 2), LEVELS.get(1), LEVELS.get(2)), order.levels());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new SlotOrder(LEVELS, 5));
    assertEquals(
        "adaptive: maximum = 5 leaves no concept to level fine, since the coarser levels have 5;"
            + " raise it, leave it out, or give the coarser levels fewer",
        refused.getMessage());
  }
}
