package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.layer.Linear;

/**
 * Scores every token of the vocabulary by the token table, read the other way round, so that tiny
 * tokens really make a small model.
 */
final class VocabularyHead {

  private final TokenTable table;
  private final LayerNorm narrowNorm;
  private final Linear narrow;
  private final Unigrams unigrams;

  VocabularyHead(Scope scope, EncoderShape shape, TokenTable table, int vocabulary) {
    int hidden = shape.hidden();
    this.table = table;
    narrowNorm = new LayerNorm(scope.in("narrow-norm"), hidden);
    // Starts near 0, so that scores start at the bias: the frequencies.
    narrow =
        new Linear(scope.in("narrow"), hidden, shape.tokenDimension(), 0.1 / Math.sqrt(hidden));
    unigrams = new Unigrams(scope, vocabulary);
  }

  /** The scores without any context. */
  Unigrams unigrams() {
    return unigrams;
  }

  /**
   * Scores of every token of the vocabulary.
   *
   * @param states {@code [B, M, H]}
   * @return {@code [B, M, V]}
   */
  NDArray logits(Pass pass, NDArray states) {
    NDArray narrowed = narrowed(pass, states);
    return narrowed
        .getNDArrayInternal()
        .linear(narrowed, table.table(pass), pass.value(unigrams.bias()))
        .head();
  }

  /**
   * Cross-entropies of tokens under the softmax of {@link #logits}, which are not kept.
   *
   * @param states {@code [B, M, H]}
   * @param targets the tokens' ids, int64, {@code [B, M]}
   * @param weights of each token's loss in the sum, {@code [B, M]}
   */
  TokenLosses losses(Pass pass, NDArray states, NDArray targets, NDArray weights) {
    NDArray rows = narrowed(pass, states).reshape(targets.size(), -1);
    NDArray bias = pass.value(unigrams.bias());
    NDArray w = weights.reshape(-1);
    NDArray ids = targets.reshape(-1);
    TokenLosses losses = BlockedSoftmax.of(pass, rows, table.table(pass), bias, ids, w);
    if (!pass.training()) {
      return new TokenLosses(losses.each().reshape(targets.getShape()), losses.weighted());
    }
    NDArray own = rows.mul(table.rows(pass, ids)).sum(new int[] {-1});
    NDArray scores = own.add(Lookup.of(ids, bias.reshape(-1, 1)).squeeze(-1)).mul(w).sum();
    // The value is there already; this adds the gradient.
    NDArray zero = scores.sub(scores.stopGradient());
    return new TokenLosses(losses.each().reshape(targets.getShape()), losses.weighted().sub(zero));
  }

  private NDArray narrowed(Pass pass, NDArray states) {
    return narrow.apply(pass, narrowNorm.apply(pass, states));
  }
}
