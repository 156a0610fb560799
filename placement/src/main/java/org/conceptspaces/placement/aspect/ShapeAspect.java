package org.conceptspaces.placement.aspect;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.conceptspaces.placement.channel.Query;
import org.conceptspaces.taxonomy.Hierarchy;

/** Where in the taxonomy a candidate is: nodes with many children are parents more often. */
public final class ShapeAspect implements Aspect {

  private final Hierarchy hierarchy;
  private final double[] size;

  /**
   * Measures the taxonomy.
   *
   * @param hierarchy the taxonomy's
   */
  public ShapeAspect(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    size = sizes(hierarchy);
  }

  /** How many nodes are below each, itself included; those with several parents are shared out. */
  private static double[] sizes(Hierarchy hierarchy) {
    double[] sizes = new double[hierarchy.size()];
    int[] order = hierarchy.topologicalOrder();
    for (int i = order.length - 1; i >= 0; i--) {
      int node = order[i];
      sizes[node]++;
      for (int p = 0; p < hierarchy.parentCount(node); p++) {
        sizes[hierarchy.parent(node, p)] += sizes[node] / hierarchy.parentCount(node);
      }
    }
    return sizes;
  }

  @Override
  public String name() {
    return "shape";
  }

  @Override
  public List<String> features() {
    return List.of("log_children", "is_leaf", "depth", "log_size");
  }

  @Override
  public View of(Query query) {
    NodeSums absent = absent(query.node());
    return new View() {
      @Override
      public void propose(IntConsumer candidates) {
        // no node is likely for its place alone
      }

      @Override
      public void write(int candidate, float[] row, int at) {
        int children = Children.count(hierarchy, candidate, query.node());
        row[at] = (float) Math.log1p(children);
        row[at + 1] = children == 0 ? 1 : 0;
        row[at + 2] = hierarchy.depth(candidate);
        row[at + 3] = (float) Math.log(size[candidate] - absent.get(candidate, 0));
      }
    };
  }

  /** What of each ancestor's size is a node's: without it, or ancestors would be told by theirs. */
  private NodeSums absent(int node) {
    NodeSums shares = new NodeSums(1);
    if (node >= 0) {
      // the deepest first, so that a share is whole before it is passed on
      TreeSet<Integer> waiting =
          new TreeSet<>(
              Comparator.<Integer>comparingInt(each -> -hierarchy.depth(each))
                  .thenComparing(Comparator.naturalOrder()));
      shares.set(node, 0, size[node]);
      waiting.add(node);
      while (!waiting.isEmpty()) {
        int next = waiting.pollFirst();
        double share = shares.get(next, 0) / hierarchy.parentCount(next);
        for (int p = 0; p < hierarchy.parentCount(next); p++) {
          shares.add(hierarchy.parent(next, p), 0, share);
          waiting.add(hierarchy.parent(next, p));
        }
      }
    }
    return shares;
  }
}
