package org.conceptspaces.placement;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether first answers are right as often as they claim: answers in ten bins by their probability,
 * as in a reliability diagram (DeGroot and Fienberg, "The comparison and evaluation of
 * forecasters", 1983).
 */
public final class Reliability {

  private static final int BINS = 10;

  private final double[] claimed = new double[BINS];
  private final int[] right = new int[BINS];
  private final int[] count = new int[BINS];

  /** Without any answer yet. */
  public Reliability() {}

  /**
   * Answers of several kinds together.
   *
   * @param kinds the bins of each
   * @return all of them
   */
  public static Reliability pooled(List<List<Bin>> kinds) {
    Reliability all = new Reliability();
    for (List<Bin> kind : kinds) {
      for (Bin each : kind) {
        int bin = bin(each.claimed());
        all.claimed[bin] += each.claimed() * each.count();
        all.right[bin] += (int) Math.round(each.right() * each.count());
        all.count[bin] += each.count();
      }
    }
    return all;
  }

  private static int bin(double probability) {
    return Math.min(BINS - 1, (int) (probability * BINS));
  }

  /**
   * Answers of about the same probability.
   *
   * @param claimed their mean probability
   * @param right the share of them that were right
   * @param count how many there are, above 0
   */
  public record Bin(double claimed, double right, int count) {}

  /**
   * Counts an answer.
   *
   * @param probability what was claimed, from 0 to 1
   * @param isRight whether it was right
   */
  public void add(double probability, boolean isRight) {
    int bin = bin(probability);
    claimed[bin] += probability;
    right[bin] += isRight ? 1 : 0;
    count[bin]++;
  }

  /**
   * The bins that have answers.
   *
   * @return by probability
   */
  public List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (count[bin] > 0) {
        bins.add(new Bin(claimed[bin] / count[bin], (double) right[bin] / count[bin], count[bin]));
      }
    }
    return bins;
  }

  /**
   * The expected calibration error (Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated
   * Probabilities Using Bayesian Binning", 2015): the mean over answers of how far their bin's
   * claim is from the truth.
   *
   * @return from 0 to 1; 0 without any answer
   */
  public double expectedCalibrationError() {
    List<Bin> bins = bins();
    double sum =
        bins.stream().mapToDouble(b -> b.count() * Math.abs(b.claimed() - b.right())).sum();
    return sum / Math.max(1, bins.stream().mapToInt(Bin::count).sum());
  }
}
