package org.conceptspaces.taxonomy.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.conceptspaces.api.pairs.PairTable;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.shape.GraphDistances;
import org.junit.jupiter.api.Test;

class DistortionTest {

  private static PairTable onALine(Hierarchy hierarchy, String order, double... places) {
    double[] points = new double[hierarchy.size()];
    for (int i = 0; i < order.length(); i++) {
      points[hierarchy.index(order.substring(i, i + 1))] = places[i];
    }
    return new EuclideanGeometry().pairs(1).table(points);
  }

  @Test
  void anEvenLineHasNone() {
    Hierarchy chain = Hierarchies.of("a>b", "b>c", "c>d");
    PairTable line = onALine(chain, "abcd", 1, 3.5, 6, 8.5);
    Distortion distortion = Distortion.of(line, new GraphDistances(chain), 100, 1, 2);
    assertEquals(0, distortion.average(), 1e-15);
    assertEquals(1, distortion.worst(), 1e-15);
    assertEquals(2.5, distortion.scale(), 1e-15);
    assertEquals(4, distortion.sources());
    assertTrue(distortion.exact());
  }

  /** Distances 1, 2 and 3 for 1, 1 and 2 edges: ratios 1, 2, 1.5. */
  @Test
  void anUnevenOneHasThatOfItsRatios() {
    Hierarchy chain = Hierarchies.of("a>b", "b>c");
    PairTable line = onALine(chain, "abc", 0, 1, 3);
    GraphDistances graph = new GraphDistances(chain);
    Distortion own = Distortion.of(line, graph, 100, 1, 1);
    double scale = (1 + 4 + 2.25) / (1 + 2 + 1.5);
    assertEquals(scale, own.scale(), 1e-15);
    assertEquals(2, own.worst(), 1e-15);
    double average =
        (Math.abs(1 / scale - 1) + Math.abs(2 / scale - 1) + Math.abs(1.5 / scale - 1)) / 3;
    assertEquals(average, own.average(), 1e-15);
    Distortion known = Distortion.of(line, graph, 1, 100, 1, 1);
    assertEquals((0 + 1 + 0.5) / 3, known.average(), 1e-15);
    assertEquals(2, known.worst(), 1e-15);
    assertEquals(1, known.scale());
  }

  @Test
  void partsWithoutAWayBetweenThemAreNotCompared() {
    Hierarchy two = Hierarchies.of("a>b", "c>d");
    PairTable line = onALine(two, "abcd", 0, 2, 7, 9);
    Distortion distortion = Distortion.of(line, new GraphDistances(two), 100, 1, 1);
    assertEquals(0, distortion.average(), 1e-15);
    assertEquals(2, distortion.scale(), 1e-15);
  }

  @Test
  void pointsThatFallTogetherAreInfinitelyWrong() {
    Hierarchy chain = Hierarchies.of("a>b", "b>c");
    PairTable line = onALine(chain, "abc", 0, 0, 3);
    Distortion distortion = Distortion.of(line, new GraphDistances(chain), 100, 1, 1);
    assertEquals(Double.POSITIVE_INFINITY, distortion.worst());
    assertTrue(Double.isFinite(distortion.average()));
  }

  @Test
  void aSampleComesNearAndSaysSo() {
    Hierarchy hierarchy = Hierarchies.random(400, 2);
    double[] points = new Random(3).doubles(1200).toArray();
    PairTable table = new EuclideanGeometry().pairs(3).table(points);
    GraphDistances graph = new GraphDistances(hierarchy);
    Distortion all = Distortion.of(table, graph, 400, 1, 1);
    Distortion threads = Distortion.of(table, graph, 400, 1, 3);
    Distortion some = Distortion.of(table, graph, 100, 1, 2);
    assertEquals(all.average(), threads.average(), 1e-12);
    assertEquals(all.worst(), threads.worst());
    assertTrue(all.exact());
    assertFalse(some.exact());
    assertEquals(100, some.sources());
    assertEquals(all.average(), some.average(), 0.1 * all.average());
    assertTrue(some.worst() <= all.worst());
  }

  @Test
  void refusesOtherPoints() {
    GraphDistances graph = new GraphDistances(Hierarchies.of("a>b", "b>c"));
    PairTable two = new EuclideanGeometry().pairs(1).table(new double[2]);
    assertThrows(IllegalArgumentException.class, () -> Distortion.of(two, graph, 10, 1, 1));
  }
}
