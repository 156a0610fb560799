package org.conceptspaces.euclidean;

import org.conceptspaces.api.pairs.PairTable;

/** Points of flat space, column by column. */
final class EuclideanTable implements PairTable {

  private final int dimension;
  private final int size;
  private final double[] columns;

  EuclideanTable(int dimension, double[] points) {
    this.dimension = dimension;
    size = points.length / dimension;
    columns = new double[points.length];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < dimension; k++) {
        columns[k * size + i] = points[i * dimension + k];
      }
    }
  }

  @Override
  public int size() {
    return size;
  }

  /** The square of the distance. */
  @Override
  public void measure(int point, int from, int to, double[] out) {
    int count = to - from;
    for (int i = 0; i < count; i++) {
      out[i] = 0;
    }
    for (int k = 0; k < dimension; k++) {
      add(k * size + from, columns[k * size + point], out, count);
    }
  }

  // on its own, so that the compiler vectorises it
  private void add(int from, double own, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      double difference = columns[from + i] - own;
      out[i] += difference * difference;
    }
  }

  @Override
  public double distance(double measure) {
    return Math.sqrt(measure);
  }
}
