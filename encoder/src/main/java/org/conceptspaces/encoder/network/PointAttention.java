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
import org.conceptspaces.api.numeric.Temporaries;

/** How strongly points attend to points: a softmax over {@code −β·distance}, β learned by head. */
final class PointAttention {

  private final boolean dot;
  private final Parameter logSharpness;

  PointAttention(Scope scope, int heads, String score) {
    dot = score.equals("dot");
    logSharpness =
        scope.parameter("log-sharpness", DataType.FLOAT32, Initial.constant(0), heads, 1, 1);
  }

  /** What attention over features reads in: the same geometry in float32, as the features are. */
  static Geometry reading(Geometry geometry) {
    return geometry.in(DataType.FLOAT32);
  }

  /** Points of a geometry as points of the same geometry in another type. */
  static NDArray as(Geometry other, NDArray points) {
    return points.getDataType() == other.type()
        ? points
        : other.project(Casts.to(points, other.type()));
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
    try (Temporaries temporaries = Temporaries.below(pass.manager())) {
      NDArray sharpness =
          Casts.to(temporaries.use(pass.value(logSharpness)).exp(), geometry.type());
      NDArray q = temporaries.use(queries);
      NDArray k = temporaries.use(keys);
      NDArray scores = dot ? dots(geometry, q, k) : geometry.affinity(q, k);
      return temporaries.keep(scores.mul(sharpness).addi(bias).softmax(-1));
    }
  }

  private static NDArray dots(Geometry geometry, NDArray queries, NDArray keys) {
    NDArray q = geometry.logOrigin(queries);
    NDArray k = geometry.logOrigin(keys);
    double scale = 1 / Math.sqrt((double) q.getShape().get(q.getShape().dimension() - 1));
    return q.mul(Constants.of(q, scale)).matMul(k.transpose(0, 1, 3, 2));
  }
}
