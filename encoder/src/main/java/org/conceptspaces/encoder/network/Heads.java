package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
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

  /** {@code [B, N]} of 1 and 0 to what is added to scores {@code [B, heads, M, N]}: 0 or −1e9. */
  static NDArray bias(NDArray mask) {
    long texts = mask.getShape().get(0);
    long columns = mask.getShape().get(1);
    return mask.sub(1).mul(Constants.of(mask, -MASKED)).reshape(texts, 1, 1, columns);
  }
}
