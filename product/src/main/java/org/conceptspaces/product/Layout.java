package org.conceptspaces.product;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.conceptspaces.api.Geometry;

/**
 * Where the numbers of a part lie in a row. A row of coordinates tells by its length what dimension
 * the product has: more dimensions are more coordinates.
 */
final class Layout {

  private final Signature signature;
  private final List<Geometry> factors;
  private final Map<Integer, Widths> byDimension = new ConcurrentHashMap<>();
  private final Map<Integer, Widths> byCoordinates = new ConcurrentHashMap<>();

  /** Of each part; the arrays are not changed. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Widths(int[] dimensions, int[] coordinates) {}

  /** Factors tell their numbers of coordinates alone, which neither type nor learning changes. */
  Layout(Signature signature, List<? extends Geometry> factors) {
    this.signature = signature;
    this.factors = List.copyOf(factors);
  }

  Signature signature() {
    return signature;
  }

  /** The number of coordinates of all parts together. */
  int coordinates(int dimension) {
    return IntStream.of(ofDimension(dimension).coordinates()).sum();
  }

  /** The dimension of each part. */
  int[] dimensions(int dimension) {
    return ofDimension(dimension).dimensions().clone();
  }

  private Widths ofDimension(int dimension) {
    return byDimension.computeIfAbsent(
        dimension,
        d -> {
          int[] dimensions = signature.dimensions(d);
          int[] coordinates = new int[dimensions.length];
          Arrays.setAll(coordinates, i -> factors.get(i).coordinates(dimensions[i]));
          return new Widths(dimensions, coordinates);
        });
  }

  /** Rows of coordinates by part, {@code [..., D]}. */
  NDList points(NDArray x) {
    int length = Math.toIntExact(x.getShape().getLastDimension());
    return split(x, byCoordinates.computeIfAbsent(length, this::ofCoordinates).coordinates());
  }

  /** Rows of components in the frame at the origin by part, {@code [..., d]}. */
  NDList frames(NDArray v) {
    return split(v, ofDimension(Math.toIntExact(v.getShape().getLastDimension())).dimensions());
  }

  private Widths ofCoordinates(int length) {
    // No part has fewer coordinates than dimensions.
    for (int dimension = length; dimension >= signature.least(); dimension--) {
      if (signature.problem(dimension).isEmpty() && coordinates(dimension) == length) {
        return ofDimension(dimension);
      }
    }
    throw new IllegalArgumentException(
        "points of a product of " + signature + " have " + length + " coordinates in no dimension");
  }

  private static NDList split(NDArray x, int[] widths) {
    if (widths.length == 1) {
      return new NDList(x);
    }
    long[] ends = new long[widths.length - 1];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = widths[i] + (i == 0 ? 0 : ends[i - 1]);
    }
    return x.split(ends, x.getShape().dimension() - 1);
  }

  /** Parts side by side. */
  static NDArray join(NDList parts) {
    return parts.size() == 1
        ? parts.head()
        : NDArrays.concat(parts, parts.head().getShape().dimension() - 1);
  }
}
