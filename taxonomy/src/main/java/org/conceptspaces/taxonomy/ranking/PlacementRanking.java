package org.conceptspaces.taxonomy.ranking;

import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.taxonomy.sampling.Split;

/**
 * Places held-out leaves from their distances to all training nodes, in two ways at once: the
 * nearest node is the parent, or the nearest nodes' parents are voted on.
 */
public final class PlacementRanking {

  private final Split split;
  private final NeighbourVote vote;
  private final ParentRanking nearest;
  private final ParentRanking voted;
  private final List<Integer> predictions = new ArrayList<>();

  /**
   * A placement by distances, with the default vote.
   *
   * @param split what is held out of what
   */
  public PlacementRanking(Split split) {
    this(split, new NeighbourVote(split.training().hierarchy(), VoteKernel.EXPONENTIAL_DISTANCE));
  }

  /**
   * A placement by distances.
   *
   * @param split what is held out of what
   * @param vote a vote over the training hierarchy, by distance
   */
  public PlacementRanking(Split split, NeighbourVote vote) {
    this.split = split;
    this.vote = vote;
    nearest = new ParentRanking(split.training().hierarchy());
    voted = new ParentRanking(split.training().hierarchy());
  }

  /**
   * Places a held-out leaf.
   *
   * @param heldOut its index in the full taxonomy, one of {@link Split#heldOut()}
   * @param distances from its text to every training node, by training index; NaN is refused
   */
  public void accept(int heldOut, double[] distances) {
    int[] parents = split.trueParents(heldOut);
    double[] scores = vote.scores(distances);
    nearest.acceptDistances(parents, distances);
    voted.accept(parents, scores);
    predictions.add(highest(scores));
  }

  private static int highest(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }

  /**
   * The parent that the vote would give to each leaf.
   *
   * @return training indexes, in the order in which leaves were accepted
   */
  public int[] predictions() {
    return predictions.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * All training nodes ranked as the parent by distance alone.
   *
   * @return the ranking so far
   */
  public ParentRanking nearest() {
    return nearest;
  }

  /**
   * All training nodes ranked as the parent by the vote.
   *
   * @return the ranking so far
   */
  public ParentRanking voted() {
    return voted;
  }
}
