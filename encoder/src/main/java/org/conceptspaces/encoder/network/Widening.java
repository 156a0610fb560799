package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.layer.Linear;
import org.jspecify.annotations.Nullable;

/** From what is known of a token to its state in the trunk. */
final class Widening {

  private final Linear widen;
  private final @Nullable Linear second;

  Widening(Scope scope, EncoderShape shape, int inputs) {
    int hidden = shape.hidden();
    widen = new Linear(scope.in("widen"), inputs, hidden);
    second = shape.projection().equals("mlp") ? new Linear(scope.in("mlp"), hidden, hidden) : null;
  }

  /**
   * Widens.
   *
   * @param x {@code [B, T, inputs]}
   * @return {@code [B, T, H]}
   */
  NDArray apply(Pass pass, NDArray x) {
    NDArray h = widen.apply(pass, x);
    return second == null ? h : second.apply(pass, h.getNDArrayInternal().gelu());
  }
}
