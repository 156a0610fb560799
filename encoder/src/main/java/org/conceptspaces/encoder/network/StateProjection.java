package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.numeric.Casts;

/**
 * Given states of tokens as states of the trunk. They are normalised first, since encoders' scales
 * differ by orders of magnitude.
 */
final class StateProjection {

  private final int width;
  private final LayerNorm norm;
  private final Widening widening;

  StateProjection(Scope scope, EncoderShape shape, int width) {
    this.width = width;
    norm = new LayerNorm(scope.in("norm"), width);
    widening = new Widening(scope, shape, width);
  }

  /**
   * Projects.
   *
   * @param batch texts with states of {@code W} numbers
   * @return {@code [B, T, H]}
   */
  NDArray apply(Pass pass, TokenBatch batch) {
    NDArray given = batch.states();
    if (given == null || given.getShape().get(2) != width) {
      throw new IllegalArgumentException(
          "the model reads states of %d numbers, the batch has %s"
              .formatted(width, given == null ? "none" : given.getShape()));
    }
    return widening.apply(pass, norm.apply(pass, Casts.detached(given, DataType.FLOAT32)));
  }
}
