package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.numeric.Temporaries;

/**
 * Where flat states become points. Each concept has a learned prototype on the manifold; its state
 * moves the prototype to a query point, which attends to the tokens' points by distance. The
 * concept is the midpoint of what it attended to, moved by its own state.
 */
final class GeometricHead {

  private static final double PROTOTYPE_SPREAD = 0.5;

  private final LevelSpec spec;
  private final int heads;
  private final LayerNorm norm;
  private final Parameter prototypes;
  private final Tangents queries;
  private final Tangents keys;
  private final Tangents values;
  private final Tangents moves;
  private final PointAttention attention;

  GeometricHead(Scope scope, EncoderShape shape, LevelSpec spec) {
    this.spec = spec;
    this.heads = shape.heads();
    int hidden = shape.hidden();
    int d = spec.dimension();
    norm = new LayerNorm(scope.in("norm"), hidden);
    prototypes =
        scope.points(
            "prototypes",
            spec.geometry(),
            Initial.normal(PROTOTYPE_SPREAD / Math.sqrt(d)),
            d,
            spec.count());
    queries = new Tangents(scope.in("queries"), hidden, heads, d, 1);
    keys = new Tangents(scope.in("keys"), hidden, heads, d, 1);
    values = new Tangents(scope.in("values"), hidden, heads, d, 1);
    moves = new Tangents(scope.in("moves"), hidden, 1, d, 1);
    attention = new PointAttention(scope.in("attention"), heads, shape.score());
  }

  record Output(NDArray points, NDArray attention) {}

  /**
   * Reads points from states.
   *
   * @param concepts {@code [B, C, H]}; the first {@code C} of the level's slots
   * @param tokens {@code [B, T, H]}
   * @param tokenMask {@code [B, T]}
   */
  Output apply(Pass pass, Geometry geometry, NDArray concepts, NDArray tokens, NDArray tokenMask) {
    // A norm here does not fix the radius of the points: the linear maps after it see directions in
    // H, of which every length in d can be a projection.
    NDArray states = norm.apply(pass, concepts);
    Geometry reading = PointAttention.reading(geometry);
    NDArray weights = weights(pass, reading, states, tokens, tokenMask);
    NDArray seen = seen(pass, reading, tokens, weights);
    try (Temporaries temporaries = Temporaries.below(pass.manager())) {
      NDArray move = moves.apply(pass, geometry, states).squeeze(1);
      return new Output(
          temporaries.keep(
              geometry.translate(PointAttention.as(geometry, temporaries.use(seen)), move)),
          weights);
    }
  }

  /** Where concepts look, {@code [B, heads, C, T]}. */
  private NDArray weights(
      Pass pass, Geometry geometry, NDArray states, NDArray tokens, NDArray tokenMask) {
    try (Temporaries temporaries = Temporaries.below(pass.manager())) {
      NDArray prototype = PointAttention.as(geometry, temporaries.use(prototypes(pass, states)));
      NDArray query = geometry.translate(prototype, queries.apply(pass, geometry, states));
      NDArray key = keys.points(pass, geometry, tokens);
      NDArray bias = Heads.bias(temporaries.use(tokenMask));
      return temporaries.keep(attention.weights(pass, geometry, query, key, bias));
    }
  }

  /** What they see there, {@code [B, C, D]}. */
  private NDArray seen(Pass pass, Geometry geometry, NDArray tokens, NDArray weights) {
    try (Temporaries temporaries = Temporaries.below(pass.manager())) {
      NDArray value = temporaries.use(values.points(pass, geometry, tokens));
      NDArray byHead = geometry.midpoint(value, temporaries.use(weights));
      return temporaries.keep(acrossHeads(geometry, byHead));
    }
  }

  /** {@code [1, 1, C, D]}: the prototypes of the slots in use. */
  private NDArray prototypes(Pass pass, NDArray concepts) {
    NDArray all = pass.value(prototypes);
    long used = concepts.getShape().get(1);
    NDArray first = used == spec.count() ? all : all.split(new long[] {used}, 0).head();
    return first.reshape(new Shape(1, 1).addAll(first.getShape()));
  }

  /** {@code [B, heads, C, D] → [B, C, D]}, the midpoint over heads. */
  private NDArray acrossHeads(Geometry geometry, NDArray byHead) {
    NDArray points = byHead.transpose(0, 2, 1, 3);
    Shape shape = points.getShape();
    NDArray equal =
        points
            .getManager()
            .ones(new Shape(shape.get(0), shape.get(1), 1, heads), points.getDataType());
    return geometry.midpoint(points, equal).squeeze(2);
  }
}
