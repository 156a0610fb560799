package org.conceptspaces.lorentz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.api.pairs.PairStar;
import org.conceptspaces.api.pairs.PairTable;
import org.junit.jupiter.api.Test;

/** Single pairs on plain arrays against the operations on tensors. */
class SheetPairsTest {

  private static final int D = 4;
  private static final int N = 12;

  private final Random random = new Random(3);

  @Test
  void agreesWithTheGeometry() {
    for (double c : new double[] {0.3, 1, 2.5}) {
      Hyperboloid g = new Hyperboloid(c);
      PairKernel kernel = g.pairs(D);
      assertEquals(g.coordinates(D), kernel.coordinates());
      try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
        double[] tangents = random.doubles(N * D, -2, 2).toArray();
        NDArray v = manager.create(tangents, new Shape(N, D));
        NDArray x = g.expOrigin(v);
        double[] coordinates = x.toDoubleArray();
        double[] points = new double[N * kernel.width()];
        double[] embedded = new double[N * kernel.width()];
        double[] back = new double[coordinates.length];
        for (int i = 0; i < N; i++) {
          kernel.place(coordinates, i * (D + 1), points, i * kernel.width());
          double[] tangent = Arrays.copyOfRange(tangents, i * D, (i + 1) * D);
          kernel.embed(tangent, embedded, i * kernel.width());
          kernel.coordinates(points, i * kernel.width(), back, i * (D + 1));
        }
        assertArrayEquals(coordinates, back, 1e-12);
        assertArrayEquals(points, embedded, 1e-11);
        NDArray centre = x.get("0");
        double[] want = g.distance(centre, x).toDoubleArray();
        assertArrayEquals(want, distances(kernel.table(points)), 1e-12);
        assertArrayEquals(want, distances(kernel.star(N), points, kernel.width()), 1e-12);
        NDArray origin = g.expOrigin(v.zerosLike().get("0"));
        assertEquals(g.distance(origin, centre).getDouble(), kernel.norm(points, 0), 1e-12);
      }
    }
  }

  private static double[] distances(PairTable table) {
    double[] out = new double[N];
    table.measure(0, 0, N, out);
    Arrays.setAll(out, i -> table.distance(out[i]));
    return out;
  }

  private static double[] distances(PairStar star, double[] points, int width) {
    star.centre(points, 0);
    for (int i = 0; i < N; i++) {
      star.companion(i, points, i * width);
    }
    double[] out = new double[N];
    star.measure(N);
    star.distances(N, out);
    return out;
  }

  /** A pull is a step along the geodesic: exp of the logarithm, shortened. */
  @Test
  void pullsAlongGeodesics() {
    Hyperboloid g = new Hyperboloid(0.7);
    PairKernel kernel = g.pairs(D);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      NDArray x =
          g.expOrigin(manager.create(random.doubles(2 * D, -1, 1).toArray(), new Shape(2, D)));
      NDArray y = x.flip(0);
      double length = 0.25;
      NDArray share = manager.create(length).div(g.distance(x, y).expandDims(-1));
      double[] want = g.exp(x, g.log(x, y).mul(share)).toDoubleArray();
      double[] points = new double[2 * kernel.width()];
      kernel.place(x.toDoubleArray(), 0, points, 0);
      kernel.place(x.toDoubleArray(), D + 1, points, kernel.width());
      PairStar star = kernel.star(1);
      star.centre(points, 0);
      star.companion(0, points, kernel.width());
      star.measure(1);
      star.distances(1, new double[1]);
      star.pull(1, new double[] {length});
      star.storeCentre(points, 0);
      star.storeCompanion(0, points, kernel.width());
      double[] got = new double[2 * (D + 1)];
      kernel.coordinates(points, 0, got, 0);
      kernel.coordinates(points, kernel.width(), got, D + 1);
      assertArrayEquals(want, got, 1e-12);
    }
  }

  /** Two threads may leave the space coordinates of one's step with the time of the other's. */
  @Test
  void coordinatesAreOfSpaceAlone() {
    PairKernel kernel = new Hyperboloid(1).pairs(2);
    double[] points = new double[3];
    kernel.embed(new double[] {3, 0}, points, 0);
    points[2] = 1;
    double[] coordinates = new double[3];
    kernel.coordinates(points, 0, coordinates, 0);
    assertArrayEquals(new double[] {Math.cosh(3), Math.sinh(3), 0}, coordinates, 1e-13);
  }
}
