package org.conceptspaces.config;

import org.conceptspaces.api.GeometryChecks;
import org.conceptspaces.api.SpaceConfig;

/** Hears what providers say of a geometry and of those it is made of, and keeps it by full path. */
record PartChecks(Plugins plugins, Problems problems, Tree.Position at, String path)
    implements GeometryChecks {

  /** Asks the provider of a geometry whose options were read without a problem. */
  void check(SpaceConfig config, int dimension) {
    plugins.geometry(config.space()).check(config.values(), dimension, this);
  }

  @Override
  public void problem(String below, String message) {
    problems.add(at, join(below), message);
  }

  @Override
  public void geometry(String below, SpaceConfig config, int dimension) {
    new PartChecks(plugins, problems, at, join(below)).check(config, dimension);
  }

  private String join(String below) {
    return below.isEmpty() ? path : path + "." + below;
  }
}
