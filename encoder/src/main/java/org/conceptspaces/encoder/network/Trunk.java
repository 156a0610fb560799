package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;

/**
 * The layers that every level of a model shares. Pre-norm on the concepts only, no norm at the end:
 * a final norm would give every concept the same length, and with it the same radius in a curved
 * space.
 */
final class Trunk {

  private final List<TrunkLayer> layers = new ArrayList<>();

  Trunk(Scope scope, EncoderShape shape) {
    for (int i = 0; i < shape.layers(); i++) {
      layers.add(
          new TrunkLayer(
              scope.in("layer" + i), shape.hidden(), shape.heads(), shape.feedForward()));
    }
  }

  /**
   * Runs the layers.
   *
   * @param concepts starting states, {@code [B, C, H]}
   * @param tokens {@code [B, T, H]}
   * @param tokenMask {@code [B, T]}
   * @param live {@code [B, C]}
   * @return {@code [B, C, H]}
   */
  NDArray apply(Pass pass, NDArray concepts, NDArray tokens, NDArray tokenMask, NDArray live) {
    NDArray tokenBias = Heads.bias(tokenMask);
    NDArray liveBias = Heads.bias(live);
    NDArray c = concepts;
    for (TrunkLayer layer : layers) {
      c = layer.apply(pass, c, tokens, tokenBias, liveBias);
    }
    return c;
  }
}
