package org.conceptspaces.testkit;

import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryContext;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Values;

/** Gives tests of spaces the name {@code flat}, a geometry that needs no options. */
public final class FlatProvider implements GeometryProvider {

  /** The provider. */
  public FlatProvider() {}

  @Override
  public String name() {
    return "flat";
  }

  @Override
  public String description() {
    return "Flat space, for tests of spaces.";
  }

  @Override
  public Geometry create(Values values, GeometryContext context) {
    return new FlatGeometry();
  }
}
