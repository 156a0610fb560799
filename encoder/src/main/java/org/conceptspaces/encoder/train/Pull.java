package org.conceptspaces.encoder.train;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.Closure;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.sampling.PartnerShares;

/** How much each node of a batch is to be pulled to each other. */
final class Pull {

  private final Hierarchy hierarchy;
  private final Closure closure;
  private final int[] nodes;
  private final PartnerShares shares;

  Pull(Hierarchy hierarchy, int[] nodes, PartnerShares shares) {
    this.hierarchy = hierarchy;
    this.closure = hierarchy.closure();
    this.nodes = nodes;
    this.shares = shares;
  }

  /**
   * Row by row, each summing to 1, or to 0 where none of a node's kin is there: {@code [N · N]}.
   */
  float[] rows() {
    float[] rows = new float[nodes.length * nodes.length];
    for (int row = 0; row < nodes.length; row++) {
      float[] pull = row(nodes[row]);
      System.arraycopy(pull, 0, rows, row * nodes.length, nodes.length);
    }
    return rows;
  }

  private float[] row(int node) {
    int[] parents = hierarchy.parents(node);
    int[] parentsHere = where(other -> contains(parents, other));
    int[] ancestorsHere = where(other -> closure.isAncestor(other, node));
    int[] siblingsHere = where(other -> shares.siblings() > 0 && sibling(node, parents, other));
    double toSiblings = ancestorsHere.length > 0 ? shares.siblings() : 1;
    double left = siblingsHere.length > 0 ? 1 - toSiblings : 1;
    double toParents = parentsHere.length > 0 ? left * shares.parents() : 0;
    float[] pull = new float[nodes.length];
    spread(toSiblings, siblingsHere, pull);
    spread(toParents, parentsHere, pull);
    spread(left - toParents, ancestorsHere, pull);
    return pull;
  }

  /** Whether two nodes have a parent in common, and neither is above the other. */
  private boolean sibling(int node, int[] parents, int other) {
    return other != node
        && !closure.related(node, other)
        && IntStream.of(hierarchy.parents(other)).anyMatch(parent -> contains(parents, parent));
  }

  private static boolean contains(int[] nodes, int node) {
    return IntStream.of(nodes).anyMatch(one -> one == node);
  }

  /** The columns whose node passes a test. */
  private int[] where(IntPredicate test) {
    return IntStream.range(0, nodes.length).filter(column -> test.test(nodes[column])).toArray();
  }

  /** Adds equal parts of a total at some columns. */
  private static void spread(double total, int[] columns, float[] pull) {
    for (int column : columns) {
      pull[column] += (float) (total / columns.length);
    }
  }
}
