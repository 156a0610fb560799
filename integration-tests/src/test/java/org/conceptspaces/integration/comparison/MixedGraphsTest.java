package org.conceptspaces.integration.comparison;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.conceptspaces.api.pairs.PairTable;
import org.conceptspaces.integration.comparison.TrainedPoints.Recipe;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.testkit.comparison.Cell;
import org.conceptspaces.testkit.comparison.Claim;
import org.conceptspaces.testkit.comparison.CompareSpaces;
import org.conceptspaces.testkit.comparison.Comparison;
import org.conceptspaces.testkit.comparison.Measurement;

/**
 * A tree times a path wants a ball times a line. Measured as Gu and others (2019) do: the
 * neighbours among all nodes, and the distortion of distances in the graph. The objective is about
 * neighbours: by distortion the product beats flat space, and the ball is no worse than it.
 */
@CompareSpaces(
    spaces = {
      "euclidean",
      "poincare",
      "mixed = {space: product, parts: [{space: poincare, dimension: 2}, {space: euclidean, share: 1}]}"
    },
    dimensions = 3,
    seeds = {1, 2, 3, 4, 5})
class MixedGraphsTest {

  private static final Map<String, Recipe> RECIPES =
      Map.of(
          "euclidean",
          new Recipe(1, 0.5),
          "poincare",
          new Recipe(8, 0.1),
          "mixed",
          new Recipe(4, 0.5));

  private final Hierarchy treeTimesPath = Graphs.product(Graphs.tree(4, 3), Graphs.path(6));

  @Measurement
  void treeTimesPath(Cell cell) {
    RelatedPairs neighbours = RelatedPairs.neighbours(treeTimesPath);
    PairTable points = TrainedPoints.of(cell, treeTimesPath, neighbours, RECIPES);
    cell.record("map", TrainedPoints.meanAveragePrecision(points, neighbours));
    cell.record("distortion", TrainedPoints.distortion(points, treeTimesPath));
  }

  @Claim
  void theProductKeepsBoth(Comparison comparison) {
    comparison.metric("map").of("mixed").beats("euclidean").beats("poincare");
    comparison.metric("distortion").smallerIsBetter().of("mixed").beats("euclidean");
  }

  /** What the measurements do not bear fails. */
  @Claim
  void neitherPartDoesAlone(Comparison comparison) {
    for (String part : new String[] {"euclidean", "poincare"}) {
      assertThrows(AssertionError.class, () -> comparison.metric("map").of(part).beats("mixed"));
    }
  }
}
