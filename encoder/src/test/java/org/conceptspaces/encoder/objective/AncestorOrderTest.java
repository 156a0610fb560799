package org.conceptspaces.encoder.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.poincare.PoincareBall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Points on a line: a node at 0, its parent at 1, the parent's parent at 3, another node at 10. */
class AncestorOrderTest {

  private static final double SHARPNESS = 1.5;

  private final NDManager manager = Small.manager();
  private final Geometry flat = new EuclideanGeometry(DataType.FLOAT64);

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray points(double... x) {
    return manager.create(x, new Shape(x.length, 1));
  }

  private double loss(NDArray points, int... threes) {
    return AncestorOrder.loss(flat, points, manager.create(new double[] {SHARPNESS}), threes)
        .getDouble();
  }

  @Test
  void isTheSoftplusOfHowMuchNearerTheFartherOneIs() {
    NDArray x = points(0, 1, 3, 10);
    double good = Math.log1p(Math.exp(SHARPNESS * (1 - 3)));
    double bad = Math.log1p(Math.exp(SHARPNESS * (9 - 7)));
    assertEquals(good, loss(x, 0, 1, 2), 1e-12);
    assertEquals((good + bad) / 2, loss(x, 0, 1, 2, 3, 1, 2), 1e-12);
  }

  @Test
  void withoutAncestorsInOrderThereIsNothingToLearn() {
    NDArray x = points(0, 1);
    x.setRequiresGradient(true);
    NDArray sharpness = manager.create(new double[] {SHARPNESS});
    Small.backward(() -> AncestorOrder.loss(flat, x, sharpness, new int[0]));
    assertEquals(0, loss(x));
    assertArrayEquals(new double[2], x.getGradient().toDoubleArray());
  }

  @Test
  void drawsTheNearAncestorNearerAndPushesTheFarOneOff() {
    NDArray x = points(0, 1, 3, 10);
    x.setRequiresGradient(true);
    NDArray sharpness = manager.create(new double[] {SHARPNESS});
    Small.backward(() -> AncestorOrder.loss(flat, x, sharpness, new int[] {0, 1, 2}));
    double[] gradient = x.getGradient().toDoubleArray();
    double share = SHARPNESS / (1 + Math.exp(SHARPNESS * 2));
    assertEquals(share, gradient[1], 1e-12);
    assertEquals(-share, gradient[2], 1e-12);
    assertEquals(0, gradient[3]);
  }

  @Test
  void worksWherePointsCoincideInTheBall() {
    NDArray x = manager.zeros(new Shape(3, 2), DataType.FLOAT64);
    x.setRequiresGradient(true);
    NDArray sharpness = manager.create(new double[] {SHARPNESS});
    Small.backward(
        () -> AncestorOrder.loss(new PoincareBall(1), x, sharpness, new int[] {0, 1, 2}));
    for (double g : x.getGradient().toDoubleArray()) {
      assertTrue(Double.isFinite(g));
    }
  }
}
