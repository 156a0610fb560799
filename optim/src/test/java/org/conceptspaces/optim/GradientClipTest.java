package org.conceptspaces.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientClipTest {

  private static List<NDArray> gradients(NDManager manager) {
    Random random = new Random(11);
    return List.of(
        Support.gaussian(manager, random, DataType.FLOAT32, new Shape(40, 7)),
        Support.gaussian(manager, random, DataType.FLOAT64, new Shape(5)),
        Support.gaussian(manager, random, DataType.FLOAT64, new Shape()),
        Support.gaussian(manager, random, DataType.FLOAT32, new Shape()));
  }

  private static double norm(List<NDArray> gradients) {
    return Math.sqrt(
        gradients.stream()
            .flatMapToDouble(array -> DoubleStream.of(Support.values(array)))
            .map(x -> x * x)
            .sum());
  }

  @Test
  void scalesAllByOneFactor() {
    try (NDManager manager = Support.manager()) {
      List<NDArray> gradients = gradients(manager);
      double before = norm(gradients);
      List<double[]> values = gradients.stream().map(Support::values).toList();
      NDArray norm = GradientClip.clip(manager, gradients, 2.5);
      assertEquals(DataType.FLOAT64, norm.getDataType());
      assertEquals(before, norm.getDouble(), 1e-6 * before);
      assertEquals(2.5, norm(gradients), 1e-6);
      for (int i = 0; i < gradients.size(); i++) {
        double[] wanted = DoubleStream.of(values.get(i)).map(x -> x * 2.5 / before).toArray();
        assertArrayEquals(wanted, Support.values(gradients.get(i)), 1e-6);
      }
      assertEquals(DataType.FLOAT32, gradients.get(0).getDataType());
    }
  }

  @Test
  void float64NormsKeepTheirDigits() {
    try (NDManager manager = Support.manager()) {
      List<NDArray> gradients = gradients(manager).subList(1, 3);
      double wanted = norm(gradients);
      assertEquals(wanted, GradientClip.norm(manager, gradients).getDouble(), 1e-15 * wanted);
    }
  }

  @Test
  void changesNothingWithinTheMaximum() {
    try (NDManager manager = Support.manager()) {
      List<NDArray> gradients = gradients(manager);
      List<double[]> values = gradients.stream().map(Support::values).toList();
      GradientClip.clip(manager, gradients, 1e3);
      for (int i = 0; i < gradients.size(); i++) {
        assertArrayEquals(values.get(i), Support.values(gradients.get(i)));
      }
    }
  }

  @Test
  void changesTheGradientThatTheParameterHolds() {
    try (NDManager manager = Support.manager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray weight = manager.create(new double[] {3, 4});
      weight.setRequiresGradient(true);
      collector.backward(weight.square().sum());
      GradientClip.clip(manager, List.of(weight.getGradient()), 1);
      assertArrayEquals(new double[] {0.6, 0.8}, weight.getGradient().toDoubleArray(), 1e-15);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void oneValueThatIsNotFiniteShowsInTheNorm(double value) {
    try (NDManager manager = Support.manager()) {
      NDArray sane = manager.create(new float[] {1, 2});
      NDArray sick = manager.create(new float[] {1, (float) value, 0});
      NDArray norm = GradientClip.clip(manager, List.of(sane, sick), 1);
      assertFalse(Double.isFinite(norm.getDouble()));
    }
  }

  @Test
  void noGradientsHaveNoNorm() {
    try (NDManager manager = Support.manager()) {
      assertEquals(0, GradientClip.clip(manager, List.of(), 1).getDouble());
      NDArray zeros = manager.zeros(new Shape(3));
      assertEquals(0, GradientClip.clip(manager, List.of(zeros), 1).getDouble());
      assertArrayEquals(new float[3], zeros.toFloatArray());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAMaximumOutOfRange(double maximum) {
    try (NDManager manager = Support.manager()) {
      assertThrows(
          IllegalArgumentException.class, () -> GradientClip.clip(manager, List.of(), maximum));
    }
  }

  @Test
  void leaksNothing() {
    try (NDManager manager = Support.manager()) {
      List<NDArray> gradients = gradients(manager);
      int before = manager.getManagedArrays().size();
      for (int i = 0; i < 1000; i++) {
        GradientClip.clip(manager, gradients, 1).close();
      }
      assertEquals(before, manager.getManagedArrays().size());
    }
  }
}
