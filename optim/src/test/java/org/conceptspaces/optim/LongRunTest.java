package org.conceptspaces.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.tracker.Tracker;
import java.util.Random;
import org.conceptspaces.api.Geometry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongRunTest {

  private static final Shape SHAPE = new Shape(8, 3);

  /**
   * By Cauchy and Schwarz, {@code m = (1−β₁)Σβ₁ⁱrᵢ} and {@code v = (1−β₂)Σβ₂ⁱ‖rᵢ‖²} satisfy {@code
   * ‖m‖² ≤ v·(1−β₁)²/((1−β₂)(1−β₁²/β₂))} as long as transport keeps lengths.
   */
  private static final double LENGTH = Math.sqrt(0.1 * 0.1 / (0.001 * (1 - 0.81 / 0.999)));

  @ParameterizedTest
  @CsvSource({"FLOAT64, 20000", "FLOAT32, 1000"})
  void defect10_adamStaysOnTheManifoldOverManyAggressiveSteps(DataType type, int steps) {
    Geometry ball = Geometries.ball(1, type);
    try (NDManager manager = Support.manager();
        RiemannianAdam adam =
            new RiemannianAdam(AdamSettings.of(Tracker.fixed(0.7f)), id -> ball)) {
      NDArray weight = run(manager, ball, type, adam, steps);
      try (NDManager scratch = adam.scratch(weight)) {
        int held = scratch.getParentManager().getManagedArrays().size();
        assertTrue(held <= 2 + 16, "two moments and some numbers, not " + held + " arrays");
      }
      NDArray first = adam.state().getOrDefault("x/first-moment", weight);
      NDArray second = adam.state().getOrDefault("x/second-moment", weight);
      double[] lengths = Support.values(ball.inner(weight, first, first).sqrt());
      double[] roots = Support.values(second.sqrt());
      for (int i = 0; i < lengths.length; i++) {
        assertTrue(lengths[i] <= 1.01 * LENGTH * roots[i], lengths[i] + " against " + roots[i]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"FLOAT64, 1000", "FLOAT32, 1000"})
  void defect10_momentumStaysOnTheManifoldOverManyAggressiveSteps(DataType type, int steps) {
    Geometry ball = Geometries.ball(1, type);
    try (NDManager manager = Support.manager();
        RiemannianSgd sgd = new RiemannianSgd(Tracker.fixed(30), 0.95, 5, id -> ball)) {
      NDArray weight = run(manager, ball, type, sgd, steps);
      for (double x : Support.values(sgd.state().getOrDefault("x/momentum", weight))) {
        assertTrue(Double.isFinite(x), "momentum " + x);
      }
    }
  }

  /**
   * Gradients of different lengths, 120 steps outwards and 120 back, and steps far too long: the
   * points are at the rim of the ball much of the time. They must be inside after each step.
   */
  private static NDArray run(
      NDManager manager, Geometry ball, DataType type, RiemannianOptimizer optimizer, int steps) {
    Random random = new Random(31);
    NDArray weight = ball.expOrigin(Support.gaussian(manager, random, type, SHAPE));
    NDArray noise = Support.gaussian(manager, random, type, SHAPE);
    // Kept on the device and looked at in the end: a NaN or a point outside would show in these.
    NDArray farthest = manager.zeros(new Shape(8), type);
    NDArray moved = manager.zeros(new Shape(8), type);
    for (int step = 0; step < steps; step++) {
      try (NDManager scratch = manager.newSubManager()) {
        NDArray before = weight.duplicate();
        before.attach(scratch);
        double length = Math.pow(10, 2 * random.nextDouble() - 1);
        double sign = step % 240 < 120 ? -length : length;
        NDArray turn = before.zerosLike().add(noise).mul(random.nextGaussian() * 0.3);
        // Divided by the gap to the rim, the Riemannian gradient is as long everywhere.
        NDArray gap = before.square().sum(new int[] {-1}, true).neg().add(1);
        optimizer.update("x", weight, before.add(turn).mul(sign).div(gap.maximum(1e-12)));
        NDArray after = StatefulOptimizer.alias(weight, scratch);
        StatefulOptimizer.assign(farthest, after.square().sum(new int[] {-1}).maximum(farthest));
        moved.addi(before.sub(after).abs().sum(new int[] {-1}).sign());
      }
    }
    double[] squares = Support.values(farthest);
    double[] changes = Support.values(moved);
    for (int i = 0; i < squares.length; i++) {
      assertTrue(squares[i] < 1 && squares[i] > 0.99, "the farthest point: " + squares[i]);
      assertTrue(changes[i] > 0.5 * steps, "a point stood still but for " + changes[i] + " steps");
    }
    double[] points = Support.values(weight);
    double[] projected = Support.values(ball.project(weight));
    for (int i = 0; i < points.length; i++) {
      assertEquals(points[i], projected[i], "not where a projection leaves it");
    }
    return weight;
  }
}
