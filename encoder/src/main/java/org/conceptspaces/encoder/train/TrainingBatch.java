package org.conceptspaces.encoder.train;

import org.conceptspaces.encoder.text.MaskedTexts;
import org.conceptspaces.encoder.text.TokenStates;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.sampling.PartnerShares;
import org.conceptspaces.taxonomy.sampling.Relations;
import org.jspecify.annotations.Nullable;

/**
 * What one step trains on: the texts of {@code N} distinct nodes, and how the nodes are related.
 *
 * @param texts the texts, masked
 * @param related row by row, 1 where two nodes are no negatives of each other: they are the same,
 *     one is the other's ancestor, or one is pulled to the other, {@code [N · N]}
 * @param pull row by row, how much a node (row) is to be pulled to others (columns); each row sums
 *     to 1, or to 0 where none of its kin is in the batch, {@code [N · N]}
 * @param ancestry which nodes are above which; null where no objective asks
 * @param halves halves of texts to tell by each other; null where no objective asks
 * @param seed decides what the step does at random
 * @param states the states of the texts' tokens; null if none are read
 */
@SuppressWarnings("ArrayRecordComponent") // made for one step, and never written to
public record TrainingBatch(
    MaskedTexts texts,
    float[] related,
    float[] pull,
    @Nullable Ancestry ancestry,
    @Nullable TextHalves halves,
    long seed,
    @Nullable TokenStates states) {

  /**
   * Relates the nodes of a batch.
   *
   * @param hierarchy the training hierarchy
   * @param nodes distinct nodes
   * @param texts their texts, masked
   * @param shares how a node's pull is divided between its parents, all its ancestors and its
   *     siblings, of those in the batch; what finds none there goes to the others
   * @param seed decides what the step does at random
   */
  static TrainingBatch of(
      Hierarchy hierarchy, int[] nodes, MaskedTexts texts, PartnerShares shares, long seed) {
    float[] related = Relations.mask(hierarchy.closure(), nodes, nodes);
    float[] pull = new Pull(hierarchy, nodes, shares).rows();
    for (int i = 0; i < pull.length; i++) {
      related[i] = pull[i] > 0 ? 1 : related[i];
    }
    return new TrainingBatch(texts, related, pull, null, null, seed, null);
  }

  /** The same batch, with what further objectives ask for. */
  TrainingBatch with(@Nullable Ancestry known, @Nullable TextHalves parts) {
    return new TrainingBatch(texts, related, pull, known, parts, seed, states);
  }

  /** The same batch, its tokens' states read from somewhere. */
  TrainingBatch withStates(@Nullable TokenStates from) {
    return new TrainingBatch(texts, related, pull, ancestry, halves, seed, from);
  }

  /**
   * The number of tokens, hidden ones too, padding not counted; those of halves once more.
   *
   * @return the sum of the texts' lengths
   */
  public long tokens() {
    return texts.tokens() + (halves == null ? 0 : halves.texts().tokens() / 2);
  }
}
