package org.conceptspaces.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.conceptspaces.api.curvature.LearnedGeometry;
import org.junit.jupiter.api.Test;

/** A geometry that learns is the one before training until it is bound. */
class LearnedGeometryTest {

  /** Keeps what is declared. */
  private static final class Declared implements Scope {
    private final List<String> names = new ArrayList<>();

    @Override
    public Parameter parameter(String name, DataType type, Initial initial, long... shape) {
      names.add(name + " " + type + " " + new Shape(shape) + " " + initial.mean());
      return Parameter.builder().setName(name).setType(Parameter.Type.OTHER).build();
    }

    @Override
    public Parameter points(
        String name, Geometry geometry, Initial initial, int dimension, long... leading) {
      throw new AssertionError("declares points");
    }

    @Override
    public Scope in(String name) {
      throw new AssertionError("opens " + name);
    }
  }

  /** A line for every θ. */
  private static final class LearnedLine extends LearnedGeometry<Line> {
    private final List<NDArray> seen = new ArrayList<>();

    LearnedLine(Line before, Scope scope) {
      super(before, scope);
    }

    @Override
    protected Line bound(Line before, NDArray theta) {
      seen.add(theta);
      return new Line();
    }
  }

  private record OneValue(NDManager manager, NDArray theta) implements Pass {
    @Override
    public boolean training() {
      return true;
    }

    @Override
    public NDArray value(Parameter parameter) {
      assertEquals("logCurvature", parameter.getName());
      return theta;
    }
  }

  private final Declared scope = new Declared();
  private final Line line = new Line();
  private final LearnedLine learned = new LearnedLine(line, scope);

  @Test
  void declaresOneNumberAndIsBoundToIt() {
    assertEquals(List.of("logCurvature float64 (1) 0.0"), scope.names);
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray theta = manager.create(new double[] {0.5});
      assertEquals(Line.class, learned.bind(new OneValue(manager, theta)).getClass());
      assertSame(theta, learned.seen.get(0));
    }
  }

  @Test
  void unboundIsTheGeometryBeforeTraining() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray x = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
      NDArray y = manager.create(new float[] {0, 1, 0.5f, 2}, new Shape(2, 2));
      List<Function<Geometry, Object>> all =
          List.of(
              g -> g.coordinates(3),
              Geometry::type,
              Geometry::radius,
              Geometry::workingRadius,
              Geometry::parameters,
              Geometry::sectionalCurvature,
              g -> g.in(DataType.FLOAT64),
              g -> g.project(x),
              g -> g.exp(x, y),
              g -> g.log(x, y),
              g -> g.distance(x, y),
              g -> g.inner(x, y, y),
              g -> g.transport(x, y, y),
              g -> g.riemannianGradient(x, y),
              g -> g.expOrigin(y),
              g -> g.logOrigin(x),
              g -> g.translate(x, y),
              g -> g.shorten(x),
              g -> g.embed(y),
              g -> g.arealRadius(x),
              g -> g.midpoint(x, y),
              g -> g.distances(x, y),
              g -> g.affinity(x, y));
      for (Function<Geometry, Object> operation : all) {
        assertEquals(operation.apply(line), operation.apply(learned));
      }
    }
  }
}
