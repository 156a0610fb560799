package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelEncoder;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;

/** A level of {@link StandaloneContext}: flat attention, an exchange, a head in the geometry. */
final class StandaloneLevel implements LevelEncoder {

  private static final double NEVER = 1e9;

  private final LevelSpec spec;
  private final Parameter slots;
  private final Parameter keys;
  private final Parameter exchange;
  private final Parameter headQueries;
  private final Parameter headKeys;
  private final Parameter headValues;

  StandaloneLevel(Scope scope, LevelSpec spec, int hidden) {
    this.spec = spec;
    Initial spread = Initial.normal(1 / Math.sqrt(hidden));
    DataType type = DataType.FLOAT32;
    int d = spec.dimension();
    slots = scope.parameter("slots", type, Initial.normal(1), spec.count(), hidden);
    keys = scope.parameter("keys", type, spread, hidden, hidden);
    exchange = scope.parameter("exchange", type, spread, hidden, hidden);
    headQueries = scope.parameter("headQueries", type, spread, hidden, d);
    headKeys = scope.parameter("headKeys", type, spread, hidden, d);
    headValues = scope.parameter("headValues", type, spread, hidden, d);
  }

  @Override
  public Level encode(Pass pass, Tokens tokens) {
    NDArray states = tokens.states();
    NDArray tokenMask = Casts.to(tokens.mask(), DataType.FLOAT32);
    NDArray live = live(tokens);
    // A padded token's state must not matter, whatever is in it.
    NDArray clean = states.mul(tokenMask.expandDims(-1));
    NDArray hidden = hidden(pass, clean, tokenMask, live);

    Geometry geometry = spec.geometry().bind(pass);
    DataType type = geometry.type();
    NDArray queries = points(geometry, hidden.matMul(pass.value(headQueries)));
    NDArray keyPoints = points(geometry, clean.matMul(pass.value(headKeys)));
    NDArray values = points(geometry, clean.matMul(pass.value(headValues)));
    NDArray weights =
        attention(geometry.affinity(queries, keyPoints), Casts.to(tokenMask, type))
            .mul(Casts.detached(live.gt(live.zerosLike()), type).expandDims(-1));
    NDArray concepts = geometry.midpoint(values, weights);
    return new Level(spec, geometry, concepts, live, weights.expandDims(1), hidden);
  }

  private NDArray live(Tokens tokens) {
    if (tokens.live() != null) {
      return Casts.to(tokens.live().get(0), DataType.FLOAT32);
    }
    Shape shape = new Shape(tokens.states().getShape().get(0), spec.count());
    return tokens.states().getManager().ones(shape, DataType.FLOAT32);
  }

  private NDArray hidden(Pass pass, NDArray states, NDArray tokenMask, NDArray live) {
    long count = live.getShape().get(1);
    NDArray queries = pass.value(slots);
    if (count < spec.count()) {
      queries = queries.split(new long[] {count}, 0).get(0);
    }
    NDArray scores = states.matMul(pass.value(keys)).matMul(queries.transpose()).swapAxes(1, 2);
    NDArray read = attention(scores, tokenMask).matMul(states).add(queries);
    NDArray mine = read.mul(live.expandDims(-1));
    NDArray number = live.sum(new int[] {1}, true);
    NDArray safe = number.add(oneAtZero(number)).expandDims(-1);
    NDArray mean = mine.sum(new int[] {1}, true).div(safe);
    NDArray told = mean.matMul(pass.value(exchange)).tanh();
    return mine.add(told).mul(live.expandDims(-1));
  }

  /** Softmax over tokens, 0 at padding; a text without tokens gets no weight at all. */
  private static NDArray attention(NDArray scores, NDArray tokenMask) {
    NDArray columns = tokenMask.expandDims(1);
    NDArray hide = columns.sub(1).mul(Constants.of(columns, NEVER));
    return scores.add(hide).softmax(-1).mul(columns);
  }

  /** Points from tangents, kept within the geometry's radius and 1. */
  private static NDArray points(Geometry geometry, NDArray flat) {
    NDArray tangents = Casts.to(flat, geometry.type());
    NDArray scale = Constants.of(tangents, 1 / Math.min(1, geometry.radius()));
    NDArray shrink = Functions.norm(tangents).expandDims(-1).mul(scale).add(1);
    return geometry.expOrigin(tangents.div(shrink));
  }

  private static NDArray oneAtZero(NDArray x) {
    return x.onesLike().getNDArrayInternal().where(x.eq(0f), x.zerosLike());
  }
}
