package org.conceptspaces.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.example.sphere.Sphere;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.pairs.PairGradients;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.api.pairs.PairStar;
import org.conceptspaces.api.pairs.PairTable;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.lorentz.Hyperboloid;
import org.conceptspaces.poincare.PoincareBall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs on plain arrays against the product's own tensors. */
class ProductPairsTest {

  private static final int DIMENSION = 7;

  /** A product in a product; curvatures differ, and one part has a coordinate more. */
  private static final ProductGeometry GEOMETRY =
      new ProductGeometry(
          List.of(
              new PoincareBall(1.5),
              new ProductGeometry(
                  List.of(new Hyperboloid(0.5), new EuclideanGeometry()),
                  List.of(Share.fixed(2), Share.of(1)))),
          List.of(Share.fixed(3), Share.of(1)));

  private static final PairKernel KERNEL = GEOMETRY.pairs(DIMENSION);

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray array(double... values) {
    return manager.create(values, new Shape(values.length));
  }

  private static double[][] tangents(int count, double length, long seed) {
    Random random = new Random(seed);
    double[][] tangents = new double[count][];
    for (int i = 0; i < count; i++) {
      double[] direction = random.doubles(DIMENSION, -1, 1).toArray();
      double norm = Math.sqrt(Arrays.stream(direction).map(a -> a * a).sum());
      tangents[i] = Arrays.stream(direction).map(a -> a * length / norm).toArray();
    }
    return tangents;
  }

  private static double[] embedded(double[]... tangents) {
    double[] points = new double[tangents.length * KERNEL.width()];
    for (int i = 0; i < tangents.length; i++) {
      KERNEL.embed(tangents[i], points, i * KERNEL.width());
    }
    return points;
  }

  private NDArray point(double[] points, int index) {
    double[] coordinates = new double[KERNEL.coordinates() + 1];
    KERNEL.coordinates(points, index * KERNEL.width(), coordinates, 1);
    return array(Arrays.copyOfRange(coordinates, 1, coordinates.length));
  }

  private static double[] coordinates(double[] points, int index) {
    double[] coordinates = new double[KERNEL.coordinates()];
    KERNEL.coordinates(points, index * KERNEL.width(), coordinates, 0);
    return coordinates;
  }

  /** The first point with all others for its companions. */
  private static PairStar star(double[] points) {
    int companions = points.length / KERNEL.width() - 1;
    PairStar star = KERNEL.star(companions + 2);
    star.centre(points, 0);
    for (int i = 0; i < companions; i++) {
      star.companion(i, points, (i + 1) * KERNEL.width());
    }
    star.measure(companions);
    return star;
  }

  private static double[] pulled(double[] points, double... lengths) {
    PairStar star = star(points);
    star.pull(lengths.length, lengths.clone());
    double[] moved = points.clone();
    star.storeCentre(moved, 0);
    for (int i = 0; i < lengths.length; i++) {
      star.storeCompanion(i, moved, (i + 1) * KERNEL.width());
    }
    return moved;
  }

  private static double[] distances(double[] points) {
    double[] distances = new double[points.length / KERNEL.width() - 1];
    star(points).distances(distances.length, distances);
    return distances;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-5, 0.5, 3, 8})
  void distancesAreThoseOfTheTensors(double length) {
    double[] points = embedded(tangents(6, length, 1));
    double[] others = embedded(tangents(6, 1.3, 2));
    System.arraycopy(others, 0, points, 0, KERNEL.width());
    double[] measured = distances(points);
    double[] proximities = new double[5];
    star(points).proximities(5, proximities);
    PairTable table = KERNEL.table(points);
    assertEquals(6, table.size());
    double[] measures = new double[4];
    table.measure(0, 2, 6, measures);
    for (int i = 0; i < 5; i++) {
      double wanted = GEOMETRY.distance(point(points, 0), point(points, i + 1)).getDouble();
      assertEquals(wanted, measured[i], 1e-9 * wanted);
      assertEquals(Math.exp(-wanted), proximities[i], 1e-9);
      double[] alone = new double[1];
      table.measure(0, i + 1, i + 2, alone);
      assertEquals(wanted, table.distance(alone[0]), 1e-9 * wanted);
      if (i > 0) {
        assertEquals(alone[0], measures[i - 1], 0, "whatever the range");
      }
      assertEquals(length, KERNEL.norm(points, (i + 1) * KERNEL.width()), 1e-12 * length);
    }
  }

  @Test
  void tangentsAndCoordinatesAreTheGeometrys() {
    assertEquals(GEOMETRY.coordinates(DIMENSION), KERNEL.coordinates());
    double[][] tangents = tangents(4, 2, 3);
    double[] points = embedded(tangents);
    for (int i = 0; i < 4; i++) {
      double[] own = coordinates(points, i);
      double[] wanted = GEOMETRY.expOrigin(array(tangents[i])).toDoubleArray();
      assertArrayEquals(wanted, own, 1e-13);
      double[] tangent = new double[DIMENSION];
      KERNEL.tangent(points, i * KERNEL.width(), tangent);
      assertArrayEquals(tangents[i], tangent, 1e-13);
      double[] again = new double[KERNEL.width() + 1];
      KERNEL.place(own, 0, again, 1);
      for (int k = 0; k < KERNEL.width(); k++) {
        assertEquals(points[i * KERNEL.width() + k], again[k + 1], 1e-12);
      }
    }
  }

  /** The energy is the distance to a power; a length is minus the rate times its derivative. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void stepsAreThoseOfTheTensorsGradients(int power) {
    double[] weights = {0.02, -0.03, 0.01, 0.025, -0.04};
    double[] points = embedded(tangents(weights.length + 1, 1.7, 4));
    double[] distances = distances(points);
    double[] lengths = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      lengths[i] = weights[i] * (power == 1 ? 1 : 2 * distances[i]);
    }
    double[] moved = pulled(points, lengths);
    NDArray places = array();
    for (int i = 0; i <= weights.length; i++) {
      NDArray row = point(points, i).expandDims(0);
      places = i == 0 ? row : places.concat(row);
    }
    places.setRequiresGradient(true);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray measured = GEOMETRY.distance(places.get("0:1"), places.get("1:"));
      NDArray energies = power == 1 ? measured : measured.square();
      collector.backward(energies.mul(array(weights)).sum());
    }
    NDArray descent = GEOMETRY.riemannianGradient(places, places.getGradient()).neg();
    NDArray wanted = GEOMETRY.exp(places, descent);
    for (int i = 0; i <= weights.length; i++) {
      assertArrayEquals(wanted.get(i).toDoubleArray(), coordinates(moved, i), 1e-9, "point " + i);
    }
  }

  /** The slope of the energy along the centre's way is minus the square of the way's speed. */
  @Test
  void finiteDifferencesAgree() {
    double[] weights = {1, -0.6, 0.4};
    double[] points = embedded(tangents(4, 2.3, 5));
    double step = 1e-4;
    double[] forward = weights.clone();
    double[] back = weights.clone();
    for (int i = 0; i < weights.length; i++) {
      forward[i] *= step;
      back[i] *= -step;
    }
    double[] ahead = centreMoved(points, pulled(points, forward));
    double[] behind = centreMoved(points, pulled(points, back));
    double slope = (energy(ahead, weights) - energy(behind, weights)) / (2 * step);
    double[] both = Arrays.copyOf(behind, 2 * KERNEL.width());
    System.arraycopy(ahead, 0, both, KERNEL.width(), KERNEL.width());
    double speed = distances(both)[0] / (2 * step);
    assertEquals(-speed * speed, slope, 1e-6);
    assertTrue(speed > 0.1);
  }

  private static double[] centreMoved(double[] points, double[] moved) {
    double[] changed = points.clone();
    System.arraycopy(moved, 0, changed, 0, KERNEL.width());
    return changed;
  }

  private static double energy(double[] points, double[] weights) {
    double[] distances = distances(points);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * distances[i];
    }
    return sum;
  }

  @Test
  void twoPointsMeetAlongTheirGeodesic() {
    double[] points = embedded(tangents(2, 2, 6));
    double before = distances(points)[0];
    assertEquals(before - 2 * 0.3, distances(pulled(points, 0.3))[0], 1e-9);
    assertEquals(before + 2 * 0.3, distances(pulled(points, -0.3))[0], 1e-9);
  }

  @Test
  void coincidentPointsPullNothing() {
    double[] one = {0.3, -0.2, 0.5, 1, -1, 0.4, 0.7};
    double[] points = embedded(one, one);
    assertArrayEquals(new double[] {0}, distances(points), 0);
    double[] measure = new double[2];
    KERNEL.table(points).measure(0, 0, 2, measure);
    assertArrayEquals(new double[] {0, 0}, measure, 0);
    assertArrayEquals(points, pulled(points, 0.5), 1e-15);
  }

  @Test
  void aPartThatCoincidesStaysAndTheOthersMove() {
    double[] one = {0.3, -0.2, 0.5, 1, -1, 0.4, 0.7};
    double[] other = {0.3, -0.2, 0.5, 1, -1, 3.4, 4.7};
    double[] points = embedded(one, other);
    assertEquals(5, distances(points)[0], 1e-15);
    double[] wanted = embedded(one, other);
    double[] moved = pulled(points, 0.5);
    int last = KERNEL.width() - 1;
    wanted[last - 1] = 0.4 + 0.3;
    wanted[last] = 0.7 + 0.4;
    wanted[2 * last] = 3.4 - 0.3;
    wanted[2 * last + 1] = 4.7 - 0.4;
    assertArrayEquals(wanted, moved, 1e-15);
  }

  @Test
  void noPartGoesFartherThanTheLongestStepNorBeyondItsLimit() {
    double[] points = embedded(tangents(2, 6, 7));
    double[] moved = pulled(points, 100);
    double[] both = Arrays.copyOf(points, 2 * KERNEL.width());
    System.arraycopy(moved, 0, both, KERNEL.width(), KERNEL.width());
    double way = distances(both)[0];
    assertTrue(way <= Math.sqrt(3) * PairStar.LONGEST_STEP, "way " + way);
    assertTrue(way >= PairStar.LONGEST_STEP, "way " + way);
    assertEquals(new PoincareBall(1.5).pairs(3).limit(), KERNEL.limit(), 0);
  }

  @Test
  void aProductHasPairsIfAllPartsHave() {
    assertTrue(PairGradients.of(GEOMETRY).isPresent());
    ProductGeometry round =
        new ProductGeometry(
            List.of(new EuclideanGeometry(), new Sphere()), List.of(Share.of(1), Share.of(1)));
    assertTrue(PairGradients.of(round).isEmpty());
    assertTrue(
        PairGradients.of(new ProductGeometry(List.of(round), List.of(Share.of(1)))).isEmpty());
    String message = assertThrows(IllegalStateException.class, () -> round.pairs(4)).getMessage();
    assertTrue(String.valueOf(message).endsWith("has no gradients of pairs"), message);
    Geometry single = new ProductGeometry(List.of(new EuclideanGeometry()), List.of(Share.of(1)));
    assertFalse(PairGradients.of(single).orElseThrow().pairs(3) instanceof ProductPairs);
  }
}
