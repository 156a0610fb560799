package org.conceptspaces.taxonomy.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.source.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

  @ParameterizedTest
  @ValueSource(ints = {4, 31, 95, 500})
  void treesAreZeroHyperbolic(int size) {
    HierarchyBuilder builder = Hierarchy.builder();
    for (int node = 1; node < size; node++) {
      builder.edge("n" + node, "n" + (node - 1) / 2);
    }
    Hyperbolicity h = Hyperbolicity.of(new GraphDistances(builder.build()), 1);
    assertEquals(0, h.largest());
    assertEquals(0, h.mean());
    assertEquals(0, h.relative());
    assertEquals(size <= Hyperbolicity.EXACT, h.exact());
  }

  /** Of a cycle of n nodes: n/4 rounded down, and ½ less where n leaves 1 over. */
  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 7, 8, 9, 10, 12, 21, 32, 33, 50})
  void cycles(int size) {
    Hyperbolicity h = Hyperbolicity.of(new GraphDistances(cycle(size)), 1);
    assertTrue(h.exact());
    int quarter = size / 4;
    assertEquals(size % 4 == 1 ? quarter - .5 : quarter, h.largest());
    assertEquals(size / 2, h.diameter());
    if (size % 4 == 0) {
      assertEquals(1, h.relative());
    }
  }

  /** Of a grid of n × n nodes: n − 1, by its corners. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 9})
  void grids(int side) {
    Hyperbolicity h = Hyperbolicity.of(new GraphDistances(grid(side)), 1);
    assertTrue(h.exact());
    assertEquals(side - 1, h.largest());
    assertEquals(2 * (side - 1), h.diameter());
  }

  /**
   * On a circle of length 1, four random points leave gaps a, b, c, d in order. Of the sums of
   * distances, a + c and b + d are those of neighbours (each gap the short way round), the third is
   * of opposite points.
   */
  @Test
  void intervalsHoldTheMean() {
    Random random = new Random(1);
    double expected = 0;
    int trials = 1_000_000;
    for (int trial = 0; trial < trials; trial++) {
      double[] at = random.doubles(4).sorted().toArray();
      double one = around(at[1] - at[0]) + around(at[3] - at[2]);
      double other = around(at[2] - at[1]) + around(at[3] - at[0]);
      double opposite = around(at[2] - at[0]) + around(at[3] - at[1]);
      double[] sums = {one, other, opposite};
      Arrays.sort(sums);
      expected += (sums[2] - sums[1]) / 2 / trials;
    }
    int inside = 0;
    for (int seed = 0; seed < 40; seed++) {
      Hyperbolicity h = Hyperbolicity.of(new GraphDistances(cycle(4000)), seed);
      assertTrue(!h.exact() && h.largest() <= 1000 && h.largest() > 900);
      assertEquals(Hyperbolicity.GROUPS * 1820L, h.quadruples());
      inside += Math.abs(h.mean() - 4000 * expected) <= h.interval() ? 1 : 0;
    }
    assertTrue(inside >= 34, inside + " of 40 intervals hold it"); // 38 are expected
    GraphDistances graph = new GraphDistances(cycle(300));
    assertEquals(Hyperbolicity.of(graph, 5), Hyperbolicity.of(graph, 5));
  }

  private static double around(double gap) {
    return Math.min(gap, 1 - gap);
  }

  @Test
  void distancesAreThoseOfFloydAndWarshall() {
    Hierarchy hierarchy = Hierarchies.random(120, 3);
    GraphDistances graph = new GraphDistances(hierarchy);
    int n = hierarchy.size();
    int far = 1000;
    int[][] expected = new int[n][n];
    for (int one = 0; one < n; one++) {
      for (int other = 0; other < n; other++) {
        boolean edge =
            contains(hierarchy.parents(one), other) || contains(hierarchy.parents(other), one);
        expected[one][other] = one == other ? 0 : edge ? 1 : far;
      }
    }
    for (int middle = 0; middle < n; middle++) {
      for (int one = 0; one < n; one++) {
        for (int other = 0; other < n; other++) {
          int way = expected[one][middle] + expected[middle][other];
          expected[one][other] = Math.min(expected[one][other], way);
        }
      }
    }
    int[] distances = new int[n];
    int[] queue = new int[n];
    int[] partOf = new int[n];
    int[][] parts = graph.parts();
    for (int part = 0; part < parts.length; part++) {
      assertTrue(part == 0 || parts[part].length <= parts[part - 1].length);
      for (int node : parts[part]) {
        partOf[node] = part;
      }
    }
    for (int one = 0; one < n; one++) {
      int reached = graph.from(one, distances, queue);
      assertEquals(parts[partOf[one]].length, reached);
      for (int other = 0; other < n; other++) {
        int shortest = expected[one][other];
        assertEquals(shortest == far ? -1 : shortest, distances[other]);
        assertEquals(shortest < far, partOf[one] == partOf[other]);
      }
      for (int place = 1; place < reached; place++) {
        assertTrue(distances[queue[place]] >= distances[queue[place - 1]]);
      }
    }
  }

  @Test
  void countsWhatThereIs() {
    Hierarchy hierarchy =
        Hierarchies.of("b>a", "c>a", "d>a", "e>b", "e>c", "f>e", "y>x"); // two parts, e has two
    Shape shape = Shape.of(hierarchy, 1);
    assertEquals(8, shape.nodes());
    assertEquals(7, shape.edges());
    assertEquals(2, shape.roots());
    assertEquals(2, shape.parts());
    assertEquals(6, shape.largestPart());
    assertEquals(1 / 8.0, shape.severalParents());
    assertEquals(3, shape.depth());
    assertEquals((1 + 1 + 1 + 2 + 3 + 1) / 8.0, shape.meanDepth());
    assertEquals(new Branching(5, 7 / 5.0, 1, 3, 3, List.of(4, 1)), shape.branching());
    assertEquals(1, shape.hyperbolicity().largest()); // a, b, e and c are a square
    assertEquals(4, shape.hyperbolicity().diameter());
  }

  @Test
  void suggestsWhatTheShapeSpeaksFor() {
    Suggestion mammals = Shape.of(Sources.open("wordnet:mammals").hierarchy(), 1).suggestion();
    assertEquals("poincare", mammals.space());
    assertEquals(5, mammals.dimension());
    assertTrue(mammals.reason().contains("children per inner node"), mammals.reason());
    Suggestion grid = Shape.of(grid(20), 1).suggestion();
    assertEquals("euclidean", grid.space());
    assertTrue(grid.reason().contains("too far from a tree"), grid.reason());
    Suggestion star = Shape.of(Hierarchies.of("b>a", "c>a", "d>a"), 1).suggestion();
    assertEquals("euclidean", star.space());
    assertTrue(star.reason().contains("little hierarchy"), star.reason());
  }

  private static boolean contains(int[] values, int value) {
    boolean found = false;
    for (int each : values) {
      found |= each == value;
    }
    return found;
  }

  private static Hierarchy cycle(int size) {
    HierarchyBuilder builder = Hierarchy.builder();
    for (int node = 1; node < size; node++) {
      builder.edge("n" + node, "n" + (node - 1));
    }
    return builder.edge("n" + (size - 1), "n0").build();
  }

  private static Hierarchy grid(int side) {
    HierarchyBuilder builder = Hierarchy.builder();
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        if (row > 0) {
          builder.edge(row + "," + column, (row - 1) + "," + column);
        }
        if (column > 0) {
          builder.edge(row + "," + column, row + "," + (column - 1));
        }
      }
    }
    return builder.build();
  }
}
