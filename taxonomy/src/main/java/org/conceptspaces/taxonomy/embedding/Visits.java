package org.conceptspaces.taxonomy.embedding;

import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.sampling.SeededRandom;

/** All pairs, cut into visits: a node with some of its related nodes. */
final class Visits {

  /** How many visits, one after the other in an epoch's order, draw from one generator. */
  static final int CHUNK = 64;

  private static final int SHUFFLE = 1;
  private static final int DRAWS = 3;

  private final RelatedPairs pairs;
  private final int[] nodes;
  private final int[] starts;
  private final int[] counts;

  Visits(RelatedPairs pairs, int together) {
    this.pairs = pairs;
    int visits = 0;
    for (int node = 0; node < pairs.nodes(); node++) {
      visits += visitsOf(pairs.count(node), together);
    }
    nodes = new int[visits];
    starts = new int[visits];
    counts = new int[visits];
    int at = 0;
    for (int node = 0; node < pairs.nodes(); node++) {
      int related = pairs.count(node);
      int parts = visitsOf(related, together);
      for (int part = 0; part < parts; part++) {
        nodes[at] = node;
        starts[at] = (int) ((long) related * part / parts);
        counts[at] = (int) ((long) related * (part + 1) / parts) - starts[at];
        at++;
      }
    }
  }

  // parts of almost equal size
  private static int visitsOf(int related, int together) {
    return (related + together - 1) / together;
  }

  /** How many related nodes a visit has at most. */
  int largest() {
    int largest = 0;
    for (int count : counts) {
      largest = Math.max(largest, count);
    }
    return largest;
  }

  int size() {
    return nodes.length;
  }

  /** The visits in the order of an epoch, which follows from seed and epoch alone. */
  int[] order(long seed, int epoch) {
    int[] order = new int[nodes.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    new SeededRandom(seed, SHUFFLE, epoch).shuffle(order);
    return order;
  }

  /** What the negatives of an epoch's chunk of visits are drawn with, whichever engine draws. */
  static SeededRandom draws(long seed, int epoch, int chunk) {
    return new SeededRandom(seed, DRAWS, epoch, chunk);
  }

  int node(int visit) {
    return nodes[visit];
  }

  int count(int visit) {
    return counts[visit];
  }

  int related(int visit, int which) {
    return pairs.related(nodes[visit], starts[visit] + which);
  }
}
