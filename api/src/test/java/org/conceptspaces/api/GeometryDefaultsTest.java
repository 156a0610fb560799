package org.conceptspaces.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

/** What a geometry gets without writing it. */
class GeometryDefaultsTest {

  private final Geometry line = new Line();

  @Test
  void distancesAreThoseOfAllPairs() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray x = manager.create(new float[] {0, 0, 3, 4}, new Shape(2, 2));
      NDArray y = manager.create(new float[] {0, 0, 3, 0, 0, 4}, new Shape(3, 2));
      NDArray distances = line.distances(x, y);
      assertEquals(new Shape(2, 3), distances.getShape());
      assertArrayEquals(new float[] {0, 3, 4, 5, 4, 3}, distances.toFloatArray());
      assertArrayEquals(
          new float[] {0, -3, -4, -5, -4, -3}, line.affinity(x, y).toFloatArray(), 1e-9f);
    }
  }

  @Test
  void translationFollowsTheGeodesic() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray x = manager.create(new double[] {1, 2}, new Shape(1, 2));
      NDArray v = manager.create(new double[] {0.5, -1, 4, 4}, new Shape(2, 2));
      assertArrayEquals(new double[] {1.5, 1, 5, 6}, line.translate(x, v).toDoubleArray());
    }
  }

  /** Line reaches 7 far. */
  @Test
  void featuresAreShortenedToTheRadius() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray v = manager.create(new float[] {30, 40, 3, 4}, new Shape(2, 2));
      float[] shortened = {4.2f, 5.6f, 3, 4};
      assertArrayEquals(shortened, line.shorten(v).toFloatArray(), 1e-6f);
      assertArrayEquals(shortened, line.embed(v).toFloatArray(), 1e-6f);
    }
  }

  @Test
  void theRestIsPlain() {
    assertEquals(5, line.coordinates(5));
    assertEquals(DataType.FLOAT32, line.type());
    assertEquals(line.radius(), line.workingRadius());
    assertTrue(line.parameters().isEmpty());
  }
}
