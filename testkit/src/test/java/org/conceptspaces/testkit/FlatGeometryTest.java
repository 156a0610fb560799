package org.conceptspaces.testkit;

import org.conceptspaces.api.Geometry;

/** The kit's own flat geometry passes all laws. */
class FlatGeometryTest implements GeometryContract {

  @Override
  public Geometry geometry() {
    return new FlatGeometry();
  }
}
