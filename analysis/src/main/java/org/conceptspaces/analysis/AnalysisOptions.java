package org.conceptspaces.analysis;

import org.conceptspaces.analysis.metric.Workers;

/**
 * How to analyse.
 *
 * @param sample how many vectors are compared in pairs, at least 2; what needs no pairs takes all,
 *     but for ranks of wider ones
 * @param widest of vectors of more dimensions, ranks, directions and variances are those of the
 *     sample, too; at least 1
 * @param inputs how many inputs' own concepts are looked at, at least 1
 * @param seed what chooses them, if there are more
 * @param workers who compute; their number changes no result
 */
public record AnalysisOptions(int sample, int widest, int inputs, long seed, Workers workers) {

  /** More pairs than these take more than a gigabyte or many minutes. */
  public static final int LARGEST_SAMPLE = 50_000;

  /** How many vectors are compared in pairs unless asked otherwise. */
  public static final int SAMPLE = 4096;

  /** How many inputs' own concepts are looked at unless asked otherwise. */
  public static final int INPUTS = 256;

  /** Up to how many dimensions the covariance of all vectors is taken unless asked otherwise. */
  public static final int WIDEST = 4096;

  /** Checks the ranges. */
  public AnalysisOptions {
    if (sample < 2 || sample > LARGEST_SAMPLE || widest < 1 || inputs < 1) {
      throw new IllegalArgumentException(
          "sample " + sample + ", widest " + widest + ", inputs " + inputs);
    }
  }

  /**
   * Options with the usual width.
   *
   * @param sample how many vectors are compared in pairs, at least 2
   * @param inputs how many inputs' own concepts are looked at, at least 1
   * @param seed what chooses them, if there are more
   * @param workers who compute
   */
  public AnalysisOptions(int sample, int inputs, long seed, Workers workers) {
    this(sample, WIDEST, inputs, seed, workers);
  }

  /**
   * The usual options.
   *
   * @param seed what chooses samples
   * @param workers who compute
   * @return the options
   */
  public static AnalysisOptions usual(long seed, Workers workers) {
    return new AnalysisOptions(SAMPLE, INPUTS, seed, workers);
  }
}
