package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;

/** How likely tokens are without any context: the bias of the vocabulary's scores. */
final class Unigrams {

  private final Parameter bias;

  Unigrams(Scope scope, int vocabulary) {
    bias = scope.parameter("vocabulary-bias", DataType.FLOAT32, Initial.constant(0), vocabulary);
  }

  /**
   * How surprising tokens are. The bias starts at the logarithms of their frequencies, and is
   * learned where tokens are told.
   *
   * @param ids {@code [B, T]}
   * @return nats, without gradient, {@code [B, T]}
   */
  NDArray surprisal(Pass pass, NDArray ids) {
    NDArray nats = pass.value(bias).stopGradient().logSoftmax(-1).neg().reshape(-1, 1);
    return Lookup.of(ids, nats).squeeze(-1);
  }

  Parameter bias() {
    return bias;
  }
}
