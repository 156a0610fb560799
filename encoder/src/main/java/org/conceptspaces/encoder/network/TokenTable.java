package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Parameter;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.layer.Linear;
import org.conceptspaces.api.numeric.Constants;
import org.jspecify.annotations.Nullable;

/**
 * Narrow token and position vectors, widened to the trunk by a projection. The same table, read the
 * other way round, is the vocabulary head, so that tiny tokens really make a small model.
 */
final class TokenTable {

  private final double scale;
  private final Parameter tokens;
  private final Parameter positions;
  private final Linear widen;
  private final @Nullable Linear second;
  private final LayerNorm narrowNorm;
  private final Linear narrow;
  private final Parameter vocabularyBias;

  TokenTable(Scope scope, EncoderShape shape, int vocabulary) {
    int d = shape.tokenDimension();
    int hidden = shape.hidden();
    // As the output layer the table wants rows of norm 1; as the input, numbers of variance 1.
    scale = Math.sqrt(d);
    Initial rows = Initial.normal(1 / Math.sqrt(d));
    tokens = scope.parameter("tokens", DataType.FLOAT32, rows, vocabulary, d);
    positions = scope.parameter("positions", DataType.FLOAT32, rows, shape.maximumTokens(), d);
    widen = new Linear(scope.in("widen"), d, hidden);
    second = shape.projection().equals("mlp") ? new Linear(scope.in("mlp"), hidden, hidden) : null;
    narrowNorm = new LayerNorm(scope.in("narrow-norm"), hidden);
    // Starts near 0, so that scores start at the bias: the frequencies.
    narrow = new Linear(scope.in("narrow"), hidden, d, 0.1 / Math.sqrt(hidden));
    vocabularyBias =
        scope.parameter("vocabulary-bias", DataType.FLOAT32, Initial.constant(0), vocabulary);
  }

  /**
   * Token states.
   *
   * @param ids {@code [B, T]}
   * @param at the position of each id, {@code [B, T]} or {@code [1, T]}
   * @return {@code [B, T, H]}
   */
  NDArray states(Pass pass, NDArray ids, NDArray at) {
    NDArray x = lookup(pass, ids, tokens).add(lookup(pass, at, positions));
    NDArray h = widen.apply(pass, x.mul(Constants.of(x, scale)));
    return second == null ? h : second.apply(pass, h.getNDArrayInternal().gelu());
  }

  /**
   * How surprising tokens are without any context. The vocabulary's bias starts at the logarithms
   * of their frequencies, and is learned.
   *
   * @param ids {@code [B, T]}
   * @return nats, without gradient, {@code [B, T]}
   */
  NDArray surprisal(Pass pass, NDArray ids) {
    NDArray bias = pass.value(vocabularyBias).stopGradient();
    NDArray nats = bias.logSoftmax(-1).neg().reshape(-1, 1);
    return lookup(ids, nats).squeeze(-1);
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
        .linear(narrowed, pass.value(tokens), pass.value(vocabularyBias))
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
    NDArray bias = pass.value(vocabularyBias);
    NDArray w = weights.reshape(-1);
    NDArray ids = targets.reshape(-1);
    TokenLosses losses = BlockedSoftmax.of(pass, rows, pass.value(tokens), bias, ids, w);
    if (!pass.training()) {
      return new TokenLosses(losses.each().reshape(targets.getShape()), losses.weighted());
    }
    NDArray own = rows.mul(lookup(pass, ids, tokens)).sum(new int[] {-1});
    NDArray scores = own.add(lookup(ids, bias.reshape(-1, 1)).squeeze(-1)).mul(w).sum();
    // The value is there already; this adds the gradient.
    NDArray zero = scores.sub(scores.stopGradient());
    return new TokenLosses(losses.each().reshape(targets.getShape()), losses.weighted().sub(zero));
  }

  private NDArray narrowed(Pass pass, NDArray states) {
    return narrow.apply(pass, narrowNorm.apply(pass, states));
  }

  Parameter vocabularyBias() {
    return vocabularyBias;
  }

  /** An embedding look-up: unlike {@code get}, its backward pass is deterministic. */
  private static NDArray lookup(Pass pass, NDArray ids, Parameter table) {
    return lookup(ids, pass.value(table));
  }

  private static NDArray lookup(NDArray ids, NDArray table) {
    return ids.getNDArrayInternal().embedding(ids, table, SparseFormat.DENSE).head();
  }
}
