package org.conceptspaces.cli;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.function.IntFunction;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;

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
   * @param given the vectors' coordinates, one after the other; those of points that were off by
   *     rounding become those of a point near
   * @param width how many of them a vector has
   * @param call what messages call a vector, given its number from 0
   * @param device where to compute
   * @return the coordinates
   * @throws UserException for the first vector that is no point
   */
  static double[] checked(
      Geometry geometry,
      String name,
      double[] given,
      int width,
      IntFunction<String> call,
      Device device) {
    int count = given.length / width;
    double[] before;
    double[] after;
    try (NDManager manager = NDManager.newBaseManager(device)) {
      NDArray wide = manager.create(given, new Shape(count, width));
      NDArray points = Casts.to(wide, geometry.type());
      before = Casts.to(points, DataType.FLOAT64).toDoubleArray();
      after = Casts.to(geometry.project(points), DataType.FLOAT64).toDoubleArray();
    }
    for (int node = 0; node < count; node++) {
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
            ("%s is no point of %s: its Euclidean norm is %s, that of the nearest"
                    + " point that can be computed with %s; name the geometry that the vectors are"
                    + " of (--space), or mend them")
                .formatted(call.apply(node), name, old, now));
      }
      if (moved > 0) {
        System.arraycopy(after, node * width, given, node * width, width);
      }
    }
    return given;
  }
}
