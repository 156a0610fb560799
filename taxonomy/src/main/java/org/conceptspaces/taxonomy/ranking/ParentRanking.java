package org.conceptspaces.taxonomy.ranking;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.measure.WuPalmer;

/**
 * Ranks all training nodes as the parent of each held-out text, and keeps the rank of its best true
 * parent. A text with several parents is right if any of them is found. Ties are settled by
 * expectation, never by the order of the nodes: with b candidates better than the best true parent,
 * and with t true parents among t + m candidates at its score, the rank is 1 + b + m / (t + 1), the
 * mean place of the first true one in a random order. So scores that are all equal rank in the
 * middle. For hits such a mean rank must itself be at most 1 or 10.
 *
 * <p>How far off first answers are tells {@link WuPalmer}: of the highest score, and of whichever
 * true parent is more similar; the mean over all nodes of the highest score where several share it.
 */
public final class ParentRanking {

  private final WuPalmer similarity;
  private double[] ranks = new double[64];
  private double similaritySum;
  private int count;

  /**
   * A ranking without texts.
   *
   * @param hierarchy the training hierarchy, whose nodes are ranked
   * @throws org.conceptspaces.taxonomy.DataException if its closure would be too large to hold
   */
  public ParentRanking(Hierarchy hierarchy) {
    similarity = new WuPalmer(hierarchy);
  }

  /**
   * Ranks by score.
   *
   * @param trueParents the indexes of the text's parents, one at least, all distinct
   * @param scores of every training node, by index; higher is better; NaN is refused
   * @return the rank, from 1
   * @throws IllegalArgumentException if there is no true parent or a score is NaN
   */
  public double accept(int[] trueParents, double[] scores) {
    if (trueParents.length == 0) {
      throw new IllegalArgumentException("a text without a true parent cannot be ranked");
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int parent : trueParents) {
      best = Math.max(best, scores[parent]);
    }
    int right = 0;
    for (int parent : trueParents) {
      right += scores[parent] == best ? 1 : 0;
    }
    int better = 0;
    int level = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int node = 0; node < scores.length; node++) {
      if (Double.isNaN(scores[node])) {
        throw new IllegalArgumentException("the score of node " + node + " is NaN");
      }
      better += scores[node] > best ? 1 : 0;
      level += scores[node] == best ? 1 : 0;
      highest = Math.max(highest, scores[node]);
    }
    double rank = 1 + better + (level - right) / (right + 1.0);
    if (count == ranks.length) {
      ranks = Arrays.copyOf(ranks, 2 * count);
    }
    ranks[count++] = rank;
    similaritySum += similarity(trueParents, scores, highest);
    return rank;
  }

  /** The mean similarity of the first answers to the true parent that each is most similar to. */
  private double similarity(int[] trueParents, double[] scores, double highest) {
    double sum = 0;
    int answers = 0;
    for (int node = 0; node < scores.length; node++) {
      if (scores[node] == highest) {
        double most = 0;
        for (int parent : trueParents) {
          most = Math.max(most, similarity.similarity(node, parent));
        }
        sum += most;
        answers++;
      }
    }
    return sum / answers;
  }

  /**
   * Ranks by distance.
   *
   * @param trueParents the indexes of the text's parents, one at least, all distinct
   * @param distances to every training node, by index; lower is better; NaN is refused
   * @return the rank, from 1
   * @throws IllegalArgumentException if there is no true parent or a distance is NaN
   */
  public double acceptDistances(int[] trueParents, double[] distances) {
    return accept(trueParents, DoubleStream.of(distances).map(distance -> -distance).toArray());
  }

  /**
   * The rank of every text so far, in the order they came.
   *
   * @return a new array
   */
  public double[] ranks() {
    return Arrays.copyOf(ranks, count);
  }

  /**
   * The figures over all texts so far.
   *
   * @return the figures
   * @throws IllegalStateException if there was no text
   */
  public ParentMetrics result() {
    if (count == 0) {
      throw new IllegalStateException("no text was ranked yet");
    }
    double reciprocal = 0;
    int first = 0;
    int firstTen = 0;
    for (int i = 0; i < count; i++) {
      reciprocal += 1 / ranks[i];
      first += ranks[i] <= 1 ? 1 : 0;
      firstTen += ranks[i] <= 10 ? 1 : 0;
    }
    return new ParentMetrics(
        reciprocal / count,
        (double) first / count,
        (double) firstTen / count,
        similaritySum / count,
        count);
  }
}
