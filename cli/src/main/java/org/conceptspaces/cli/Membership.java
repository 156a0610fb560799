package org.conceptspaces.cli;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.vectors.NodeVectors;

/** Whether vectors from elsewhere are points of the geometry that is said to be theirs. */
final class Membership {

  /** How far numbers of 4 bytes may be off, relative to the vector; points are moved so far. */
  private static final double ROUNDING = 1e-5;

  private Membership() {}

  /**
   * Checks that a geometry would leave vectors where they are, but for rounding.
   *
   * @param geometry the geometry
   * @param name its name
   * @param vectors the vectors
   * @param device where to compute
   * @return their coordinates; those of points that were off by rounding are those of a point near
   * @throws UserException for the first vector that is no point
   */
  static double[] checked(Geometry geometry, String name, NodeVectors vectors, Device device) {
    double[] given = vectors.rowMajor();
    int width = vectors.width();
    double[] before;
    double[] after;
    try (NDManager manager = NDManager.newBaseManager(device)) {
      NDArray wide = manager.create(given, new Shape(vectors.size(), width));
      NDArray points = Casts.to(wide, geometry.type());
      before = Casts.to(points, DataType.FLOAT64).toDoubleArray();
      after = Casts.to(geometry.project(points), DataType.FLOAT64).toDoubleArray();
    }
    for (int node = 0; node < vectors.size(); node++) {
      double moved = 0;
      double old = 0;
      double now = 0;
      for (int i = node * width; i < (node + 1) * width; i++) {
        moved = Math.hypot(moved, after[i] - before[i]);
        old = Math.hypot(old, before[i]);
        now = Math.hypot(now, after[i]);
      }
      if (!(moved <= ROUNDING * (1 + old))) {
        throw new UserException(
            ("the vector of %s is no point of %s: its Euclidean norm is %s, that of the nearest"
                    + " point that can be computed with %s; name the geometry that the vectors are"
                    + " of (--space), or mend them")
                .formatted(DataException.quote(vectors.ids().get(node)), name, old, now));
      }
      if (moved > 0) {
        System.arraycopy(after, node * width, given, node * width, width);
      }
    }
    return given;
  }
}
