package org.conceptspaces.encoder.network;

import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.LevelEncoder;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.config.GeometrySpaceOptions;
import org.conceptspaces.config.Plugins;

/** What this encoder offers to the concept space it is built with. */
record ModelContext(Scope scope, EncoderShape shape, Trunk trunk, Plugins plugins)
    implements SpaceContext {

  /** Builds a space, whether it is a plugin's own or the generic one of a geometry. */
  ConceptSpace build(SpaceConfig config) {
    if (plugins.isGeometry(config.space())) {
      Geometry geometry = plugins.create(config, scope.in("geometry"));
      int count = config.values().get(GeometrySpaceOptions.CONCEPTS);
      int dimension = config.values().get(GeometrySpaceOptions.DIMENSION);
      return new GeometrySpace(new LevelSpec("concepts", count, dimension, geometry), this);
    }
    return plugins.space(config.space()).create(config.values(), this);
  }

  @Override
  public int hidden() {
    return shape.hidden();
  }

  @Override
  public LevelEncoder level(LevelSpec spec) {
    return new TrunkLevel(scope.in(spec.name()), shape, trunk, spec);
  }

  @Override
  public ConceptSpace child(String key, SpaceConfig config) {
    return new ModelContext(scope.in(key), shape, trunk, plugins).build(config);
  }

  @Override
  public Parameter parameter(String name, DataType type, Initial initial, long... dimensions) {
    return scope.parameter(name, type, initial, dimensions);
  }

  @Override
  public Parameter points(
      String name, Geometry geometry, Initial initial, int dimension, long... leading) {
    return scope.points(name, geometry, initial, dimension, leading);
  }

  @Override
  public Scope in(String name) {
    return scope.in(name);
  }
}
