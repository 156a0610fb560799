package org.conceptspaces.taxonomy.baseline;

import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.ranking.ParentMetrics;
import org.conceptspaces.taxonomy.ranking.ParentRanking;
import org.conceptspaces.taxonomy.sampling.Split;

/** Places every text alike: under the node with the most children in training. */
public final class MostFrequentParent {

  private MostFrequentParent() {}

  /**
   * The score of every node as the parent of any text.
   *
   * @param hierarchy the training hierarchy
   * @return a new array: the number of children of each node, by index
   */
  public static double[] scores(Hierarchy hierarchy) {
    double[] scores = new double[hierarchy.size()];
    for (int node = 0; node < scores.length; node++) {
      scores[node] = hierarchy.childCount(node);
    }
    return scores;
  }

  /**
   * Places all held-out leaves.
   *
   * @param split what is held out of what
   * @return how well
   */
  public static ParentMetrics evaluate(Split split) {
    double[] scores = scores(split.training().hierarchy());
    ParentRanking ranking = new ParentRanking(split.training().hierarchy());
    for (int leaf : split.heldOut()) {
      ranking.accept(split.trueParents(leaf), scores);
    }
    return ranking.result();
  }
}
