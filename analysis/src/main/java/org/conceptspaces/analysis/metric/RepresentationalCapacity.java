package org.conceptspaces.analysis.metric;

/**
 * How nearly orthogonal {@code k} directions can be in {@code d} dimensions: all |cosines| are at
 * most about {@code ε}. The constants were fitted to simulations.
 */
public final class RepresentationalCapacity {

  private static final double RANDOM = 3.029;
  private static final double OPTIMISED = 1.293;

  private RepresentationalCapacity() {}

  /**
   * What random directions have.
   *
   * @param directions k, above 0
   * @param dimension d, above 0
   * @return {@code √(3.029 ln k / d)}, 1 at most
   */
  public static double random(int directions, int dimension) {
    return Math.min(1, Math.sqrt(RANDOM * Math.log(directions) / dimension));
  }

  /**
   * What directions have that were moved apart as far as they go.
   *
   * @param directions k, above 0
   * @param dimension d, above 0
   * @return {@code √(1.293 ln(k/d) / d)}, 1 at most; 0 if {@code k ≤ d}, when they can be
   *     orthogonal
   */
  public static double optimised(int directions, int dimension) {
    double ratio = Math.max(1, (double) directions / dimension);
    return Math.min(1, Math.sqrt(OPTIMISED * Math.log(ratio) / dimension));
  }
}
