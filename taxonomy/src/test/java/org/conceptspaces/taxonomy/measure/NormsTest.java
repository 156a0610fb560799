package org.conceptspaces.taxonomy.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import java.util.List;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.poincare.PoincareBall;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.Hierarchy;
import org.junit.jupiter.api.Test;

class NormsTest {

  private static Norms onALine(double... places) {
    return Norms.of(new EuclideanGeometry().pairs(1), places);
  }

  @Test
  void areGeodesicByTheKernelAsByTheGeometry() {
    PoincareBall ball = new PoincareBall(0.5);
    PairKernel kernel = ball.pairs(2);
    double[][] tangents = {{0, 0}, {3, 4}, {-0.6, 0.8}, {0, -1e-9}};
    double[] points = new double[4 * kernel.width()];
    double[] coordinates = new double[8];
    for (int i = 0; i < 4; i++) {
      kernel.embed(tangents[i], points, i * kernel.width());
      kernel.coordinates(points, i * kernel.width(), coordinates, 2 * i);
    }
    double[] wanted = {0, 5, 1, 1e-9};
    Norms norms = Norms.of(kernel, points);
    assertArrayEquals(wanted, norms.values(), 1e-13);
    Device device = Device.fromName(System.getProperty("concepts.device", "cpu"));
    assertArrayEquals(wanted, Norms.of(ball, coordinates, 4, device).values(), 1e-13);
    assertEquals(5, norms.largest(), 1e-13);
  }

  @Test
  void theirOrderIsHeldAgainstDepths() {
    Hierarchy chain = Hierarchies.of("d>c", "c>b", "b>a");
    double[] falling = new double[4];
    double[] swapped = new double[4];
    for (int i = 0; i < 4; i++) {
      int node = chain.index("abcd".substring(i, i + 1));
      falling[node] = 10 - i * i;
      swapped[node] = new double[] {0, 2, 1, 3}[i];
    }
    assertEquals(-1, onALine(falling).depthCorrelation(chain), 1e-15);
    // 1 − 6 Σδ²/(n(n² − 1)) with δ = 0, 1, 1, 0
    assertEquals(0.8, onALine(swapped).depthCorrelation(chain), 1e-15);
    assertEquals(Double.NaN, onALine(1, 1, 1, 1).depthCorrelation(chain));
    assertThrows(IllegalArgumentException.class, () -> onALine(1).depthCorrelation(chain));
  }

  /** Depths 0, 1, 1 have ranks 1, 2.5, 2.5; Pearson's correlation of these with 1, 2, 3 is √¾. */
  @Test
  void equalDepthsShareTheirRank() {
    Hierarchy tree = Hierarchies.of("b>a", "c>a");
    double[] norms = new double[3];
    norms[tree.index("b")] = 1;
    norms[tree.index("c")] = 7;
    assertEquals(Math.sqrt(0.75), onALine(norms).depthCorrelation(tree), 1e-15);
  }

  @Test
  void theEdgeAndTheHistogramCount() {
    Norms norms = onALine(0, 1, 2.4, 2.6, 9.89, 9.95, 10);
    assertEquals(2.0 / 7, norms.edgeShare(10), 1e-15);
    assertEquals(0, norms.edgeShare(Double.POSITIVE_INFINITY));
    assertEquals(List.of(3L, 1L, 0L, 3L), norms.histogram(4));
    assertEquals(List.of(2L, 0L), onALine(0, 0).histogram(2));
  }

  @Test
  void whatStandsAtTheLimitIsAtTheEdge() {
    PairKernel kernel = new PoincareBall(4).pairs(2);
    assertEquals(15, kernel.limit(), 1e-12);
    double[] points = new double[3];
    kernel.embed(new double[] {100, 3}, points, 0);
    assertEquals(15, kernel.norm(points, 0), 1e-12);
    assertEquals(1, Norms.of(kernel, points).edgeShare(kernel.limit()));
  }
}
