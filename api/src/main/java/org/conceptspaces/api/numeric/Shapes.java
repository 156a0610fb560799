package org.conceptspaces.api.numeric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Checks of shapes that the engine would let pass: it would broadcast a last axis of length 1
 * against coordinates, and yield a number that means nothing.
 */
public final class Shapes {

  private Shapes() {}

  /**
   * Refuses operands that differ in their number of coordinates.
   *
   * @param first {@code [..., D]}
   * @param others {@code [..., D]} each
   * @throws IllegalArgumentException if an operand has no axis, or another last axis
   */
  public static void sameCoordinates(NDArray first, NDArray... others) {
    long coordinates = last(first.getShape());
    for (NDArray other : others) {
      if (last(other.getShape()) != coordinates) {
        throw new IllegalArgumentException(
            "operands want the same number of coordinates (the last axis), not shapes "
                + first.getShape()
                + " and "
                + other.getShape());
      }
    }
  }

  /**
   * Refuses what are not two sets of points.
   *
   * @param x points, {@code [..., n, D]}
   * @param y points, {@code [..., m, D]}
   * @throws IllegalArgumentException if one has less than two axes, or the last axes differ
   */
  public static void pairwise(NDArray x, NDArray y) {
    if (x.getShape().dimension() < 2 || y.getShape().dimension() < 2) {
      throw new IllegalArgumentException(
          "sets of points want shapes [..., n, D] and [..., m, D], not "
              + x.getShape()
              + " and "
              + y.getShape());
    }
    sameCoordinates(x, y);
  }

  /**
   * Refuses weights that do not fit a set of points.
   *
   * @param points {@code [..., m, D]}
   * @param weights {@code [..., n, m]}
   * @throws IllegalArgumentException if one has less than two axes, or there is not one weight for
   *     each point
   */
  public static void weighted(NDArray points, NDArray weights) {
    Shape p = points.getShape();
    Shape w = weights.getShape();
    if (p.dimension() < 2 || w.dimension() < 2 || p.get(p.dimension() - 2) != last(w)) {
      throw new IllegalArgumentException(
          "points [..., m, D] want weights [..., n, m], not shapes " + p + " and " + w);
    }
  }

  private static long last(Shape shape) {
    if (shape.dimension() == 0) {
      throw new IllegalArgumentException("points and tangents want at least one axis");
    }
    return shape.get(shape.dimension() - 1);
  }
}
