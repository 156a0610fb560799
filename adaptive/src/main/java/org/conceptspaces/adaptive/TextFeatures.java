package org.conceptspaces.adaptive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.api.numeric.Functions;

/**
 * What can be known of a text before any attention: how much it tells, and of what. A token counts
 * by its information, so one that is there again counts nothing: a repeated sentence needs no more
 * concepts.
 */
final class TextFeatures {

  /** Texts of some ten to a thousand tokens tell e⁴ to e⁸ nats. */
  private static final int USUAL = 5;

  private TextFeatures() {}

  /** The number of features, for token states of a width. */
  static int count(int hidden) {
    return hidden + 1;
  }

  /**
   * The mean of token states, weighted by information, and the logarithm of all information.
   * Without gradient: what decides on counts does not bend the states it decides from.
   *
   * @return {@code [B, H + 1]}
   */
  static NDArray of(Tokens tokens) {
    NDArray nats = nats(tokens);
    NDArray total = nats.sum(new int[] {1}, true);
    NDArray shares = nats.div(total.add(Functions.isZero(total))).expandDims(1);
    NDArray mean = shares.matMul(tokens.states().stopGradient()).squeeze(1);
    return NDArrays.concat(new NDList(mean, total.add(1).log().sub(USUAL)), 1);
  }

  /** What each token tells, 0 where padded, without gradient, {@code [B, T]}. */
  static NDArray nats(Tokens tokens) {
    return tokens.information().mul(tokens.mask()).stopGradient();
  }
}
