package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.junit.jupiter.api.Test;

/**
 * All laws of a {@link GeometryProvider}. Besides, hold the geometries it makes to {@link
 * GeometryContract}, and to {@link SpaceContract} as the space of that name:
 *
 * <pre>{@code
 * public ConceptSpace space(SpaceContext context) {
 *   return context.child("child", GeometryProviderContract.config("sphere", 4, 3));
 * }
 * }</pre>
 */
public interface GeometryProviderContract extends ProviderContract {

  @Override
  GeometryProvider provider();

  @Override
  default List<Class<?>> registered() {
    return ServiceLoader.load(GeometryProvider.class).stream()
        .<Class<?>>map(ServiceLoader.Provider::type)
        .toList();
  }

  /**
   * The config of a geometry's own space in a {@link StandaloneContext}, with default options.
   *
   * @param geometry the geometry's name
   * @param concepts how many concepts
   * @param dimension the dimension of the manifold
   * @return the config
   */
  static SpaceConfig config(String geometry, int concepts, int dimension) {
    Range any = Range.atLeast(1);
    return new SpaceConfig(geometry, Values.of(Map.of()))
        .with(Option.integer("concepts", null, any, "how many concepts"), concepts)
        .with(Option.integer("dimension", null, any, "dimension of the manifold"), dimension);
  }

  /** {@code concepts} and {@code dimension} are the encoder's own options. */
  @Test
  default void optionsLeaveConceptsAndDimensionAlone() {
    for (Option<?> option : provider().options()) {
      boolean taken = option.name().equals("concepts") || option.name().equals("dimension");
      Check.that("option names", !taken, "none of concepts, dimension", option.name());
    }
  }

  /** What it makes computes: points at the distance of their tangents. */
  @Test
  default void createdGeometryComputes() {
    try (StandaloneContext context =
            new StandaloneContext(Devices.fromProperty(), 1, 8, List.of());
        NDManager manager = NDManager.newBaseManager(Devices.fromProperty())) {
      Geometry made = provider().create(values(), context.in("geometry"));
      Geometry g = made.bind(context.pass(manager, false));
      LevelSpec spec = new LevelSpec("level", 2, 3, made);
      double length = Math.min(0.5, 0.5 * g.radius());
      NDArray v = manager.create(new double[] {length, 0, 0, 0, 0, 0}, new Shape(2, 3));
      NDArray x = g.expOrigin(v.toType(g.type(), false));
      Check.shape("expOrigin(v)", x, 2, spec.coordinates());
      double[] d = Check.numbers(g.distance(x.get("0:1"), x.get("1:2")));
      Check.number("distance(expOrigin(v), origin)", length, d[0], 1e-4);
    }
  }
}
