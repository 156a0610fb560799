package org.conceptspaces.encoder.train;

import java.util.List;
import java.util.stream.LongStream;
import org.conceptspaces.encoder.text.TokenStates;
import org.conceptspaces.encoder.text.Vocabulary;
import org.conceptspaces.taxonomy.sampling.Split;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a taxonomy as token ids.
 *
 * @param split which nodes are held out
 * @param vocabulary the vocabulary
 * @param training token ids by training index
 * @param heldOut token ids in the order of {@link Split#heldOut()}
 * @param states a pretrained encoder's states of the texts' tokens; null if none are read
 */
@SuppressWarnings("ArrayRecordComponent") // large, and never written to
public record Corpus(
    Split split,
    Vocabulary vocabulary,
    int[][] training,
    int[][] heldOut,
    @Nullable TokenStates states) {

  /**
   * Reads the texts of a split.
   *
   * @param split the split
   * @param vocabulary the vocabulary, made without a look at what is held out
   * @param maximumTokens the longest text; the rest is cut off
   * @return the corpus
   * @throws org.conceptspaces.taxonomy.DataException if the tokenizer fails at a text
   */
  public static Corpus of(Split split, Vocabulary vocabulary, int maximumTokens) {
    return of(split, vocabulary, maximumTokens, null);
  }

  /**
   * Reads the texts of a split, of whose tokens there are states.
   *
   * @param split the split
   * @param vocabulary the vocabulary, made without a look at what is held out
   * @param maximumTokens the longest text; the rest is cut off
   * @param states the states of all those texts' tokens; null if none are read
   * @return the corpus
   * @throws org.conceptspaces.taxonomy.DataException if the tokenizer fails at a text
   */
  public static Corpus of(
      Split split, Vocabulary vocabulary, int maximumTokens, @Nullable TokenStates states) {
    return new Corpus(
        split,
        vocabulary,
        encode(vocabulary, split.training().texts(), maximumTokens),
        encode(vocabulary, split.heldOutTexts(), maximumTokens),
        states);
  }

  /**
   * The texts of another split, by the same vocabulary.
   *
   * @param other of a part of the same taxonomy
   * @param maximumTokens the longest text
   * @return the corpus
   */
  public Corpus of(Split other, int maximumTokens) {
    return of(other, vocabulary, maximumTokens, states);
  }

  private static int[][] encode(Vocabulary vocabulary, List<String> texts, int maximumTokens) {
    return texts.stream().map(t -> vocabulary.encode(t, maximumTokens)).toArray(int[][]::new);
  }

  /**
   * How often the training texts have each token.
   *
   * @return counts by token id
   */
  public long[] frequencies() {
    long[] counts = new long[vocabulary.size()];
    for (int[] text : training) {
      for (int id : text) {
        counts[id]++;
      }
    }
    return counts;
  }

  /**
   * How hard tokens are to guess from their frequencies alone.
   *
   * @return the entropy of the unigram distribution of the training texts, in nats per token
   */
  public double unigramEntropy() {
    long[] counts = frequencies();
    long total = LongStream.of(counts).sum();
    double entropy = 0;
    for (long count : counts) {
      double p = (double) count / total;
      entropy -= count > 0 ? p * Math.log(p) : 0;
    }
    return entropy;
  }
}
