package com.example.sphere;

import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryContext;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Values;

/** Lets configs say {@code space: sphere}. */
public final class SphereProvider implements GeometryProvider {

  @Override
  public String name() {
    return "sphere";
  }

  @Override
  public String description() {
    return "The unit sphere, for concepts that differ in kind rather than in rank.";
  }

  @Override
  public Geometry create(Values values, GeometryContext context) {
    return new Sphere();
  }
}
