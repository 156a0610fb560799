package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.layer.Linear;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Temporaries;

/** Reads one level of concepts back into flat states, in the level's own geometry. */
final class LevelReader {

  private final LayerNorm norm;
  private final Tangents queries;
  private final PointAttention attention;
  private final Linear out;
  private final Parameter gate;

  LevelReader(Scope scope, EncoderShape shape, LevelSpec spec) {
    int heads = shape.heads();
    norm = new LayerNorm(scope.in("norm"), shape.hidden());
    queries = new Tangents(scope.in("queries"), shape.hidden(), heads, spec.dimension(), 1);
    attention = new PointAttention(scope.in("attention"), heads, shape.score());
    out = new Linear(scope.in("out"), heads * spec.dimension(), shape.hidden());
    gate = scope.parameter("gate", DataType.FLOAT32, Initial.constant(1), 1);
  }

  /**
   * What the level has to say to each query.
   *
   * @param states {@code [B, M, H]}
   * @return what to add to them, {@code [B, M, H]}; 0 for texts without live concepts
   */
  NDArray apply(Pass pass, Level level, NDArray states) {
    Geometry geometry = level.bound();
    try (Temporaries temporaries = Temporaries.below(pass.manager())) {
      NDArray normed = norm.apply(pass, temporaries.use(states));
      Geometry reading = PointAttention.reading(geometry);
      NDArray query = queries.points(pass, reading, normed);
      NDArray points = temporaries.use(level.points()).expandDims(1);
      NDArray mask = temporaries.use(level.mask());
      NDArray key = PointAttention.as(reading, points);
      NDArray weights = attention.weights(pass, reading, query, key, Heads.bias(mask));
      NDArray read = geometry.logOrigin(geometry.midpoint(points, weights));
      NDArray flat = out.apply(pass, Heads.join(Casts.to(read, DataType.FLOAT32)));
      return temporaries.keep(flat.mul(pass.value(gate)).mul(anyLive(mask)));
    }
  }

  private static NDArray anyLive(NDArray mask) {
    NDArray count = mask.sum(new int[] {1}, true);
    return count.minimum(Constants.of(count, 1)).expandDims(-1);
  }
}
