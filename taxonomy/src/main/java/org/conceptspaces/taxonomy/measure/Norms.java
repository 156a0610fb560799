package org.conceptspaces.taxonomy.measure;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.taxonomy.Hierarchy;

/** How far the points of a hierarchy's nodes are from the origin. */
public final class Norms {

  /** The share of the limit from which on a point counts as at the edge. */
  private static final double HAIR = 0.99;

  private final double[] norms;

  private Norms(double[] norms) {
    this.norms = norms;
  }

  /**
   * Of points in a kernel's form.
   *
   * @param kernel the kernel
   * @param points {@code width} numbers each
   * @return their distances from the origin
   */
  public static Norms of(PairKernel kernel, double[] points) {
    int width = kernel.width();
    return new Norms(
        IntStream.range(0, points.length / width)
            .mapToDouble(i -> kernel.norm(points, i * width))
            .toArray());
  }

  /**
   * Of points of any geometry.
   *
   * @param geometry where they are; bound, if it learns
   * @param coordinates their coordinates, point by point
   * @param size how many there are, at least 1
   * @param device where to compute
   * @return their distances from the origin
   */
  public static Norms of(Geometry geometry, double[] coordinates, int size, Device device) {
    try (NDManager manager = NDManager.newBaseManager(device)) {
      NDArray wide = manager.create(coordinates, new Shape(size, coordinates.length / size));
      NDArray tangents = geometry.logOrigin(Casts.to(wide, geometry.type()));
      return new Norms(Functions.norm(Casts.to(tangents, DataType.FLOAT64)).toDoubleArray());
    }
  }

  /**
   * All of them.
   *
   * @return a new array, by node
   */
  public double[] values() {
    return norms.clone();
  }

  /**
   * The greatest.
   *
   * @return a geodesic length
   */
  public double largest() {
    return Arrays.stream(norms).max().orElse(0);
  }

  /**
   * Whether deeper nodes are farther out: Spearman's rank correlation of norm and {@link
   * Hierarchy#depth}, nodes of equal depth sharing their mean rank.
   *
   * @param hierarchy whose nodes these are
   * @return from −1 to 1; NaN if all depths or all norms are the same
   * @throws IllegalArgumentException if it has another number of nodes
   */
  public double depthCorrelation(Hierarchy hierarchy) {
    if (hierarchy.size() != norms.length) {
      throw new IllegalArgumentException(
          norms.length + " points for " + hierarchy.size() + " nodes");
    }
    double[] depths = IntStream.range(0, norms.length).mapToDouble(hierarchy::depth).toArray();
    return new SpearmansCorrelation().correlation(norms, depths);
  }

  /**
   * How many points training has driven to the edge of what can be computed.
   *
   * @param limit how far points may be from the origin, {@link PairKernel#limit} say
   * @return the share of points within a hundredth of the limit or beyond; 0 if it is infinite
   */
  public double edgeShare(double limit) {
    long there = Arrays.stream(norms).filter(norm -> norm >= HAIR * limit).count();
    return (double) there / norms.length;
  }

  /**
   * How many points are how far out.
   *
   * @param bins how many parts to cut the way from 0 to {@link #largest} into, at least 1
   * @return the number of points in each, the innermost first; the last one holds the outermost
   */
  public List<Long> histogram(int bins) {
    long[] counts = new long[bins];
    double largest = largest();
    for (double norm : norms) {
      int bin = largest > 0 ? (int) (norm / largest * bins) : 0;
      counts[Math.min(bin, bins - 1)]++;
    }
    return Arrays.stream(counts).boxed().toList();
  }
}
