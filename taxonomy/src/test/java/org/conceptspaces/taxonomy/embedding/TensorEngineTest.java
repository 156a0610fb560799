package org.conceptspaces.taxonomy.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.pairs.PairGradients;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.poincare.LearnedPoincareBall;
import org.conceptspaces.poincare.PoincareBall;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TensorEngineTest {

  private static final Device DEVICE =
      Device.fromName(System.getProperty("concepts.device", "cpu"));
  private static final long SEED = 5;

  private static TensorOptions options(int batch) {
    return new TensorOptions(DEVICE, batch);
  }

  private static double[][] tangents(int nodes, int dimension, double scale) {
    Random random = new Random(nodes);
    double[][] tangents = new double[nodes][dimension];
    for (double[] tangent : tangents) {
      for (int k = 0; k < dimension; k++) {
        tangent[k] = scale * random.nextGaussian();
      }
    }
    return tangents;
  }

  private static Objective objective(Energy energy, double sharpness, int negatives, int together) {
    return new Objective(energy, sharpness, negatives, 0, together);
  }

  static Stream<Arguments> objectives() {
    return Stream.of(Energy.values())
        .flatMap(
            energy ->
                Stream.of(0.5, 1.0, 2.0)
                    .flatMap(
                        sharpness ->
                            Stream.of(
                                    new PoincareBall(1),
                                    new PoincareBall(0.4),
                                    new EuclideanGeometry())
                                .flatMap(
                                    geometry ->
                                        Stream.of(Parametrisation.values())
                                            .map(
                                                moved ->
                                                    Arguments.of(
                                                        geometry, energy, sharpness, moved)))));
  }

  /** One negative, so that none is drawn twice in a visit. */
  @ParameterizedTest
  @MethodSource("objectives")
  void batchesOfOneVisitMakeTheStepsOfThePairEngine(
      Geometry geometry, Energy energy, double sharpness, Parametrisation moved) {
    RelatedPairs pairs = RelatedPairs.ancestors(Hierarchies.random(30, 2).closure());
    Objective objective = objective(energy, sharpness, 1, 3);
    double[][] start = tangents(30, 3, 0.7);
    PairKernel kernel = ((PairGradients) geometry).pairs(3);
    // many steps in a row, so that rounding has grown
    double tolerance = geometry.type() == DataType.FLOAT64 ? 1e-8 : 1e-4;
    try (NodeEngine one = new PairEngine(kernel, pairs, objective, start, SEED, 1);
        NodeEngine other =
            new TensorEngine(scope -> geometry, pairs, objective, start, SEED, options(1))) {
      for (int epoch = 0; epoch < 2; epoch++) {
        Step step = new Step(moved, 0.05);
        assertEquals(one.epoch(epoch, step), other.epoch(epoch, step), tolerance);
      }
      assertArrayEquals(one.coordinates(), other.coordinates(), tolerance);
    }
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void oneVisitOfManyNegativesToo(
      Geometry geometry, Energy energy, double sharpness, Parametrisation moved) {
    RelatedPairs pairs = RelatedPairs.of(300, new int[] {7, 7}, new int[] {100, 200});
    Objective objective = objective(energy, sharpness, 8, 2);
    assertEquals(11, IntStream.of(VisitLosses.first(pairs, objective, SEED)).distinct().count());
    double[][] start = tangents(300, 4, 1);
    PairKernel kernel = ((PairGradients) geometry).pairs(4);
    // steps at their longest are right to 1e-10 on plain arrays
    double tolerance = geometry.type() == DataType.FLOAT64 ? 1e-9 : 1e-6;
    try (NodeEngine one = new PairEngine(kernel, pairs, objective, start, SEED, 1);
        NodeEngine other =
            new TensorEngine(scope -> geometry, pairs, objective, start, SEED, options(64))) {
      Step step = new Step(moved, 0.3);
      assertEquals(one.epoch(0, step), other.epoch(0, step), 10 * tolerance);
      assertArrayEquals(one.coordinates(), other.coordinates(), tolerance);
    }
  }

  @ParameterizedTest
  @EnumSource(Energy.class)
  void tangentsGoAgainstTheDerivativeInTheirChart(Energy energy) {
    RelatedPairs pairs = RelatedPairs.of(300, new int[] {7, 7}, new int[] {100, 200});
    Objective objective = objective(energy, 1.5, 4, 2);
    int[] nodes = VisitLosses.first(pairs, objective, SEED);
    double[][] start = tangents(300, 3, 1);
    double[][] visited =
        IntStream.of(nodes).mapToObj(n -> start[n].clone()).toArray(double[][]::new);
    PairKernel kernel = new PoincareBall(1).pairs(3);
    double rate = 1e-3;
    double[] after;
    try (TensorEngine engine =
        new TensorEngine(scope -> new PoincareBall(1), pairs, objective, start, SEED, options(1))) {
      engine.epoch(0, new Step(Parametrisation.TANGENTS, rate));
      after = rows(engine);
    }
    double h = 1e-6;
    for (int i = 0; i < nodes.length; i++) {
      for (int k = 0; k < 3; k++) {
        visited[i][k] += h;
        double up = VisitLosses.of(kernel, visited, 2, objective);
        visited[i][k] -= 2 * h;
        double down = VisitLosses.of(kernel, visited, 2, objective);
        visited[i][k] += h;
        double step = after[nodes[i] * 3 + k] - start[nodes[i]][k];
        assertEquals(-rate * (up - down) / (2 * h), step, rate * 1e-7);
      }
    }
  }

  private static double[] rows(TensorEngine engine) {
    return Objects.requireNonNull(engine.state().get("tangents"));
  }

  /** By differences of the loss of the same tangents in balls of slightly other curvature. */
  @ParameterizedTest
  @EnumSource(Parametrisation.class)
  void aLearnedCurvatureGoesAgainstItsDerivative(Parametrisation parametrisation) {
    RelatedPairs pairs = RelatedPairs.of(300, new int[] {7, 7}, new int[] {100, 200});
    Objective objective = objective(Energy.DISTANCE, 1, 4, 2);
    double[][] start = tangents(300, 3, 1);
    double[][] visited =
        IntStream.of(VisitLosses.first(pairs, objective, SEED))
            .mapToObj(n -> start[n])
            .toArray(double[][]::new);
    double rate = 1e-3;
    Function<Scope, Geometry> ball = scope -> new LearnedPoincareBall(2, DataType.FLOAT64, scope);
    try (TensorEngine engine = new TensorEngine(ball, pairs, objective, start, SEED, options(1))) {
      engine.epoch(0, new Step(parametrisation, rate));
      double h = 1e-6;
      double up = VisitLosses.of(ball(2 * Math.exp(h)), visited, 2, objective);
      double down = VisitLosses.of(ball(2 * Math.exp(-h)), visited, 2, objective);
      double slope = (up - down) / (2 * h);
      assertTrue(Math.abs(slope) > 0.01);
      // the mean over its two pairs
      double wanted = -2 * Math.exp(-rate * slope / 2);
      assertEquals(wanted, engine.geometry().sectionalCurvature(), rate * 1e-6);
    }
  }

  private static PairKernel ball(double c) {
    return new PoincareBall(c).pairs(3);
  }

  /** Two nodes of one batch that no visit shares move as if alone. */
  @Test
  void visitsWithoutACommonNodeDoNotSeeEachOther() {
    RelatedPairs pairs = RelatedPairs.of(5000, new int[] {0, 2, 4}, new int[] {1, 3, 5});
    Objective objective = objective(Energy.DISTANCE, 1, 5, 1);
    double[][] start = tangents(5000, 3, 1);
    double[][] ends = new double[2][];
    for (int i = 0; i < 2; i++) {
      try (NodeEngine engine =
          new TensorEngine(
              scope -> new PoincareBall(1), pairs, objective, start, SEED, options(1 + 2 * i))) {
        engine.epoch(0, Step.ofPoints(0.3));
        ends[i] = engine.coordinates();
      }
    }
    assertArrayEquals(ends[0], ends[1], 1e-15);
  }

  static Stream<Arguments> resumed() {
    return Stream.of(0.0, 0.3, 0.5, 0.8, 1.0)
        .flatMap(
            turning ->
                Stream.<Function<Scope, Geometry>>of(
                        scope -> new PoincareBall(1),
                        scope -> new EuclideanGeometry(),
                        scope -> new LearnedPoincareBall(1, DataType.FLOAT64, scope))
                    .map(geometry -> Arguments.of(geometry, turning)));
  }

  /** Tangents are moved up to a change before, at or after the interruption. */
  @ParameterizedTest
  @MethodSource("resumed")
  void goesOnBitForBit(Function<Scope, Geometry> geometry, double turning) {
    RelatedPairs pairs = RelatedPairs.ancestors(Hierarchies.random(60, 4).closure());
    Objective objective = new Objective(Energy.DISTANCE, 1, 10, 0.75, 4);
    Schedule schedule = new Schedule(6, 0.2, 0, turning);
    double[][] start = tangents(60, 3, 0.1);
    double[][] ends = new double[3][];
    Map<String, double[]> half = new TreeMap<>();
    for (int run = 0; run < 3; run++) {
      try (TensorEngine engine =
          new TensorEngine(geometry, pairs, objective, start, SEED, options(16))) {
        if (run == 2) {
          engine.restore(half);
        }
        for (int epoch = run < 2 ? 0 : 3; epoch < 6; epoch++) {
          if (run == 1 && epoch == 3) {
            half.putAll(engine.state());
          }
          engine.epoch(epoch, schedule.step(epoch));
        }
        double[] numbers = engine.coordinates();
        ends[run] =
            Stream.concat(engine.state().values().stream(), Stream.of(numbers))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        assertTrue(Arrays.stream(ends[run]).allMatch(Double::isFinite));
      }
    }
    assertArrayEquals(ends[0], ends[1]);
    assertArrayEquals(ends[0], ends[2]);
  }

  /** What is moved may change; where points are does not. */
  @Test
  void aChangeOfWhatIsMovedLeavesPointsInPlace() {
    RelatedPairs pairs = RelatedPairs.of(5, new int[] {0}, new int[] {1});
    double[][] start = tangents(5, 2, 1);
    double[][] places = new double[3][];
    try (TensorEngine engine =
        new TensorEngine(
            scope -> new PoincareBall(1),
            pairs,
            objective(Energy.DISTANCE, 1, 1, 1),
            start,
            SEED,
            options(1))) {
      places[0] = engine.coordinates();
      engine.epoch(0, Step.ofPoints(1e-30));
      places[1] = engine.coordinates();
      engine.epoch(1, new Step(Parametrisation.TANGENTS, 1e-30));
      places[2] = engine.coordinates();
    }
    assertArrayEquals(places[0], places[1], 1e-15);
    assertArrayEquals(places[0], places[2], 1e-15);
  }

  @Test
  void refusesAForeignState() {
    RelatedPairs pairs = RelatedPairs.of(5, new int[] {0}, new int[] {1});
    try (TensorEngine engine =
        new TensorEngine(
            scope -> new PoincareBall(1),
            pairs,
            objective(Energy.DISTANCE, 1, 1, 1),
            tangents(5, 2, 1),
            SEED,
            options(1))) {
      Map<String, double[]> shorter = Map.of("points", new double[9]);
      Map<String, double[]> more = Map.of("points", new double[10], "geometry.x", new double[1]);
      assertThrows(IllegalArgumentException.class, () -> engine.restore(shorter));
      assertThrows(IllegalArgumentException.class, () -> engine.restore(more));
    }
  }

  @Test
  void refusesABatchOfNothing() {
    assertThrows(IllegalArgumentException.class, () -> options(0));
  }
}
