package org.conceptspaces.poincare.construction;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Points of the Poincaré ball in fixed point: each coordinate is an integer over 2 to the power of
 * {@link #bits()}.
 */
public final class PreciseCoordinates {

  private final int bits;
  private final int dimension;
  private final int nodes;
  private final BigInteger[] values;
  private final BigInteger one;

  PreciseCoordinates(int bits, int dimension, int nodes, BigInteger[] values) {
    this.bits = bits;
    this.dimension = dimension;
    this.nodes = nodes;
    this.values = values;
    this.one = BigInteger.ONE.shiftLeft(bits);
  }

  /**
   * The number of binary digits after the point.
   *
   * @return bits of each coordinate
   */
  public int bits() {
    return bits;
  }

  /**
   * The number of points.
   *
   * @return nodes
   */
  public int nodes() {
    return nodes;
  }

  /**
   * The number of coordinates of a point.
   *
   * @return two at least
   */
  public int dimension() {
    return dimension;
  }

  /**
   * A coordinate, exactly as it is held.
   *
   * @param node the point
   * @param axis which of its coordinates
   * @return a number above −1 and below 1
   */
  public BigDecimal coordinate(int node, int axis) {
    return new BigDecimal(values[node * dimension + axis])
        .divide(new BigDecimal(one)); // a power of two divides without remainder
  }

  /**
   * The distance of two points, {@code 2 asinh(‖u − v‖/√((1 − ‖u‖²)(1 − ‖v‖²)))}, from all digits.
   *
   * @param u a point
   * @param v a point
   * @return the distance, 0 if they are the same
   */
  public double distance(int u, int v) {
    BigInteger square = BigInteger.ZERO; // all squares have twice the bits
    for (int axis = 0; axis < dimension; axis++) {
      BigInteger difference = values[u * dimension + axis].subtract(values[v * dimension + axis]);
      square = square.add(difference.multiply(difference));
    }
    if (square.signum() == 0) {
      return 0;
    }
    double log = FixedPoint.log(square) - FixedPoint.log(inside(u)) - FixedPoint.log(inside(v));
    log = log / 2 + bits * Math.log(2); // of sinh(d/2)
    return log > 20
        ? 2 * (log + Math.log(2)) // asinh x = ln 2x + O(x⁻²)
        : 2 * Math.log1p(Math.exp(log) + Math.expm1(Math.log1p(Math.exp(2 * log)) / 2));
  }

  private BigInteger inside(int node) {
    BigInteger inside = one.multiply(one);
    for (int axis = 0; axis < dimension; axis++) {
      BigInteger value = values[node * dimension + axis];
      inside = inside.subtract(value.multiply(value));
    }
    return inside;
  }

  /**
   * The coordinates as doubles: each rounded to the nearest, and where that leaves the open ball,
   * its largest coordinate drawn towards 0 until it does not.
   *
   * @return row-major: [nodes × dimension]
   */
  public double[] toDoubles() {
    double[] doubles = new double[nodes * dimension];
    for (int node = 0; node < nodes; node++) {
      int largest = node * dimension;
      for (int at = node * dimension; at < (node + 1) * dimension; at++) {
        doubles[at] = FixedPoint.toDouble(values[at], bits);
        largest = Math.abs(doubles[at]) > Math.abs(doubles[largest]) ? at : largest;
      }
      while (!isInside(doubles, node * dimension)) {
        doubles[largest] = Math.nextAfter(doubles[largest], 0);
      }
    }
    return doubles;
  }

  private boolean isInside(double[] doubles, int from) {
    double estimate = 0;
    BigDecimal exact = BigDecimal.ZERO;
    for (int at = from; at < from + dimension; at++) {
      estimate += doubles[at] * doubles[at];
    }
    if (estimate < 1 - 1e-9) {
      return true;
    }
    for (int at = from; at < from + dimension; at++) {
      BigDecimal value = new BigDecimal(doubles[at]);
      exact = exact.add(value.multiply(value));
    }
    return exact.compareTo(BigDecimal.ONE) < 0;
  }

  /**
   * How many points doubles cannot tell from another: all but one of each group that {@link
   * #toDoubles()} makes the same.
   *
   * @param doubles what {@link #toDoubles()} gave
   * @return 0 if all stay apart
   */
  public int collapsed(double[] doubles) {
    Set<List<Double>> distinct = new HashSet<>();
    for (int node = 0; node < nodes; node++) {
      List<Double> row = new ArrayList<>(dimension);
      for (int axis = 0; axis < dimension; axis++) {
        row.add(doubles[node * dimension + axis] + 0.0); // 0 and −0 are the same
      }
      distinct.add(row);
    }
    return nodes - distinct.size();
  }
}
