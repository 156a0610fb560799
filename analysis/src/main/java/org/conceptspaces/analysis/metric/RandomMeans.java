package org.conceptspaces.analysis.metric;

import java.util.Arrays;
import java.util.Random;

/**
 * What the slots' means over inputs have, where the vectors are independent standard normal ones:
 * the mean of n of them is {@code √n} times shorter than one. Where a mask lets some slots live in
 * few inputs, their means are the longest, and the rank of all means is below that of {@link
 * RandomDirections#rankBound}, though every one points anywhere.
 */
public final class RandomMeans {

  private static final int DRAWS = 200;

  /** About one in a hundred is as far below the mean; ranks lie more below than above it. */
  private static final double DEVIATIONS = 2.6;

  /** Singular values of a draw. */
  private static final int MOST = 64;

  private RandomMeans() {}

  /**
   * What the effective rank of the means stays above, by 200 seeded draws; about one such bank in a
   * hundred misses it. With the same count for all, {@link RandomDirections#rankBound}. More than
   * 64 means of more than 64 dimensions are drawn smaller, at the same ratio and with counts drawn
   * from these, by which nearly the same share of the rank is left; they differ more, and the bound
   * is up to a tenth lower.
   *
   * @param counts over how many inputs each mean is, above 0; at least one
   * @param dimension d, above 0
   * @return below {@code min(counts.length, d)}
   */
  public static double rankBound(long[] counts, int dimension) {
    if (Arrays.stream(counts).allMatch(count -> count == counts[0])) {
      return RandomDirections.rankBound(counts.length, dimension);
    }
    int least = Math.min(counts.length, dimension);
    int every = (least + MOST - 1) / MOST;
    long[] sorted = counts.clone();
    Arrays.sort(sorted);
    int width = dimension / every;
    Random random = new Random(1);
    double sum = 0;
    double squares = 0;
    for (int draw = 1; draw <= DRAWS; draw++) {
      double[] lengths = lengths(sorted, every, random);
      Rows means = Rows.gaussian(lengths.length, width, random);
      for (int i = 0; i < means.values().length; i++) {
        means.values()[i] *= lengths[i / width];
      }
      double rank = Spectrum.ofRows(means).effectiveRank();
      double before = rank - sum / Math.max(1, draw - 1);
      sum += rank;
      squares += before * (rank - sum / draw);
    }
    double bound = sum / DRAWS - DEVIATIONS * Math.sqrt(squares / (DRAWS - 1));
    return bound * least / Math.min(counts.length / every, width);
  }

  /** How long means are, of each so many by length any one. */
  private static double[] lengths(long[] sorted, int every, Random random) {
    double[] lengths = new double[sorted.length / every];
    Arrays.setAll(lengths, i -> 1 / Math.sqrt((double) sorted[i * every + random.nextInt(every)]));
    return lengths;
  }
}
