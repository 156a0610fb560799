package org.conceptspaces.taxonomy.embedding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.conceptspaces.taxonomy.sampling.SeededRandom;

/**
 * The nodes of several visits, put together on the host. A batch speaks of its nodes by their
 * places among its distinct ones. For one thread; filled anew for every batch.
 */
final class VisitBatch {

  private static final int ABSENT = -1;

  private final Visits visits;
  private final Negatives negatives;
  private final int together;
  private final int drawn;
  private final int[] places;
  private final long[] distinct;
  private final long[] centres;
  private final long[] companions;
  private final double[] mask;
  private final int[] draws;
  private int size;
  private int nodes;
  private int pairs;

  /** For batches of at most so many visits. */
  VisitBatch(Visits visits, Negatives negatives, int allNodes, Objective objective, int largest) {
    this.visits = visits;
    this.negatives = negatives;
    together = visits.largest();
    drawn = objective.negatives();
    places = new int[allNodes];
    Arrays.fill(places, ABSENT);
    int width = together + drawn;
    distinct = new long[(int) Math.min(allNodes, (long) largest * (1 + width))];
    centres = new long[largest];
    companions = new long[Math.multiplyExact(largest, width)];
    mask = new double[Math.multiplyExact(largest, together)];
    draws = new int[drawn];
  }

  /** Forgets the last batch. */
  void clear() {
    for (int i = 0; i < nodes; i++) {
      places[(int) distinct[i]] = ABSENT;
    }
    size = 0;
    nodes = 0;
    pairs = 0;
  }

  /** Adds a visit and draws its negatives. */
  void add(int visit, SeededRandom random) {
    int node = visits.node(visit);
    int related = visits.count(visit);
    int width = together + drawn;
    centres[size] = place(node);
    for (int i = 0; i < together; i++) {
      // where there are fewer, the first is repeated, so that no new distance comes in
      int which = i < related ? i : 0;
      companions[size * width + i] = place(visits.related(visit, which));
      mask[size * together + i] = i < related ? 1 : 0;
    }
    negatives.draw(node, random, draws, 0, drawn);
    for (int i = 0; i < drawn; i++) {
      companions[size * width + together + i] = place(draws[i]);
    }
    size++;
    pairs += related;
  }

  private int place(int node) {
    if (places[node] == ABSENT) {
      places[node] = nodes;
      distinct[nodes++] = node;
    }
    return places[node];
  }

  /** How many visits there are. */
  int size() {
    return size;
  }

  /** How many related nodes the visits have in all. */
  int pairs() {
    return pairs;
  }

  /** How many companions a visit has, repeated ones included. */
  int width() {
    return together + drawn;
  }

  /** How many of them, the first ones, are related nodes or repeat one. */
  int together() {
    return together;
  }

  /** The nodes of the batch, each once: {@code [U]}. */
  NDArray distinct(NDManager manager) {
    return manager.create(Arrays.copyOf(distinct, nodes));
  }

  /** The places of the visited nodes: {@code [V]}. */
  NDArray centres(NDManager manager) {
    return manager.create(Arrays.copyOf(centres, size));
  }

  /** The places of their companions: {@code [V, C]}. */
  NDArray companions(NDManager manager) {
    return manager.create(Arrays.copyOf(companions, size * width()), new Shape(size, width()));
  }

  /** 1 for a related node, 0 for one that is repeated: {@code [V, together]}. */
  NDArray mask(NDManager manager) {
    return manager.create(Arrays.copyOf(mask, size * together), new Shape(size, together));
  }
}
