package org.conceptspaces.placement;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.ranking.ParentMetrics;
import org.conceptspaces.taxonomy.ranking.ParentRanking;

/** How well a placer places texts whose parents are known. */
public final class PlacementScore {

  private final int nodes;
  private final ParentRanking ranking;
  private final Reliability reliability = new Reliability();
  private int belonging;
  private int count;

  /**
   * Without any text yet.
   *
   * @param hierarchy where texts are placed
   */
  public PlacementScore(Hierarchy hierarchy) {
    nodes = hierarchy.size();
    ranking = new ParentRanking(hierarchy);
  }

  /**
   * Takes a placement. All nodes that are no candidates share the ranks after these.
   *
   * @param placement of a text
   * @param parents the text's true parents
   */
  public void accept(Placement placement, int[] parents) {
    double[] scores = new double[nodes];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    for (int rank = 0; rank < placement.places().size(); rank++) {
      scores[placement.places().get(rank).node()] = -rank;
    }
    ranking.accept(parents, scores);
    if (!placement.places().isEmpty()) {
      Place first = placement.places().get(0);
      boolean right = IntStream.of(parents).anyMatch(parent -> parent == first.node());
      reliability.add(first.probability(), right);
    }
    belonging += placement.belongs() ? 1 : 0;
    count++;
  }

  /**
   * How well the first answers and the true parents' ranks are.
   *
   * @return the figures
   * @throws IllegalStateException if there was no text
   */
  public ParentMetrics ranks() {
    return ranking.result();
  }

  /**
   * Whether probabilities are true.
   *
   * @return of the first answers
   */
  public Reliability reliability() {
    return reliability;
  }

  /**
   * How many texts were taken to belong to the taxonomy.
   *
   * @return a share, NaN without any text
   */
  public double belonging() {
    return (double) belonging / count;
  }
}
