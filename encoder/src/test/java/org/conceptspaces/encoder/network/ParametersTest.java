package org.conceptspaces.encoder.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Scope;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.poincare.PoincareBall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  private final NDManager manager = Small.manager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void aPathStartsTheSameInEveryModelThatHasIt() {
    Map<String, double[]> flat = Small.values(Spaces.EUCLIDEAN.model(manager));
    Map<String, double[]> curved = Small.values(Spaces.POINCARE.model(manager));
    for (String path : flat.keySet()) {
      boolean onManifold = path.endsWith("prototypes");
      assertEquals(!onManifold, Arrays.equals(flat.get(path), curved.get(path)), path);
    }
    assertEquals(flat.keySet(), curved.keySet());
  }

  @Test
  void otherSeedsAndPathsStartOtherwise() {
    double[] first = drawn("a", 1);
    assertArrayEquals(first, drawn("a", 1));
    assertFalse(Arrays.equals(first, drawn("a", 2)));
    assertFalse(Arrays.equals(first, drawn("b", 1)));
  }

  private double[] drawn(String name, long seed) {
    Parameters parameters = new Parameters();
    Parameter p = parameters.parameter(name, DataType.FLOAT64, Initial.normal(1), 20);
    parameters.initialize(manager, seed);
    return p.getArray().toDoubleArray();
  }

  @Test
  void drawsFromTheWantedDistribution() {
    Parameters parameters = new Parameters();
    Parameter p = parameters.parameter("p", DataType.FLOAT64, new Initial(3, 0.5), 20_000);
    Parameter c = parameters.parameter("c", DataType.FLOAT32, Initial.constant(-2), 5);
    parameters.initialize(manager, 11);
    double[] values = p.getArray().toDoubleArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    // Standard errors: 0.5/√20000 = 0.0035 of the mean, about 0.5 % of the deviation.
    assertEquals(3, mean, 0.015);
    assertEquals(0.5, Math.sqrt(variance), 0.01);
    assertArrayEquals(new float[] {-2, -2, -2, -2, -2}, c.getArray().toFloatArray());
  }

  @Test
  void countsWhatIsLearnedBeforeAnythingIsAllocated() {
    Parameters parameters = new Parameters();
    parameters.parameter("a", DataType.FLOAT32, Initial.constant(0), 3, 4);
    parameters.in("b").points("c", new PoincareBall(1), Initial.normal(1), 5, 2);
    assertEquals(12 + 10, parameters.count());
  }

  @Test
  void refusesAPathTwice() {
    Parameters parameters = new Parameters();
    Scope scope = parameters.in("a");
    scope.parameter("b", DataType.FLOAT32, Initial.constant(0), 1);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> parameters.in("a").points("b", new PoincareBall(1), Initial.constant(0), 2, 1));
    assertTrue(String.valueOf(e.getMessage()).contains("a.b"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "a b", "ä", "a/b"})
  void refusesNamesThatCannotBePartOfAPath(String name) {
    Parameters parameters = new Parameters();
    Scope scope = parameters.in("x");
    assertThrows(
        IllegalArgumentException.class,
        () -> scope.parameter(name, DataType.FLOAT32, Initial.constant(0), 1));
    assertThrows(IllegalArgumentException.class, () -> scope.in(name));
  }

  @Test
  void pointsStartOnTheManifoldAtTheirTangentsDistance() {
    PoincareBall ball = new PoincareBall(2);
    Parameters parameters = new Parameters();
    Parameter points = parameters.points("p", ball, Initial.normal(2), 3, 500);
    parameters.initialize(manager, 5);
    NDArray x = points.getArray();
    assertEquals(new Shape(500, 3), x.getShape());
    assertArrayEquals(x.toDoubleArray(), ball.project(x).toDoubleArray());
    // ‖v‖² of three normal numbers of variance 4 has mean 12, and variance 2·3·16 = 96.
    NDArray distances = ball.distance(x.zerosLike(), x);
    double mean = Arrays.stream(distances.toDoubleArray()).map(d -> d * d).average().orElseThrow();
    assertEquals(12, mean, 4 * Math.sqrt(96.0 / 500));
  }

  @Test
  void overwritingKeepsArrayGradientAndPlace() {
    Parameters parameters = new Parameters();
    Parameter p = parameters.parameter("p", DataType.FLOAT32, Initial.normal(1), 2, 2);
    parameters.initialize(manager, 5);
    NDArray array = p.getArray();
    parameters.overwrite(p, new float[] {1, 2, 3, 4});
    assertArrayEquals(new float[] {1, 2, 3, 4}, array.toFloatArray());
    assertTrue(array.hasGradient());
    Small.backward(() -> array.square().sum());
    assertArrayEquals(new float[] {2, 4, 6, 8}, array.getGradient().toFloatArray());
  }

  @Test
  void takesArraysFromElsewhereOnlyIfTheyFit() {
    Parameters parameters = new Parameters();
    Parameter p = parameters.parameter("p", DataType.FLOAT32, Initial.normal(1), 2);
    NDArray good = manager.create(new float[] {1, 2});
    assertMessage(parameters, Map.of(), "p is missing");
    assertMessage(parameters, Map.of("p", manager.create(new float[] {1, 2, 3})), "(3)");
    assertMessage(parameters, Map.of("p", manager.create(new double[] {1, 2})), "float64");
    parameters.initialize(Map.of("p", good));
    assertArrayEquals(new float[] {1, 2}, p.getArray().toFloatArray());
    assertTrue(p.getArray().hasGradient());
  }

  private static void assertMessage(
      Parameters parameters, Map<String, NDArray> arrays, String part) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> parameters.initialize(new HashMap<>(arrays)));
    assertTrue(String.valueOf(e.getMessage()).contains(part), e.getMessage());
  }
}
