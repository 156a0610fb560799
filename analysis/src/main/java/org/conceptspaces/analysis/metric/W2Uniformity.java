package org.conceptspaces.analysis.metric;

/**
 * How far directions are from uniform ones: the Wasserstein distance between the normal
 * distribution of their mean and covariance and that of uniform directions, {@code √(‖μ‖² + 1 + tr
 * Σ − (2/√D) tr Σ^½)} (Fang et al. 2024). Unlike the mean of a kernel it grows when dimensions
 * collapse.
 */
public final class W2Uniformity {

  private W2Uniformity() {}

  /**
   * The distance of a bank.
   *
   * @param directions vectors of length 1, one at least, {@code [N, D]}
   * @return 0 if uniform, {@code √(2 − 2√(r/D))} if uniform in {@code r} dimensions, √2 if constant
   */
  public static double of(Rows directions) {
    return of(
        directions.mean(),
        Spectrum.ofRows(directions.centred()),
        directions.count(),
        directions.width());
  }

  /**
   * The distance of a bank by what is known of it.
   *
   * @param mean the mean direction, {@code [D]}
   * @param centred the singular values of the directions around that mean
   * @param count how many directions there are
   * @param dimension D
   * @return the distance
   */
  public static double of(double[] mean, Spectrum centred, double count, int dimension) {
    double squaredMean = 0;
    for (double value : mean) {
      squaredMean += value * value;
    }
    double trace = 0;
    double roots = 0;
    for (double value : centred.values()) {
      trace += value * value / count;
      roots += value / Math.sqrt(count);
    }
    double squared = squaredMean + 1 + trace - 2 / Math.sqrt(dimension) * roots;
    return Math.sqrt(Math.max(0, squared));
  }
}
