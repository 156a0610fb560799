package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.numeric.Constants;

/** Narrow token and position vectors, widened to the trunk by a projection. */
final class TokenTable {

  private final double scale;
  private final Parameter tokens;
  private final Parameter positions;
  private final Widening widening;

  TokenTable(Scope scope, EncoderShape shape, int vocabulary) {
    int d = shape.tokenDimension();
    // As the output layer the table wants rows of norm 1; as the input, numbers of variance 1.
    scale = Math.sqrt(d);
    Initial rows = Initial.normal(1 / Math.sqrt(d));
    tokens = scope.parameter("tokens", DataType.FLOAT32, rows, vocabulary, d);
    positions = scope.parameter("positions", DataType.FLOAT32, rows, shape.maximumTokens(), d);
    widening = new Widening(scope, shape, d);
  }

  /**
   * Token states.
   *
   * @param ids {@code [B, T]}
   * @param at the position of each id, {@code [B, T]} or {@code [1, T]}
   * @return {@code [B, T, H]}
   */
  NDArray states(Pass pass, NDArray ids, NDArray at) {
    NDArray x = rows(pass, ids).add(Lookup.of(at, pass.value(positions)));
    return widening.apply(pass, x.mul(Constants.of(x, scale)));
  }

  /** All token vectors, {@code [V, d]}. */
  NDArray table(Pass pass) {
    return pass.value(tokens);
  }

  /** The vectors of some tokens. */
  NDArray rows(Pass pass, NDArray ids) {
    return Lookup.of(ids, table(pass));
  }
}
