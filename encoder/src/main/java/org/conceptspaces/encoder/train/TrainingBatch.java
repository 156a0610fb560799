package org.conceptspaces.encoder.train;

import java.util.Arrays;
import org.conceptspaces.encoder.text.MaskedTexts;
import org.conceptspaces.taxonomy.Closure;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.sampling.Relations;

/**
 * What one step trains on: the texts of {@code N} distinct nodes, and how the nodes are related.
 *
 * @param texts the texts, masked
 * @param related row by row, 1 where two nodes are the same or one is the other's ancestor, {@code
 *     [N · N]}
 * @param pull row by row, how much a node (row) is to be pulled to its ancestors (columns); each
 *     row sums to 1, or to 0 where no ancestor is in the batch, {@code [N · N]}
 */
@SuppressWarnings("ArrayRecordComponent") // made for one step, and never written to
public record TrainingBatch(MaskedTexts texts, float[] related, float[] pull) {

  /**
   * Relates the nodes of a batch.
   *
   * @param hierarchy the training hierarchy
   * @param nodes distinct nodes
   * @param texts their texts, masked
   * @param parentShare how much of a node's pull goes to its parents; the rest goes to all its
   *     ancestors
   */
  static TrainingBatch of(Hierarchy hierarchy, int[] nodes, MaskedTexts texts, double parentShare) {
    Closure closure = hierarchy.closure();
    int n = nodes.length;
    float[] pull = new float[n * n];
    for (int row = 0; row < n; row++) {
      int[] parents = Arrays.stream(hierarchy.parents(nodes[row])).sorted().toArray();
      float[] toParents = new float[n];
      float[] toAncestors = new float[n];
      for (int column = 0; column < n; column++) {
        if (closure.isAncestor(nodes[column], nodes[row])) {
          toAncestors[column] = 1;
          toParents[column] = Arrays.binarySearch(parents, nodes[column]) >= 0 ? 1 : 0;
        }
      }
      float parentWeight = weight(toParents, (float) parentShare);
      float ancestorWeight = weight(toAncestors, parentWeight > 0 ? 1 - (float) parentShare : 1);
      for (int column = 0; column < n; column++) {
        pull[row * n + column] =
            parentWeight * toParents[column] + ancestorWeight * toAncestors[column];
      }
    }
    return new TrainingBatch(texts, Relations.mask(closure, nodes, nodes), pull);
  }

  /** What each of the marked gets when they share a total. */
  private static float weight(float[] marked, float total) {
    float count = 0;
    for (float mark : marked) {
      count += mark;
    }
    return count > 0 ? total / count : 0;
  }

  /**
   * The number of tokens, padding not counted.
   *
   * @return the sum of the texts' lengths
   */
  public long tokens() {
    return Arrays.stream(texts.texts()).mapToLong(text -> text.length).sum();
  }
}
