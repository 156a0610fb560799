package org.conceptspaces.api.pairs;

/** Points of hyperbolic space, as unit ball coordinates column by column. */
final class HyperbolicTable implements PairTable {

  private final int dimension;
  private final double scale;
  private final int size;
  private final double[] ball;
  private final double[] time;

  HyperbolicTable(HyperbolicPairs pairs, double[] points) {
    dimension = pairs.dimension;
    scale = pairs.scale;
    int width = pairs.width();
    size = points.length / width;
    ball = new double[size * dimension];
    time = new double[size];
    for (int i = 0; i < size; i++) {
      double above = 1 + points[i * width + dimension];
      time[i] = above;
      for (int k = 0; k < dimension; k++) {
        ball[k * size + i] = points[i * width + k] / above;
      }
    }
  }

  @Override
  public int size() {
    return size;
  }

  /** {@code cosh d − 1}. */
  @Override
  public void measure(int point, int from, int to, double[] out) {
    int count = to - from;
    for (int i = 0; i < count; i++) {
      out[i] = 0;
    }
    for (int k = 0; k < dimension; k++) {
      int column = k * size;
      add(ball, column + from, ball[column + point], out, count);
    }
    double half = time[point] / 2;
    for (int i = 0; i < count; i++) {
      out[i] *= half * time[from + i];
    }
  }

  // on its own, so that the compiler vectorises it
  private static void add(double[] column, int from, double own, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      double difference = column[from + i] - own;
      out[i] += difference * difference;
    }
  }

  @Override
  public double distance(double measure) {
    return Math.log1p(measure + Math.sqrt(measure * (measure + 2))) / scale;
  }
}
