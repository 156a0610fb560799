package org.conceptspaces.analysis.metric;

import java.util.List;

/**
 * How much of a layer's rank its data use (Garg et al. 2024). Projected onto the principal
 * subspaces of its inputs and outputs, {@code W' = P_S W P_T}, its weight has at most the rank of
 * the smaller of these. Principal directions are around the mean: what a bias or a common offset
 * adds is the same for every input, and no weight's rank.
 *
 * @param inputs how many principal directions hold the inputs' energy
 * @param outputs how many hold the outputs' energy
 * @param full the rank that the layer's shape allows
 */
public record UtilisedRank(int inputs, int outputs, int full) {

  /** The share of energy that a subspace keeps, unless another is asked for. */
  public static final double ENERGY = 0.99;

  /**
   * The utilised rank of a layer.
   *
   * @param inputs the singular values of activations before the layer, around their mean
   * @param outputs the singular values of activations after it, before any non-linearity, around
   *     theirs
   * @param inputWidth how many numbers it takes
   * @param outputWidth how many it yields
   * @param energy the share of {@code Σσ²} that a subspace keeps, above 0, to 1
   * @return the ranks
   */
  public static UtilisedRank of(
      Spectrum inputs, Spectrum outputs, int inputWidth, int outputWidth, double energy) {
    double share = checkedEnergy(energy);
    return new UtilisedRank(
        kept(inputs, share), kept(outputs, share), Math.min(inputWidth, outputWidth));
  }

  /**
   * Refuses what is no share of energy.
   *
   * @param energy the share of {@code Σσ²} that a subspace keeps
   * @return the same
   * @throws IllegalArgumentException unless it is above 0, to 1
   */
  public static double checkedEnergy(double energy) {
    if (!(energy > 0 && energy <= 1)) {
      throw new IllegalArgumentException("energy " + energy + ": wants a share above 0, to 1");
    }
    return energy;
  }

  private static int kept(Spectrum spectrum, double energy) {
    double[] values = spectrum.values();
    double total = 0;
    for (double value : values) {
      total += value * value;
    }
    double sum = 0;
    int kept = 0;
    while (kept < values.length && values[kept] > 0 && sum < energy * total) {
      sum += values[kept] * values[kept];
      kept++;
    }
    return kept;
  }

  /**
   * The utilised rank.
   *
   * @return the smaller of the two, at most the full rank
   */
  public int rank() {
    return Math.min(full, Math.min(inputs, outputs));
  }

  /**
   * What share of the layer is used.
   *
   * @return 0 to 1
   */
  public double utilisation() {
    return (double) rank() / full;
  }

  /**
   * The mean utilisation of layers.
   *
   * @param layers one at least
   * @return 0 to 1
   */
  public static double mean(List<UtilisedRank> layers) {
    return layers.stream().mapToDouble(UtilisedRank::utilisation).average().orElse(Double.NaN);
  }
}
