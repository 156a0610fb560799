package org.conceptspaces.analysis.metric;

/**
 * Cosines between the vectors of a bank, over all distinct pairs.
 *
 * @param mean the mean cosine, which is the anisotropy
 * @param meanAbsolute the mean of |cosine|: opposite vectors are as little apart in what they can
 *     tell as equal ones
 * @param maxAbsolute the largest |cosine|: how near the directions are to being orthogonal, the ε
 *     of representational capacity
 */
public record Correlations(double mean, double meanAbsolute, double maxAbsolute) {

  /**
   * Compares all pairs.
   *
   * @param directions vectors of length 1, two at least
   * @param workers who compute
   * @return the cosines
   */
  public static Correlations of(Rows directions, Workers workers) {
    int n = directions.count();
    double[][] ofRow = new double[n][3];
    workers.each(n, row -> ofRow[row] = row(directions, row));
    double sum = 0;
    double absolute = 0;
    double max = 0;
    for (double[] row : ofRow) {
      sum += row[0];
      absolute += row[1];
      max = Math.max(max, row[2]);
    }
    double pairs = 0.5 * n * (n - 1.0);
    return new Correlations(sum / pairs, absolute / pairs, Math.min(1, max));
  }

  private static double[] row(Rows directions, int row) {
    double sum = 0;
    double absolute = 0;
    double max = 0;
    int d = directions.width();
    for (int other = 0; other < row; other++) {
      double cosine = Gram.dot(directions.values(), row * d, other * d, d);
      sum += cosine;
      absolute += Math.abs(cosine);
      max = Math.max(max, Math.abs(cosine));
    }
    return new double[] {sum, absolute, max};
  }

  /**
   * The anisotropy of any number of directions by their mean, {@code (N‖z̄‖² − 1)/(N − 1)}, which
   * needs no pairs.
   *
   * @param mean the mean of vectors of length 1
   * @param count how many there are, above 1
   * @return the mean cosine over distinct pairs
   */
  public static double anisotropy(double[] mean, double count) {
    double squared = 0;
    for (double value : mean) {
      squared += value * value;
    }
    return (squared * count - 1) / (count - 1);
  }
}
