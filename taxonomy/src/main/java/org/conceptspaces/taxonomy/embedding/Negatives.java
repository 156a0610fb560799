package org.conceptspaces.taxonomy.embedding;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.sampling.SeededRandom;
import org.jspecify.annotations.Nullable;

/**
 * Draws negatives of a node: never the node itself nor one that it is related to. By the alias
 * method of Walker (1977) where they are not uniform.
 */
final class Negatives {

  private static final int MANY = 1000;

  private final RelatedPairs pairs;
  private final int nodes;
  private final double @Nullable [] keep;
  private final int[] alias;

  Negatives(RelatedPairs pairs, double dampening) {
    this.pairs = pairs;
    this.nodes = pairs.nodes();
    check(pairs, node -> "node " + node);
    if (dampening == 0) {
      keep = null;
      alias = new int[0];
      return;
    }
    keep = weights(pairs, dampening);
    alias = new int[nodes];
    arrange(keep, alias);
  }

  /**
   * Refuses pairs that leave a node without negatives.
   *
   * @param pairs the pairs
   * @param name what to call a node
   */
  static void check(RelatedPairs pairs, IntFunction<String> name) {
    int others = pairs.nodes() - 1;
    for (int node = 0; node <= others; node++) {
      if (pairs.count(node) == others) {
        throw new DataException(
            name.apply(node)
                + " is related to all "
                + others
                + " others, so that nothing is left to tell them from; train on the direct edges,"
                + " or give more nodes");
      }
    }
  }

  // every node is counted once more, so that each can be drawn
  private static double[] weights(RelatedPairs pairs, double dampening) {
    double[] weights = new double[pairs.nodes()];
    Arrays.fill(weights, 1);
    for (int node = 0; node < weights.length; node++) {
      weights[node] += pairs.count(node);
      for (int i = 0; i < pairs.count(node); i++) {
        weights[pairs.related(node, i)]++;
      }
    }
    double sum = 0;
    for (int node = 0; node < weights.length; node++) {
      weights[node] = Math.pow(weights[node], dampening);
      sum += weights[node];
    }
    for (int node = 0; node < weights.length; node++) {
      weights[node] *= weights.length / sum;
    }
    return weights;
  }

  // Vose (1991): those with less than their share are filled up by those with more
  private static void arrange(double[] keep, int[] alias) {
    int[] small = new int[keep.length];
    int[] large = new int[keep.length];
    int smalls = 0;
    int larges = 0;
    for (int node = 0; node < keep.length; node++) {
      alias[node] = node;
      if (keep[node] < 1) {
        small[smalls++] = node;
      } else {
        large[larges++] = node;
      }
    }
    while (smalls > 0 && larges > 0) {
      int less = small[--smalls];
      int more = large[--larges];
      alias[less] = more;
      keep[more] -= 1 - keep[less];
      if (keep[more] < 1) {
        small[smalls++] = more;
      } else {
        large[larges++] = more;
      }
    }
  }

  /** Draws for a node. */
  void draw(int node, SeededRandom random, int[] out, int from, int count) {
    for (int i = from; i < from + count; i++) {
      int drawn = draw(random);
      int tries = 0;
      while (drawn == node || pairs.contains(node, drawn)) {
        drawn = ++tries < MANY ? draw(random) : next(node, drawn);
      }
      out[i] = drawn;
    }
  }

  // a node that is related to almost all others
  private int next(int node, int drawn) {
    int other = (drawn + 1) % nodes;
    while (other == node || pairs.contains(node, other)) {
      other = (other + 1) % nodes;
    }
    return other;
  }

  private int draw(SeededRandom random) {
    long bits = random.nextLong();
    // Lemire (2019) without his rejection: off by less than nodes/2³² of itself
    int node = (int) (((bits >>> Integer.SIZE) * nodes) >>> Integer.SIZE);
    if (keep == null) {
      return node;
    }
    return (bits & 0xFFFFFFFFL) * 0x1p-32 < keep[node] ? node : alias[node];
  }
}
