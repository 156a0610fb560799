package org.conceptspaces.taxonomy.sampling;

import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.Closure;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.jspecify.annotations.Nullable;

/**
 * Training pairs of a node and a partner. Batches read on through an endless row of epochs; an
 * epoch is a random order of all nodes that have a parent, so each is seen once per epoch, and
 * every batch is full (one may reach into the next epoch). The partner is an ancestor or a sibling,
 * in chosen shares; within each kind all are equally likely (of siblings, first the parent in
 * common is drawn). A node without siblings gets an ancestor.
 *
 * <p>A batch follows from the hierarchy, the options, the seed and the step alone, so that a run
 * can be taken up at any step. Safe for use by several threads.
 */
public final class PairSampler {

  private static final long ORDER = 2;
  private static final long PARTNER = 3;

  private final Hierarchy hierarchy;
  private final Closure closure;
  private final int batchSize;
  private final PartnerShares shares;
  private final long seed;
  private final int[] nodes;
  // spares the shuffle while steps stay within an epoch; never changes what comes out
  private volatile @Nullable Epoch latest;

  /**
   * A sampler over all nodes with a parent.
   *
   * @param hierarchy the training hierarchy
   * @param batchSize pairs per batch, above 0
   * @param shares how often a partner is a parent, any ancestor or a sibling
   * @param seed chooses orders and partners
   * @throws IllegalArgumentException if the batch size is not above 0
   */
  public PairSampler(Hierarchy hierarchy, int batchSize, PartnerShares shares, long seed) {
    if (batchSize <= 0) {
      throw new IllegalArgumentException("batch size " + batchSize + " is not above 0");
    }
    this.hierarchy = hierarchy;
    this.closure = hierarchy.closure();
    this.batchSize = batchSize;
    this.shares = shares;
    this.seed = seed;
    this.nodes =
        IntStream.range(0, hierarchy.size()).filter(n -> hierarchy.parentCount(n) > 0).toArray();
  }

  /**
   * A sampler with the default shares.
   *
   * @param training the training taxonomy
   * @param batchSize pairs per batch, above 0
   * @param seed chooses orders and partners
   */
  public PairSampler(TextTaxonomy training, int batchSize, long seed) {
    this(training.hierarchy(), batchSize, PartnerShares.DEFAULT, seed);
  }

  /**
   * The number of pairs in an epoch: of nodes with a parent.
   *
   * @return one at least
   */
  public int epochSize() {
    return nodes.length;
  }

  /**
   * The pairs of a training step.
   *
   * @param step from 0
   * @return a new batch
   */
  public PairBatch batch(long step) {
    if (step < 0) {
      throw new IllegalArgumentException("step " + step + " is below 0");
    }
    int[] chosen = new int[batchSize];
    int[] partners = new int[batchSize];
    long first = Math.multiplyExact(step, batchSize);
    for (int i = 0; i < batchSize; i++) {
      long position = first + i;
      int[] order = order(position / nodes.length);
      chosen[i] = order[(int) (position % nodes.length)];
      partners[i] = partner(chosen[i], new SeededRandom(seed, PARTNER, position));
    }
    return new PairBatch(chosen, partners);
  }

  private int partner(int node, SeededRandom random) {
    if (shares.siblings() > 0 && random.nextDouble() < shares.siblings()) {
      int[] siblings = siblings(node, parent(node, random));
      if (siblings.length > 0) {
        return siblings[random.nextInt(siblings.length)];
      }
    }
    return random.nextDouble() < shares.parents()
        ? parent(node, random)
        : closure.ancestor(node, random.nextInt(closure.ancestorCount(node)));
  }

  private int parent(int node, SeededRandom random) {
    return hierarchy.parent(node, random.nextInt(hierarchy.parentCount(node)));
  }

  private int[] siblings(int node, int parent) {
    return IntStream.of(hierarchy.children(parent)).filter(child -> child != node).toArray();
  }

  private int[] order(long number) {
    Epoch epoch = latest;
    if (epoch == null || epoch.number != number) {
      int[] order = nodes.clone();
      new SeededRandom(seed, ORDER, number).shuffle(order);
      epoch = new Epoch(number, order);
      latest = epoch;
    }
    return epoch.order;
  }

  private static final class Epoch {
    private final long number;
    private final int[] order;

    private Epoch(long number, int[] order) {
      this.number = number;
      this.order = order;
    }
  }
}
