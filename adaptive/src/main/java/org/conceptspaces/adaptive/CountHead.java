package org.conceptspaces.adaptive;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.api.layer.Linear;

/** A small network from the features of a text to some numbers, which begin near 0. */
final class CountHead {

  private static final double START = 0.01;

  private final Linear in;
  private final Linear out;

  CountHead(Scope scope, int hidden, int outputs) {
    int inner = Math.max(1, hidden / 2);
    in = new Linear(scope.in("in"), TextFeatures.count(hidden), inner);
    out = new Linear(scope.in("out"), inner, outputs, START / Math.sqrt(inner));
  }

  /**
   * Looks at texts.
   *
   * @return {@code [B, outputs]}
   */
  NDArray apply(Pass pass, Tokens tokens) {
    return out.apply(pass, in.apply(pass, TextFeatures.of(tokens)).tanh());
  }
}
