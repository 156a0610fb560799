package org.conceptspaces.optim;

import ai.djl.ndarray.types.DataType;
import java.util.List;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.poincare.PoincareBall;

/** The geometries that the optimisers are tested in. */
final class Geometries {

  private Geometries() {}

  static Geometry flat() {
    return flat(DataType.FLOAT64);
  }

  static Geometry flat(DataType type) {
    return new EuclideanGeometry(type);
  }

  static Geometry ball(double curvature) {
    return ball(curvature, DataType.FLOAT64);
  }

  static Geometry ball(double curvature, DataType type) {
    return new PoincareBall(curvature, type);
  }

  /** One of each kind, in float64. */
  static List<Geometry> all() {
    return List.of(flat(), ball(1), ball(0.3), new Sphere());
  }
}
