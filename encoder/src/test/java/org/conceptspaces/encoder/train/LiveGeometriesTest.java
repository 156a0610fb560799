package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Initial;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.network.Parameters;
import org.conceptspaces.poincare.LearnedPoincareBall;
import org.conceptspaces.poincare.PoincareBall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The geometry before an update stays what it was, though its parameter is overwritten. */
class LiveGeometriesTest {

  private final NDManager manager = Small.manager();
  private final Parameters parameters = new Parameters();
  private final LearnedPoincareBall ball =
      new LearnedPoincareBall(2, DataType.FLOAT64, parameters.in("ball"));
  private final PoincareBall fixed = new PoincareBall(3);

  @BeforeEach
  void draw() {
    parameters.in("a").points("learned", ball, Initial.normal(0.5), 2, 4);
    parameters.in("a").points("fixed", fixed, Initial.normal(0.5), 2, 4);
    parameters.in("a").parameter("flat", DataType.FLOAT32, Initial.normal(1), 3);
    parameters.initialize(manager, 1);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void oldAndNewStandSideBySideUntilTheOldIsReleased() {
    try (LiveGeometries geometries = new LiveGeometries(manager, parameters)) {
      assertNull(geometries.of("a.flat"));
      assertSame(fixed, geometries.of("a.fixed"));
      assertEquals(1, geometries.learned().size());
      Geometry before = present(geometries.of("a.learned"));
      NDArray x = manager.create(new double[] {0.1, 0.2});
      double[] then = before.logOrigin(x).toDoubleArray();

      NDArray theta = ball.parameter().getArray();
      NDArray alias = theta.stopGradient();
      alias.addi(Math.log(2));
      geometries.refresh();

      Geometry after = present(geometries.of("a.learned"));
      assertArrayEquals(then, before.logOrigin(x).toDoubleArray());
      assertEquals(2, before.parameters().get("curvature"));
      assertEquals(4, after.parameters().getOrDefault("curvature", Double.NaN), 1e-12);
      double[] wanted = new PoincareBall(4).logOrigin(x).toDoubleArray();
      assertTrue(Small.difference(wanted, after.logOrigin(x).toDoubleArray()) < 1e-14);
      geometries.releaseOld();
      assertTrue(Small.difference(wanted, after.logOrigin(x).toDoubleArray()) < 1e-14);
    }
  }

  private static Geometry present(@Nullable Geometry geometry) {
    if (geometry == null) {
      throw new AssertionError("no geometry");
    }
    return geometry;
  }
}
