package org.conceptspaces.taxonomy.sampling;

import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.Closure;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.jspecify.annotations.Nullable;

/**
 * Training pairs of a node and an ancestor. Batches read on through an endless row of epochs; an
 * epoch is a random order of all nodes that have a parent, so each is seen once per epoch, and
 * every batch is full (one may reach into the next epoch). The ancestor is, with a chosen
 * probability, a random direct parent, otherwise any ancestor, all equally likely.
 *
 * <p>A batch follows from the hierarchy, the options, the seed and the step alone, so that a run
 * can be taken up at any step. Safe for use by several threads.
 */
public final class PairSampler {

  /** The share of pairs with a direct parent unless told otherwise. */
  public static final double DEFAULT_PARENT_PROBABILITY = 0.5;

  private static final long ORDER = 2;
  private static final long ANCESTOR = 3;

  private final Hierarchy hierarchy;
  private final Closure closure;
  private final int batchSize;
  private final double parentProbability;
  private final long seed;
  private final int[] nodes;
  // spares the shuffle while steps stay within an epoch; never changes what comes out
  private volatile @Nullable Epoch latest;

  /**
   * A sampler over all nodes with a parent.
   *
   * @param hierarchy the training hierarchy
   * @param batchSize pairs per batch, above 0
   * @param parentProbability the share of pairs with a direct parent, from 0 to 1; the other pairs
   *     may have one by chance
   * @param seed chooses orders and ancestors
   * @throws IllegalArgumentException if a number is out of range
   */
  public PairSampler(Hierarchy hierarchy, int batchSize, double parentProbability, long seed) {
    if (batchSize <= 0) {
      throw new IllegalArgumentException("batch size " + batchSize + " is not above 0");
    }
    if (!(parentProbability >= 0 && parentProbability <= 1)) {
      throw new IllegalArgumentException(
          "parent probability " + parentProbability + " is not from 0 to 1");
    }
    this.hierarchy = hierarchy;
    this.closure = hierarchy.closure();
    this.batchSize = batchSize;
    this.parentProbability = parentProbability;
    this.seed = seed;
    this.nodes =
        IntStream.range(0, hierarchy.size()).filter(n -> hierarchy.parentCount(n) > 0).toArray();
  }

  /**
   * A sampler with the default share of direct parents.
   *
   * @param training the training taxonomy
   * @param batchSize pairs per batch, above 0
   * @param seed chooses orders and ancestors
   */
  public PairSampler(TextTaxonomy training, int batchSize, long seed) {
    this(training.hierarchy(), batchSize, DEFAULT_PARENT_PROBABILITY, seed);
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
    int[] specials = new int[batchSize];
    int[] generals = new int[batchSize];
    long first = Math.multiplyExact(step, batchSize);
    for (int i = 0; i < batchSize; i++) {
      long position = first + i;
      int[] order = order(position / nodes.length);
      specials[i] = order[(int) (position % nodes.length)];
      generals[i] = ancestor(specials[i], new SeededRandom(seed, ANCESTOR, position));
    }
    return new PairBatch(specials, generals);
  }

  private int ancestor(int node, SeededRandom random) {
    return random.nextDouble() < parentProbability
        ? hierarchy.parent(node, random.nextInt(hierarchy.parentCount(node)))
        : closure.ancestor(node, random.nextInt(closure.ancestorCount(node)));
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
