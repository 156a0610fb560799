package org.conceptspaces.config;

import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryContext;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.SpaceConfig;

/** A scope, with the installed geometries for one that is made of others. */
record PartContext(Plugins plugins, Scope scope) implements GeometryContext {

  @Override
  public Geometry geometry(String key, SpaceConfig config) {
    return plugins.create(config, scope.in(key));
  }

  @Override
  public Parameter parameter(String name, DataType type, Initial initial, long... shape) {
    return scope.parameter(name, type, initial, shape);
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
