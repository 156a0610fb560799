package org.conceptspaces.poincare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryContext;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.junit.jupiter.api.Test;

class PoincareProviderTest {

  /** A fixed ball declares nothing. */
  private static final GeometryContext NONE =
      new GeometryContext() {
        @Override
        public Parameter parameter(String name, DataType type, Initial initial, long... shape) {
          throw new AssertionError("declares " + name);
        }

        @Override
        public Parameter points(
            String name, Geometry geometry, Initial initial, int dimension, long... leading) {
          throw new AssertionError("declares " + name);
        }

        @Override
        public Geometry geometry(String key, SpaceConfig config) {
          throw new AssertionError("wants a geometry " + key);
        }

        @Override
        public Scope in(String name) {
          throw new AssertionError("opens " + name);
        }
      };

  @Test
  void isFoundByName() {
    List<String> names =
        ServiceLoader.load(GeometryProvider.class).stream().map(p -> p.get().name()).toList();
    assertEquals(List.of("poincare"), names);
  }

  @Test
  void defaultsAreThoseOfTheBall() {
    Geometry ball = new PoincareProvider().create(Values.of(Map.of()), NONE);
    assertEquals(new PoincareBall(1), ball);
    assertEquals(new PoincareBall(1).hashCode(), ball.hashCode());
    assertEquals("PoincareBall(curvature=1.0, float64)", ball.toString());
    assertEquals(12, ball.radius());
    assertEquals(24, ball.workingRadius());
    assertEquals(DataType.FLOAT64, ball.type());
    assertEquals(Map.of("curvature", 1.0), ball.parameters());
    assertEquals(-1, ball.sectionalCurvature());
  }

  @Test
  void optionsAreTaken() {
    Values values = Values.of(Map.of("curvature", 0.25, "precision", "float32"));
    Geometry ball = new PoincareProvider().create(values, NONE);
    assertEquals(new PoincareBall(0.25, DataType.FLOAT32), ball);
    assertNotEquals(new PoincareBall(0.25), ball);
    assertNotEquals(new PoincareBall(0.5, DataType.FLOAT32), ball);
    assertEquals(12, ball.radius()); // 6/√c
    List<String> names = new PoincareProvider().options().stream().map(Option::name).toList();
    assertEquals(List.of("curvature", "learnCurvature", "precision"), names);
  }

  @Test
  void refusesWhatIsNoBall() {
    for (double c : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new PoincareBall(c));
    }
    assertThrows(IllegalArgumentException.class, () -> new PoincareBall(1, DataType.FLOAT16));
  }
}
