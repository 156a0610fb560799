package org.conceptspaces.encoder.train;

import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.Closure;

/**
 * Which nodes of a batch are above which.
 *
 * @param above row by row, 1 where the row's node is above the column's, {@code [N · N]}
 * @param unrelated row by row, 1 where neither node is above the other and they are different,
 *     {@code [N · N]}
 * @param threes rows of a node, an ancestor and an ancestor of that one, in turn, {@code [3 · T]}
 */
@SuppressWarnings("ArrayRecordComponent") // made for one step, and never written to
record Ancestry(float[] above, float[] unrelated, int[] threes) {

  /**
   * Relates the nodes of a batch.
   *
   * @param closure the closure of their hierarchy
   * @param nodes distinct nodes
   */
  static Ancestry of(Closure closure, int[] nodes) {
    int n = nodes.length;
    float[] above = new float[n * n];
    float[] unrelated = new float[n * n];
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        boolean ancestor = closure.isAncestor(nodes[row], nodes[column]);
        above[row * n + column] = ancestor ? 1 : 0;
        boolean other = row != column && !closure.related(nodes[row], nodes[column]);
        unrelated[row * n + column] = other ? 1 : 0;
      }
    }
    return new Ancestry(above, unrelated, threes(above, n));
  }

  private static int[] threes(float[] above, int n) {
    IntStream.Builder threes = IntStream.builder();
    for (int low = 0; low < n; low++) {
      for (int middle = 0; middle < n; middle++) {
        for (int high = 0; above[middle * n + low] > 0 && high < n; high++) {
          if (above[high * n + middle] > 0) {
            threes.add(low).add(middle).add(high);
          }
        }
      }
    }
    return threes.build().toArray();
  }
}
