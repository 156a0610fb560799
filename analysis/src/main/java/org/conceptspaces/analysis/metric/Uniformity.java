package org.conceptspaces.analysis.metric;

/** Alignment and uniformity of directions (Wang and Isola 2020). */
public final class Uniformity {

  private static final double TEMPERATURE = 2;

  private Uniformity() {}

  /**
   * {@code ln mean exp(−2‖x − y‖²)} over all distinct pairs.
   *
   * @param directions vectors of length 1, two at least
   * @param workers who compute
   * @return 0 if all coincide; lower is more uniform, −3.9 in 64 dimensions
   */
  public static double of(Rows directions, Workers workers) {
    int n = directions.count();
    Distances distances = new FlatDistances(directions);
    double[] sums = new double[n];
    workers.each(
        (n + 63) / 64,
        piece -> {
          double[] row = new double[n];
          for (int i = 64 * piece; i < Math.min(n, 64 * piece + 64); i++) {
            distances.from(i, row);
            for (int j = 0; j < i; j++) {
              sums[i] += Math.exp(-TEMPERATURE * row[j] * row[j]);
            }
          }
        });
    double sum = 0;
    for (double ofRow : sums) {
      sum += ofRow;
    }
    return Math.log(sum / (0.5 * n * (n - 1.0)));
  }

  /**
   * {@code mean ‖x − y‖²} of the directions of vectors that belong together.
   *
   * @param first one view of some things, no vector 0, {@code [N, D]}
   * @param second another view of the same things in the same order
   * @return 0 if views agree, to 4
   */
  public static double alignment(Rows first, Rows second) {
    Rows x = first.directions();
    Rows y = second.directions();
    if (x.count() != first.count()
        || y.count() != second.count()
        || x.count() != y.count()
        || x.width() != y.width()) {
      throw new IllegalArgumentException(
          "alignment wants pairs of vectors other than 0, not "
              + x.count()
              + " and "
              + y.count()
              + " directions");
    }
    double sum = 0;
    for (int i = 0; i < x.values().length; i++) {
      double difference = x.values()[i] - y.values()[i];
      sum += difference * difference;
    }
    return sum / x.count();
  }
}
