package org.conceptspaces.taxonomy.embedding;

import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.sampling.SeededRandom;

/** Where points are before training: tangents at the origin, so that it fits every geometry. */
public enum Start {

  /** Uniformly in a tiny cube around the origin, as Nickel and Kiela start. */
  RANDOM {
    @Override
    public double[][] tangents(Hierarchy hierarchy, int dimension, long seed) {
      double[][] tangents = new double[hierarchy.size()][dimension];
      for (int node = 0; node < tangents.length; node++) {
        SeededRandom random = new SeededRandom(seed, PLACE, node);
        for (int k = 0; k < dimension; k++) {
          tangents[node][k] = (2 * random.nextDouble() - 1) * TINY;
        }
      }
      return tangents;
    }
  },

  /**
   * A random walk down the hierarchy: a node starts at the mean of its parents plus a Gaussian step
   * of expected square {@code (½·(m/n)^(1/d))²}, where {@code m} of all {@code n} nodes are below
   * the larger parent: a branch gets room as it needs. Nodes of one branch start in one direction,
   * which training from {@link #RANDOM} has to find by chance, and along geodesics no longer can
   * once points are far out, where turning takes them through the centre.
   */
  HIERARCHY {
    @Override
    public double[][] tangents(Hierarchy hierarchy, int dimension, long seed) {
      double[][] tangents = new double[hierarchy.size()][dimension];
      int[] sizes = sizes(hierarchy);
      for (int node : hierarchy.topologicalOrder()) {
        SeededRandom random = new SeededRandom(seed, PLACE, node);
        int parents = hierarchy.parentCount(node);
        int largest = parents == 0 ? hierarchy.size() : 0;
        for (int i = 0; i < parents; i++) {
          largest = Math.max(largest, sizes[hierarchy.parent(node, i)]);
        }
        double share = (double) largest / hierarchy.size();
        double length = SPREAD * Math.pow(share, 1.0 / dimension) / Math.sqrt(dimension);
        for (int k = 0; k < dimension; k++) {
          double sum = 0;
          for (int i = 0; i < parents; i++) {
            sum += tangents[hierarchy.parent(node, i)][k];
          }
          tangents[node][k] = (parents == 0 ? 0 : sum / parents) + length * gaussian(random);
        }
      }
      return tangents;
    }
  };

  private static final int PLACE = 2;
  private static final double TINY = 1e-3;
  private static final double SPREAD = 0.5;

  /**
   * The tangents.
   *
   * @param hierarchy the nodes
   * @param dimension how many components each has
   * @param seed seeds them
   * @return {@code [nodes][dimension]}
   */
  public abstract double[][] tangents(Hierarchy hierarchy, int dimension, long seed);

  // each node with all below it; a node of several parents counts for the first
  private static int[] sizes(Hierarchy hierarchy) {
    int[] sizes = new int[hierarchy.size()];
    int[] order = hierarchy.topologicalOrder();
    for (int i = order.length - 1; i >= 0; i--) {
      int node = order[i];
      sizes[node]++;
      if (hierarchy.parentCount(node) > 0) {
        sizes[hierarchy.parent(node, 0)] += sizes[node];
      }
    }
    return sizes;
  }

  // Box and Muller (1958)
  private static double gaussian(SeededRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
