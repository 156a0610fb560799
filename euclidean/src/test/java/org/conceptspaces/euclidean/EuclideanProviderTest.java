package org.conceptspaces.euclidean;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

class EuclideanProviderTest {

  /** Flat space has nothing to learn. */
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
    assertEquals(List.of("euclidean"), names);
  }

  @Test
  void takesAPrecision() {
    EuclideanProvider provider = new EuclideanProvider();
    assertEquals(List.of("precision"), provider.options().stream().map(Option::name).toList());
    assertEquals(new EuclideanGeometry(), provider.create(Values.of(Map.of()), NONE));
    assertEquals(
        new EuclideanGeometry(DataType.FLOAT64),
        provider.create(Values.of(Map.of("precision", "float64")), NONE));
  }
}
