package org.conceptspaces.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.tracker.Tracker;
import java.util.Random;
import org.conceptspaces.api.Geometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarryTest {

  private static final Geometry FROM = Geometries.ball(1);

  /** Some points on the ball, and an optimiser that has moved them a few times. */
  private static NDArray trained(NDManager manager, OptimizerGroup optimizer) {
    Random random = new Random(41);
    Shape shape = new Shape(5, 3);
    NDArray weight = FROM.expOrigin(Support.gaussian(manager, random, DataType.FLOAT64, shape));
    for (int step = 0; step < 10; step++) {
      optimizer.update("x", weight, Support.gaussian(manager, random, DataType.FLOAT64, shape));
    }
    return weight;
  }

  private static OptimizerGroup optimizer() {
    AdamSettings settings = AdamSettings.of(Tracker.fixed(0.1f));
    return new OptimizerGroup(new AdamW(settings), new RiemannianAdam(settings, id -> FROM));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.999, 1.001, 4})
  void keepsDirectionAndDistanceFromTheOriginAndTheLengthOfMoments(double curvature) {
    Geometry to = Geometries.ball(curvature);
    try (NDManager manager = Support.manager();
        OptimizerGroup optimizer = optimizer()) {
      NDArray weight = trained(manager, optimizer);
      NDArray moment = optimizer.state().getOrDefault("x/first-moment", weight);
      double[] frames = FROM.logOrigin(weight).toDoubleArray();
      double[] lengths = FROM.inner(weight, moment, moment).sqrt().toDoubleArray();
      NDArray radially = FROM.inner(weight, moment, weight);
      double[] angles = cosines(FROM, radially, weight, moment);
      double[] second = optimizer.state().getOrDefault("x/second-moment", weight).toDoubleArray();

      optimizer.carry("x", weight, FROM, to);

      assertArrayEquals(frames, to.logOrigin(weight).toDoubleArray(), 1e-12);
      NDArray carried = optimizer.state().getOrDefault("x/first-moment", weight);
      assertArrayEquals(lengths, to.inner(weight, carried, carried).sqrt().toDoubleArray(), 1e-12);
      assertArrayEquals(
          angles, cosines(to, to.inner(weight, carried, weight), weight, carried), 1e-11);
      assertArrayEquals(
          second, optimizer.state().getOrDefault("x/second-moment", weight).toDoubleArray());
      assertTrue(lengths[0] > 0.01, "there is a moment to speak of");
    }
  }

  /** The cosine of the angle between a moment and the way out from the origin. */
  private static double[] cosines(
      Geometry geometry, NDArray radially, NDArray weight, NDArray moment) {
    return radially
        .div(geometry.inner(weight, moment, moment).sqrt())
        .div(geometry.inner(weight, weight, weight).sqrt())
        .toDoubleArray();
  }

  @Test
  void changesNotABitWhereTheGeometryStaysTheSame() {
    try (NDManager manager = Support.manager();
        OptimizerGroup optimizer = optimizer()) {
      NDArray weight = trained(manager, optimizer);
      double[] before = weight.toDoubleArray();
      optimizer.carry("x", weight, FROM, Geometries.ball(1));
      assertArrayEquals(before, weight.toDoubleArray());
    }
  }

  @Test
  void carriesPointsThatWereNeverUpdated() {
    Geometry to = Geometries.ball(2);
    try (NDManager manager = Support.manager();
        OptimizerGroup optimizer = optimizer()) {
      NDArray weight = FROM.expOrigin(Support.row(manager, 3, 4));
      weight.setRequiresGradient(true);
      optimizer.carry("x", weight, FROM, to);
      NDArray frame = to.logOrigin(weight.stopGradient());
      assertArrayEquals(new double[] {3, 4}, frame.toDoubleArray(), 1e-12);
      assertTrue(optimizer.state().isEmpty());
    }
  }

  /** Flat space gives back its operands themselves, which must survive being overwritten. */
  @Test
  void copiesWhatAGeometryHandsBackAsItIs() {
    try (NDManager manager = Support.manager();
        OptimizerGroup optimizer = optimizer()) {
      NDArray weight = Support.row(manager, 3, 4);
      optimizer.carry("x", weight, Geometries.flat(), Geometries.flat(DataType.FLOAT32));
      assertArrayEquals(new double[] {3, 4}, weight.toDoubleArray());
    }
  }

  @Test
  void leaksNothing() {
    try (NDManager manager = Support.manager();
        OptimizerGroup optimizer = optimizer()) {
      NDArray weight = trained(manager, optimizer);
      int before = manager.getManagedArrays().size();
      Geometry other = Geometries.ball(1.1);
      for (int i = 0; i < 100; i++) {
        optimizer.carry("x", weight, FROM, other);
        optimizer.carry("x", weight, other, FROM);
      }
      assertEquals(before, manager.getManagedArrays().size());
      assertEquals(2, optimizer.state().size());
    }
  }
}
