package org.conceptspaces.poincare.construction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SarkarTest {

  /** Values of De Sa's construction, computed with other code in arbitrary precision. */
  @ParameterizedTest
  @CsvSource({
    "2, 4, 1, 3.4708, .0534, 1.0789",
    "2, 4, .1, 16.784, .0110, 1.0145",
    "3, 3, 1, 4.3217, .0712, 1.1408"
  })
  void completeTreesInThePlane(
      int branching, int depth, double distortion, double tau, double average, double worst) {
    Sarkar placed = Sarkar.of(Trees.complete(branching, depth), SarkarOptions.of(2, distortion));
    assertEquals(tau, placed.tau(), 1e-4 * tau);
    assertEquals(1, placed.meanAveragePrecision(placed.graph(), 1));
    Distortion measured = placed.distortion(placed.graph(), 2, 1, 1);
    assertTrue(measured.exact());
    assertEquals(average, measured.average(), 5e-5);
    assertEquals(worst, measured.worst(), 5e-5);
    // the root of a complete tree is its middle: depth edges of τ, which is τ/ln 2 bits, and a
    // guard
    int toEdge = (int) Math.ceil(depth * placed.tau() / Math.log(2));
    assertTrue(placed.bits() >= toEdge + 64 && placed.bits() <= toEdge + 80, "" + placed.bits());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7, 10})
  void distancesAlongTheTreeAreThoseOfCoordinates(int dimension) {
    Tree tree = Trees.random(150, 5);
    for (double tau : new double[] {1.5, 6, 40}) {
      Sarkar placed = Sarkar.of(tree, ofLength(dimension, tau));
      PreciseCoordinates coordinates = placed.coordinates();
      for (int one = 0; one < tree.size(); one++) {
        for (int other = 0; other < one; other++) {
          double distance = coordinates.distance(one, other);
          assertEquals(distance, placed.distance(one, other), 1e-10 * (1 + distance));
          assertEquals(placed.distance(other, one), placed.distance(one, other), 1e-10 * distance);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 10})
  void distortionKeepsItsPromise(int dimension) {
    Tree tree = Trees.random(400, 7);
    for (double distortion : new double[] {1, .1}) {
      Sarkar placed = Sarkar.of(tree, SarkarOptions.of(dimension, distortion));
      assertEquals(1, placed.meanAveragePrecision(placed.graph(), 2));
      double worst = placed.distortion(placed.graph(), 2, 1, 2).worst();
      assertTrue(worst > 1 && worst <= 1 + distortion, () -> worst + " for " + distortion);
    }
  }

  /** Edges from far too short, where nothing can be left out of a search, to long enough. */
  @ParameterizedTest
  @CsvSource({"2, .2", "2, 1", "2, 3", "2, 8", "3, .5", "3, 3", "6, 1", "6, 4"})
  void precisionIsThatOfAllPairs(int dimension, double tau) {
    Tree tree = Trees.random(90, 11);
    Sarkar placed = Sarkar.of(tree, ofLength(dimension, tau));
    Graph circle = Trees.cycle(90);
    for (Graph graph : new Graph[] {placed.graph(), circle}) {
      assertEquals(
          AllPairs.meanAveragePrecision(graph, placed::distance),
          placed.meanAveragePrecision(graph, 1),
          1e-12);
    }
  }

  @Test
  void threadsDoNotMatter() {
    Sarkar placed = Sarkar.of(Trees.random(2500, 3), SarkarOptions.of(2, 1));
    Graph circle = Trees.cycle(2500);
    assertEquals(placed.meanAveragePrecision(circle, 1), placed.meanAveragePrecision(circle, 3));
    Distortion one = placed.distortion(placed.graph(), 50, 9, 1);
    assertEquals(one, placed.distortion(placed.graph(), 50, 9, 3));
    Distortion all = placed.distortion(placed.graph(), 2500, 9, 2);
    assertTrue(all.exact() && !one.exact());
    assertEquals(all.average(), one.average(), 2 * one.interval());
    assertTrue(all.worst() >= one.worst());
  }

  @Test
  void moreNodesThanDoublesCanTellApart() {
    Sarkar deep = Sarkar.of(Trees.complete(2, 7), SarkarOptions.of(2, .1));
    PreciseCoordinates coordinates = deep.coordinates();
    double[] doubles = coordinates.toDoubles();
    assertTrue(coordinates.collapsed(doubles) > 100);
    for (int at = 0; at < doubles.length; at += 2) {
      assertTrue(Math.hypot(doubles[at], doubles[at + 1]) <= 1);
    }
    Sarkar flat = Sarkar.of(Trees.complete(2, 3), ofLength(2, 3));
    coordinates = flat.coordinates();
    doubles = coordinates.toDoubles();
    assertEquals(0, coordinates.collapsed(doubles));
    for (int node = 0; node < coordinates.nodes(); node++) {
      assertEquals(coordinates.coordinate(node, 0).doubleValue(), doubles[2 * node]);
      assertEquals(coordinates.coordinate(node, 1).doubleValue(), doubles[2 * node + 1]);
    }
  }

  @Test
  void aMiddleRootTakesHalfTheBits() {
    int[] chain = new int[41];
    for (int node = 0; node < 41; node++) {
      chain[node] = node - 1;
    }
    Tree tree = Tree.of(chain);
    Sarkar middle = Sarkar.of(tree, ofLength(2, 10));
    Sarkar end =
        Sarkar.of(
            tree,
            new SarkarOptions(
                2, 1, OptionalDouble.of(10), SpanningTree.DISTANCES, OptionalInt.of(0)));
    assertEquals(20, middle.tree().height());
    assertEquals(0, end.tree().root());
    assertEquals(20 * 10 / Math.log(2), end.bits() - middle.bits(), 2);
    // a chain is straight, in the plane and elsewhere
    assertEquals(400, end.distance(0, 40), 1e-10);
    assertEquals(400, Sarkar.of(tree, ofLength(3, 10)).distance(0, 40), 1e-10);
  }

  @Test
  void partsAreJoinedByANodeThatDoesNotCount() {
    Tree forest = Tree.of(new int[] {-1, 0, 0, -1, 3, -1});
    assertEquals(7, forest.size());
    assertEquals(6, forest.nodes());
    Sarkar placed = Sarkar.of(forest, SarkarOptions.of(2));
    assertEquals(6, placed.graph().size());
    assertEquals(3, placed.graph().edges());
    assertEquals(6, placed.coordinates().nodes());
    assertEquals(1, placed.meanAveragePrecision(placed.graph(), 1));
    assertEquals(1, placed.meanAveragePrecision(placed.tree().graph(), 1));
    assertTrue(placed.distortion(placed.graph(), 2, 1, 1).worst() <= 1.1);
    Sarkar again = Sarkar.of(placed.graph(), SarkarOptions.of(3));
    assertEquals(1, again.meanAveragePrecision(placed.graph(), 1));
    Sarkar lone = Sarkar.of(Tree.of(new int[] {-1}), SarkarOptions.of(2));
    assertArrayEquals(new double[2], lone.coordinates().toDoubles());
  }

  @Test
  void aCycleLosesOneEdge() {
    for (SpanningTree spanning : SpanningTree.values()) {
      Graph cycle = Trees.cycle(9);
      Sarkar placed = Sarkar.of(cycle, SarkarOptions.of(2, .1).with(spanning));
      assertEquals(8, placed.tree().graph().edges());
      // two ends of a chain of nine: their lost neighbour is the last of eight
      assertEquals((7 + 2 * (1 + 2 / 8.0) / 2) / 9, placed.meanAveragePrecision(cycle, 1), 1e-12);
      assertEquals(8, placed.distortion(cycle, 2, 1, 1).worst(), 1e-9);
    }
  }

  @Test
  void spanningTreesKeepWhatTheyAreFor() {
    Graph graph = Trees.withShortcuts(Trees.random(300, 2).graph(), 40, 4);
    SarkarOptions options = SarkarOptions.of(2, .1);
    Sarkar near = Sarkar.of(graph, options.with(SpanningTree.DISTANCES));
    Sarkar neighbours = Sarkar.of(graph, options.with(SpanningTree.NEIGHBOURS));
    assertTrue(near.bits() < neighbours.bits());
    assertTrue(
        near.distortion(graph, 2, 1, 1).average()
            < neighbours.distortion(graph, 2, 1, 1).average());
    assertTrue(near.meanAveragePrecision(graph, 1) < neighbours.meanAveragePrecision(graph, 1));
  }

  @Test
  void whatIsNoTreeIsToldSo() {
    assertMessage("no root among 2 nodes", () -> Tree.of(new int[] {1, 0}));
    assertMessage("2 nodes of 3 are not below a root", () -> Tree.of(new int[] {-1, 2, 1}));
    assertMessage("nodes are numbered from 0 to 1", () -> Tree.of(new int[] {-1, 5}));
    assertMessage("joins node 1 to itself", () -> Tree.of(new int[] {-1, 1}));
    assertMessage("dimension 1", () -> SarkarOptions.of(1));
    assertMessage("distortion 0.0", () -> SarkarOptions.of(2, 0));
    assertMessage("tau NaN", () -> ofLength(2, Double.NaN));
    assertMessage("root 9", () -> Trees.complete(2, 1).rootedAt(9));
    assertMessage(
        "bits each: 2 edges", () -> Sarkar.of(Trees.random(4, 1), SarkarOptions.of(2, 1e-8)));
  }

  private static void assertMessage(String part, Runnable action) {
    String message = assertThrows(IllegalArgumentException.class, action::run).getMessage();
    assertTrue(String.valueOf(message).contains(part), message);
  }

  private static SarkarOptions ofLength(int dimension, double tau) {
    return new SarkarOptions(
        dimension, 1, OptionalDouble.of(tau), SpanningTree.DISTANCES, OptionalInt.empty());
  }
}
