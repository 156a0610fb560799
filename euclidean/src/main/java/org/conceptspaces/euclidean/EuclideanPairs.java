package org.conceptspaces.euclidean;

import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.api.pairs.PairStar;
import org.conceptspaces.api.pairs.PairTable;

/** Flat space for single pairs of points, by their coordinates. */
final class EuclideanPairs implements PairKernel {

  private final int dimension;

  EuclideanPairs(int dimension) {
    this.dimension = dimension;
  }

  @Override
  public int width() {
    return dimension;
  }

  @Override
  public int coordinates() {
    return dimension;
  }

  @Override
  public void embed(double[] tangent, double[] points, int at) {
    place(tangent, 0, points, at);
  }

  @Override
  public void tangent(double[] points, int at, double[] tangent) {
    coordinates(points, at, tangent, 0);
  }

  @Override
  public void place(double[] coordinates, int from, double[] points, int at) {
    System.arraycopy(coordinates, from, points, at, dimension);
  }

  @Override
  public void coordinates(double[] points, int at, double[] coordinates, int from) {
    System.arraycopy(points, at, coordinates, from, dimension);
  }

  @Override
  public double norm(double[] points, int at) {
    double square = 0;
    for (int k = 0; k < dimension; k++) {
      square += points[at + k] * points[at + k];
    }
    return Math.sqrt(square);
  }

  @Override
  public PairStar star(int capacity) {
    return new EuclideanStar(dimension, capacity);
  }

  @Override
  public PairTable table(double[] points) {
    return new EuclideanTable(dimension, points);
  }
}
