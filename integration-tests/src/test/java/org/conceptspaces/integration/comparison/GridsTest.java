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
 * A grid is flat. Measured as De Sa and others (2018) do: the neighbours among all nodes, and the
 * distortion of distances in the graph. The sharper the objective, the nearer to the origin of the
 * ball points lie and the less curvature they see; a ball of little curvature keeps a grid.
 */
@CompareSpaces(
    spaces = {"euclidean", "poincare", "nearly flat = {space: poincare, curvature: 0.01}"},
    dimensions = 2,
    seeds = {1, 2, 3, 4, 5})
class GridsTest {

  private static final Map<String, Recipe> RECIPES =
      Map.of(
          "euclidean",
          new Recipe(4, 0.3),
          "poincare",
          new Recipe(8, 0.1),
          "nearly flat",
          new Recipe(4, 0.3));

  private final Hierarchy grid = Graphs.product(Graphs.path(12), Graphs.path(12));

  @Measurement
  void grid(Cell cell) {
    RelatedPairs neighbours = RelatedPairs.neighbours(grid);
    PairTable points = TrainedPoints.of(cell, grid, neighbours, RECIPES);
    cell.record("map", TrainedPoints.meanAveragePrecision(points, neighbours));
    cell.record("distortion", TrainedPoints.distortion(points, grid));
  }

  @Claim
  void flatSpaceKeepsGrids(Comparison comparison) {
    comparison.metric("map").of("euclidean").beats("poincare").isAbove(0.99);
    comparison.metric("distortion").smallerIsBetter().of("euclidean").beatsBy("poincare", 0.05);
  }

  @Claim
  void curvatureIsWhatItCosts(Comparison comparison) {
    comparison.metric("map").of("nearly flat").beats("poincare").isAsGoodAs("euclidean", 0.01);
    comparison.metric("distortion").smallerIsBetter().of("nearly flat").beats("poincare");
  }

  /** What the measurements do not bear fails. */
  @Claim
  void theBallDoesNotKeepGrids(Comparison comparison) {
    assertThrows(
        AssertionError.class, () -> comparison.metric("map").of("poincare").beats("euclidean"));
    assertThrows(
        AssertionError.class,
        () -> comparison.metric("distortion").of("euclidean").beats("poincare"));
  }
}
