package org.conceptspaces.integration.comparison;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.conceptspaces.api.pairs.PairTable;
import org.conceptspaces.integration.comparison.TrainedPoints.Recipe;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.source.Sources;
import org.conceptspaces.testkit.comparison.Cell;
import org.conceptspaces.testkit.comparison.Claim;
import org.conceptspaces.testkit.comparison.CompareSpaces;
import org.conceptspaces.testkit.comparison.Comparison;
import org.conceptspaces.testkit.comparison.Measurement;

/** Trees grow as balls do. Measured as Nickel and Kiela do: all ancestors, among all nodes. */
@CompareSpaces(
    spaces = {"euclidean", "poincare"},
    dimensions = {2, 5},
    seeds = {1, 2, 3, 4, 5})
class TreesTest {

  private static final Map<String, Recipe> RECIPES =
      Map.of("euclidean", new Recipe(1, 0.3), "poincare", new Recipe(0.5, 1));

  @Measurement
  void balancedTree(Cell cell) {
    cell.record("balanced", precision(cell, Graphs.tree(3, 4)));
  }

  @Measurement
  void dogs(Cell cell) {
    cell.record("dogs", precision(cell, Sources.open("wordnet:dog.n.01").hierarchy()));
  }

  private static double precision(Cell cell, Hierarchy tree) {
    RelatedPairs ancestors = RelatedPairs.ancestors(tree.closure());
    PairTable points = TrainedPoints.of(cell, tree, ancestors, RECIPES);
    return TrainedPoints.meanAveragePrecision(points, ancestors);
  }

  @Claim
  void theBallKeepsTrees(Comparison comparison) {
    comparison.metric("balanced").of("poincare").beatsBy("euclidean", 0.3).isAbove(0.9);
    comparison.metric("dogs").of("poincare").beatsBy("euclidean", 0.5).isAbove(0.9);
  }

  /** The room that flat space lacks, more dimensions give. */
  @Claim
  void dimensionsHelpFlatSpace(Comparison comparison) {
    comparison.metric("balanced").at(2).of("euclidean").isBelow(0.45);
    comparison.metric("balanced").at(5).of("euclidean").isAbove(0.5).isBelow(0.7);
  }

  /** What the measurements do not bear fails. */
  @Claim
  void flatSpaceDoesNotKeepTrees(Comparison comparison) {
    for (String graph : comparison.metrics()) {
      assertThrows(
          AssertionError.class, () -> comparison.metric(graph).of("euclidean").beats("poincare"));
      assertThrows(
          AssertionError.class,
          () -> comparison.metric(graph).of("euclidean").isAsGoodAs("poincare", 0.1));
    }
  }
}
