package org.conceptspaces.analysis;

import java.util.Arrays;
import org.conceptspaces.analysis.metric.Rows;

/** The mean |cosine| of each two concept slots over inputs in which both are live. */
final class SlotCorrelations {

  /** Slots beyond these are left out: more rows and columns of a picture cannot be told apart. */
  static final int MOST = 32;

  private final double[][] sums;
  private final int[][] counts;

  SlotCorrelations(int slots) {
    int some = Math.min(MOST, slots);
    sums = new double[some][some];
    counts = new int[some][some];
  }

  /** Adds the live concepts of an input, and which slots they are of, ascending. */
  void add(Rows concepts, int[] slots) {
    int width = concepts.width();
    int some = (int) Arrays.stream(slots).filter(slot -> slot < sums.length).count();
    double[] unit = new double[some * width];
    boolean[] pointed = new boolean[some];
    for (int i = 0; i < some; i++) {
      pointed[i] = Rows.direction(concepts.values(), i * width, unit, i * width, width);
    }
    for (int i = 0; i < some; i++) {
      for (int j = 0; j < some; j++) {
        if (pointed[i] && pointed[j]) {
          double cosine = 0;
          for (int k = 0; k < width; k++) {
            cosine += unit[i * width + k] * unit[j * width + k];
          }
          sums[slots[i]][slots[j]] += Math.abs(cosine);
          counts[slots[i]][slots[j]]++;
        }
      }
    }
  }

  /** The means, {@code [slots][slots]}; NaN for slots that are never live together. */
  double[][] means() {
    double[][] means = new double[sums.length][sums.length];
    for (int i = 0; i < means.length; i++) {
      for (int j = 0; j < means.length; j++) {
        means[i][j] = counts[i][j] == 0 ? Double.NaN : Math.min(1, sums[i][j] / counts[i][j]);
      }
    }
    return means;
  }
}
