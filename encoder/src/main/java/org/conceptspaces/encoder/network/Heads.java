package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;

/** Reshapes between one wide axis and several attention heads, and builds attention masks. */
final class Heads {

  /** Far enough below any score to vanish in a softmax, and finite so that gradients are. */
  private static final double MASKED = -1e9;

  private Heads() {}

  /** {@code [B, N, heads·D] → [B, heads, N, D]}. */
  static NDArray split(NDArray x, int heads) {
    Shape shape = x.getShape();
    long width = shape.get(2) / heads;
    return x.reshape(shape.get(0), shape.get(1), heads, width).transpose(0, 2, 1, 3);
  }

  /** {@code [B, heads, N, D] → [B, N, heads·D]}. */
  static NDArray join(NDArray x) {
    Shape shape = x.getShape();
    return x.transpose(0, 2, 1, 3).reshape(shape.get(0), shape.get(2), shape.get(1) * shape.get(3));
  }

  /**
   * What a mask adds to scores: the logarithm of each weight, so that a softmax sees every column
   * in proportion to it. Exactly 0 for 1, and −1e9 for 0.
   *
   * @param mask from 0 to 1, {@code [B, N]}
   * @return {@code [B, 1, 1, N]}
   */
  static NDArray bias(NDArray mask) {
    long texts = mask.getShape().get(0);
    long columns = mask.getShape().get(1);
    NDArray dead = mask.eq(mask.zerosLike());
    NDArray hidden = Casts.detached(dead, mask.getDataType());
    NDArray weight = mask.add(hidden).log();
    return weight.add(hidden.mul(Constants.of(hidden, MASKED))).reshape(texts, 1, 1, columns);
  }
}
