package org.conceptspaces.taxonomy.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.TextTaxonomy;

/**
 * A taxonomy without some of its leaves, and those leaves. A held-out leaf leaves training wholly:
 * its text, its edges and its pairs. All its parents stay, since no parent is a leaf. Which leaves
 * are held out follows from the ids, the share and the seed alone, not from the order in a file.
 */
public final class Split {

  /** The share of leaves held out unless told otherwise. */
  public static final double DEFAULT_SHARE = 0.12;

  private static final int NOT_TRAINED = -1;

  private final TextTaxonomy full;
  private final TextTaxonomy training;
  private final int[] heldOut;
  private final int[] toFull;
  private final int[] toTraining;

  private Split(TextTaxonomy full, int[] heldOut) {
    this.full = full;
    this.heldOut = heldOut;
    toTraining = new int[full.size()];
    for (int node : heldOut) {
      toTraining[node] = NOT_TRAINED;
    }
    toFull = IntStream.range(0, full.size()).filter(n -> toTraining[n] != NOT_TRAINED).toArray();
    for (int node = 0; node < toFull.length; node++) {
      toTraining[toFull[node]] = node;
    }
    training = heldOut.length == 0 ? full : trainingPart();
  }

  /**
   * Holds out a share of the leaves.
   *
   * @param full the taxonomy
   * @param share the share of leaves (that have a parent) to hold out, from 0 to below 1; the count
   *     is rounded, but at least one for a share above 0
   * @param seed chooses the leaves
   * @return the split
   * @throws IllegalArgumentException if the share is out of range
   * @throws DataException if too little would be left to train on
   */
  public static Split of(TextTaxonomy full, double share, long seed) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(
          "held-out share " + share + " is not from 0 to below 1; the default is " + DEFAULT_SHARE);
    }
    Hierarchy hierarchy = full.hierarchy();
    int[] candidates =
        IntStream.of(hierarchy.leaves())
            .filter(leaf -> hierarchy.parentCount(leaf) > 0)
            .boxed()
            .sorted(Comparator.comparing(hierarchy::id))
            .mapToInt(Integer::intValue)
            .toArray();
    new SeededRandom(seed, 1).shuffle(candidates);
    int count = (int) Math.round(share * candidates.length);
    if (share > 0) {
      count = Math.max(1, count);
    }
    int[] heldOut = Arrays.copyOf(candidates, count);
    Arrays.sort(heldOut);
    int lost = IntStream.of(heldOut).map(hierarchy::parentCount).sum();
    if (lost == hierarchy.edgeCount()) {
      throw new DataException(
          full.name()
              + ": no edge would be left to train on with "
              + count
              + " of "
              + candidates.length
              + " leaves held out; lower the share or give more nodes");
    }
    return new Split(full, heldOut);
  }

  /**
   * A split to choose settings on: of the training part of {@code of(full, share, seed)}, so that
   * the leaves on which the settings will be judged are in neither part.
   *
   * @param full the taxonomy
   * @param share the share of leaves to hold out, first for the test and again for validation
   * @param seed chooses the leaves
   * @return the split, whose whole taxonomy is that training part
   * @throws IllegalArgumentException if the share is out of range
   * @throws DataException if too little would be left to train on
   */
  public static Split validation(TextTaxonomy full, double share, long seed) {
    return of(of(full, share, seed).training(), share, new SeededRandom(seed, 4).nextLong());
  }

  /**
   * The whole taxonomy.
   *
   * @return what was split
   */
  public TextTaxonomy full() {
    return full;
  }

  /**
   * What may be seen in training: a taxonomy with indexes of its own, in the same order.
   *
   * @return the taxonomy without the held-out leaves
   */
  public TextTaxonomy training() {
    return training;
  }

  /**
   * The held-out leaves.
   *
   * @return a new array of indexes in the full taxonomy, ascending
   */
  public int[] heldOut() {
    return heldOut.clone();
  }

  /**
   * The texts of the held-out leaves.
   *
   * @return in the order of {@link #heldOut()}
   */
  public List<String> heldOutTexts() {
    return IntStream.of(heldOut).mapToObj(full::text).toList();
  }

  /**
   * The right answers for a held-out leaf.
   *
   * @param heldOut an index in the full taxonomy
   * @return a new array: the indexes of its parents in the training taxonomy, one at least
   * @throws IllegalArgumentException if that node is not held out
   */
  public int[] trueParents(int heldOut) {
    if (toTraining[heldOut] != NOT_TRAINED) {
      throw new IllegalArgumentException(
          "node " + DataException.quote(full.hierarchy().id(heldOut)) + " is not held out");
    }
    return IntStream.of(full.hierarchy().parents(heldOut)).map(node -> toTraining[node]).toArray();
  }

  /**
   * From training to full.
   *
   * @param trained an index in the training taxonomy
   * @return the index of the same node in the full taxonomy
   */
  public int toFull(int trained) {
    return toFull[trained];
  }

  /**
   * From full to training.
   *
   * @param node an index in the full taxonomy
   * @return the index of the same node in the training taxonomy, or −1 if it is held out
   */
  public int toTraining(int node) {
    return toTraining[node];
  }

  private TextTaxonomy trainingPart() {
    Hierarchy hierarchy = full.hierarchy();
    HierarchyBuilder builder = Hierarchy.builder();
    List<String> texts = new ArrayList<>(toFull.length);
    for (int node : toFull) {
      builder.node(hierarchy.id(node));
      texts.add(full.text(node));
    }
    for (int node : toFull) {
      for (int parent : hierarchy.parents(node)) {
        builder.edge(hierarchy.id(node), hierarchy.id(parent));
      }
    }
    return new TextTaxonomy(full.name() + " (training)", builder.build(), texts);
  }
}
