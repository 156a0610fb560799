package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;

/** How strongly points attend to points: a softmax over {@code −β·distance}, β learned by head. */
final class PointAttention {

  private final boolean dot;
  private final Parameter logSharpness;

  PointAttention(Scope scope, int heads, String score) {
    dot = score.equals("dot");
    logSharpness =
        scope.parameter("log-sharpness", DataType.FLOAT32, Initial.constant(0), heads, 1, 1);
  }

  /**
   * Attention weights.
   *
   * @param queries {@code [B, heads, M, D]}
   * @param keys {@code [B, heads or 1, N, D]}
   * @param bias added to scores, {@code [B, 1, 1, N]}
   * @return rows that sum to 1, {@code [B, heads, M, N]}
   */
  NDArray weights(Pass pass, Geometry geometry, NDArray queries, NDArray keys, NDArray bias) {
    NDArray sharpness = Casts.to(pass.value(logSharpness).exp(), geometry.type());
    NDArray scores = dot ? dots(geometry, queries, keys) : geometry.affinity(queries, keys);
    return scores.mul(sharpness).add(bias).softmax(-1);
  }

  private static NDArray dots(Geometry geometry, NDArray queries, NDArray keys) {
    NDArray q = geometry.logOrigin(queries);
    NDArray k = geometry.logOrigin(keys);
    double scale = 1 / Math.sqrt((double) q.getShape().get(q.getShape().dimension() - 1));
    return q.mul(Constants.of(q, scale)).matMul(k.transpose(0, 1, 3, 2));
  }
}
