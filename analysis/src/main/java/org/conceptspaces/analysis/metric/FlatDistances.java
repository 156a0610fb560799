package org.conceptspaces.analysis.metric;

import java.util.Arrays;

/**
 * Euclidean distances, by differences: coincident points are 0 apart, and close ones lose no
 * digits.
 */
public final class FlatDistances implements Distances {

  private final double[][] columns;
  private final int size;

  /**
   * The distances of a bank.
   *
   * @param bank finite numbers
   */
  public FlatDistances(Rows bank) {
    size = bank.count();
    columns = new double[bank.width()][size];
    for (int i = 0; i < columns.length; i++) {
      for (int row = 0; row < size; row++) {
        columns[i][row] = bank.get(row, i);
      }
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void from(int point, double[] out) {
    Arrays.fill(out, 0, size, 0);
    int i = 0;
    for (; i + 4 <= columns.length; i += 4) {
      addFour(point, out, i);
    }
    for (; i < columns.length; i++) {
      double[] column = columns[i];
      double own = column[point];
      for (int row = 0; row < size; row++) {
        double difference = column[row] - own;
        out[row] += difference * difference;
      }
    }
    for (int row = 0; row < size; row++) {
      out[row] = Math.sqrt(out[row]);
    }
  }

  private void addFour(int point, double[] out, int i) {
    double[] a = columns[i];
    double[] b = columns[i + 1];
    double[] c = columns[i + 2];
    double[] d = columns[i + 3];
    double a0 = a[point];
    double b0 = b[point];
    double c0 = c[point];
    double d0 = d[point];
    for (int row = 0; row < size; row++) {
      double da = a[row] - a0;
      double db = b[row] - b0;
      double dc = c[row] - c0;
      double dd = d[row] - d0;
      out[row] += da * da + db * db + dc * dc + dd * dd;
    }
  }
}
