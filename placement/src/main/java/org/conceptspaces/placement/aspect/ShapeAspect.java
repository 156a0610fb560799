package org.conceptspaces.placement.aspect;

import java.util.List;
import java.util.function.IntConsumer;
import org.conceptspaces.placement.Query;
import org.conceptspaces.taxonomy.Hierarchy;

/** Where in the taxonomy a candidate is: nodes with many children are parents more often. */
public final class ShapeAspect implements Aspect {

  private final Hierarchy hierarchy;
  private final double[] size;
  private final float[] depth;

  /**
   * Measures the taxonomy.
   *
   * @param hierarchy the taxonomy's
   */
  public ShapeAspect(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    size = sizes(hierarchy);
    depth = new float[hierarchy.size()];
    for (int node = 0; node < depth.length; node++) {
      depth[node] = hierarchy.depth(node);
    }
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
        row[at + 2] = depth[candidate];
        // without the text's own node, or its parents would be told by their size
        int own = hierarchy.childCount(candidate) - children;
        double absent = own == 0 ? 0 : size[query.node()] / hierarchy.parentCount(query.node());
        row[at + 3] = (float) Math.log(size[candidate] - absent);
      }
    };
  }
}
