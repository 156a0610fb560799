package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.List;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelEncoder;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.Tokens;

/** One level of concepts: its own starting states and head around the shared trunk. */
final class TrunkLevel implements LevelEncoder {

  private final LevelSpec spec;
  private final Trunk trunk;
  private final Parameter slots;
  private final GeometricHead head;

  TrunkLevel(Scope scope, EncoderShape shape, Trunk trunk, LevelSpec spec) {
    this.spec = spec;
    this.trunk = trunk;
    slots =
        scope.parameter("slots", DataType.FLOAT32, Initial.normal(1), spec.count(), shape.hidden());
    head = new GeometricHead(scope.in("head"), shape, spec);
  }

  @Override
  public Level encode(Pass pass, Tokens tokens) {
    long texts = tokens.states().getShape().get(0);
    NDArray live = live(tokens, texts);
    NDArray start = start(pass, texts, live.getShape().get(1));
    NDArray hidden = trunk.apply(pass, start, tokens.states(), tokens.mask(), live);
    Geometry bound = spec.geometry().bind(pass);
    GeometricHead.Output out = head.apply(pass, bound, hidden, tokens.states(), tokens.mask());
    return new Level(spec, bound, out.points(), live, out.attention(), hidden);
  }

  private NDArray live(Tokens tokens, long texts) {
    List<NDArray> given = tokens.live();
    if (given == null) {
      return tokens.mask().getManager().ones(new Shape(texts, spec.count()), DataType.FLOAT32);
    }
    NDArray live = given.get(0);
    if (given.size() != 1 || live.getShape().get(1) > spec.count()) {
      throw new IllegalArgumentException(
          "level %s wants one mask of at most %d slots, not %d of %s"
              .formatted(spec.name(), spec.count(), given.size(), live.getShape()));
    }
    return live;
  }

  private NDArray start(Pass pass, long texts, long used) {
    NDArray all = pass.value(slots);
    NDArray first = used == spec.count() ? all : all.split(new long[] {used}, 0).head();
    Shape shape = first.getShape();
    return first.expandDims(0).broadcast(new Shape(texts).addAll(shape));
  }
}
