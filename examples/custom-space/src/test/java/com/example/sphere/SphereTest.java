package com.example.sphere;

import org.conceptspaces.api.Geometry;
import org.conceptspaces.testkit.GeometryContract;
import org.conceptspaces.testkit.PeerDefectsContract;

/** The sphere keeps every law of a geometry. */
class SphereTest implements GeometryContract, PeerDefectsContract {

  @Override
  public Geometry geometry() {
    return new Sphere();
  }

  @Override
  public double injectivityRadius() {
    return Math.PI;
  }
}
