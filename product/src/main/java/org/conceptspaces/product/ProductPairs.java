package org.conceptspaces.product;

import java.util.Arrays;
import java.util.List;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.api.pairs.PairStar;
import org.conceptspaces.api.pairs.PairTable;

/**
 * A product for single pairs of points: a point is a point of each part, in the part's own form,
 * one after the other.
 */
final class ProductPairs implements PairKernel {

  private final List<PairKernel> parts;
  private final int[] dimensions;
  private final int width;
  private final int coordinates;

  /**
   * A product.
   *
   * @param parts one for each part, at least one
   * @param dimensions the dimension of each
   */
  ProductPairs(List<PairKernel> parts, int[] dimensions) {
    this.parts = List.copyOf(parts);
    this.dimensions = dimensions.clone();
    this.width = parts.stream().mapToInt(PairKernel::width).sum();
    this.coordinates = parts.stream().mapToInt(PairKernel::coordinates).sum();
  }

  List<PairKernel> parts() {
    return parts;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int coordinates() {
    return coordinates;
  }

  @Override
  public void embed(double[] tangent, double[] points, int at) {
    int to = at;
    int first = 0;
    for (int i = 0; i < dimensions.length; i++) {
      PairKernel part = parts.get(i);
      part.embed(Arrays.copyOfRange(tangent, first, first + dimensions[i]), points, to);
      first += dimensions[i];
      to += part.width();
    }
  }

  @Override
  public void tangent(double[] points, int at, double[] tangent) {
    int from = at;
    int first = 0;
    for (int i = 0; i < dimensions.length; i++) {
      PairKernel part = parts.get(i);
      double[] own = new double[dimensions[i]];
      part.tangent(points, from, own);
      System.arraycopy(own, 0, tangent, first, own.length);
      first += own.length;
      from += part.width();
    }
  }

  @Override
  public void place(double[] coordinates, int from, double[] points, int at) {
    int first = from;
    int to = at;
    for (PairKernel part : parts) {
      part.place(coordinates, first, points, to);
      first += part.coordinates();
      to += part.width();
    }
  }

  @Override
  public void coordinates(double[] points, int at, double[] coordinates, int from) {
    int first = at;
    int to = from;
    for (PairKernel part : parts) {
      part.coordinates(points, first, coordinates, to);
      first += part.width();
      to += part.coordinates();
    }
  }

  @Override
  public double norm(double[] points, int at) {
    double square = 0;
    int first = at;
    for (PairKernel part : parts) {
      double norm = part.norm(points, first);
      square += norm * norm;
      first += part.width();
    }
    return Math.sqrt(square);
  }

  /** The least of its parts. */
  @Override
  public double limit() {
    return parts.stream().mapToDouble(PairKernel::limit).min().orElseThrow();
  }

  @Override
  public PairStar star(int capacity) {
    return new ProductStar(this, capacity);
  }

  @Override
  public PairTable table(double[] points) {
    return new ProductTable(this, points);
  }
}
