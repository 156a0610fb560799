package org.conceptspaces.taxonomy.sampling;

import org.conceptspaces.taxonomy.Closure;

/**
 * Which nodes of a batch may not serve as each other's negatives: the same node, an ancestor or a
 * descendant.
 */
public final class Relations {

  private Relations() {}

  /**
   * The relation of every row node to every column node.
   *
   * @param closure the closure of their hierarchy
   * @param rows n node indexes, repeats allowed
   * @param columns m node indexes, repeats allowed
   * @return [n][m], true where the two are the same or one is an ancestor of the other
   */
  public static boolean[][] related(Closure closure, int[] rows, int[] columns) {
    boolean[][] related = new boolean[rows.length][columns.length];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns.length; column++) {
        related[row][column] = sameOrRelated(closure, rows[row], columns[column]);
      }
    }
    return related;
  }

  /**
   * The same as numbers in one array, ready for a tensor.
   *
   * @param closure the closure of their hierarchy
   * @param rows n node indexes, repeats allowed
   * @param columns m node indexes, repeats allowed
   * @return n·m numbers, row by row: 1 where related or the same, 0 elsewhere
   */
  public static float[] mask(Closure closure, int[] rows, int[] columns) {
    float[] mask = new float[Math.multiplyExact(rows.length, columns.length)];
    int at = 0;
    for (int row : rows) {
      for (int column : columns) {
        mask[at++] = sameOrRelated(closure, row, column) ? 1f : 0f;
      }
    }
    return mask;
  }

  private static boolean sameOrRelated(Closure closure, int one, int other) {
    return one == other || closure.related(one, other);
  }
}
