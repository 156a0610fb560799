package org.conceptspaces.analysis;

import org.conceptspaces.analysis.metric.Workers;

/**
 * How to analyse.
 *
 * @param sample how many vectors are compared in pairs, at least 2; what needs no pairs takes all
 * @param inputs how many inputs' own concepts are looked at, at least 1
 * @param seed what chooses them, if there are more
 * @param workers who compute; their number changes no result
 */
public record AnalysisOptions(int sample, int inputs, long seed, Workers workers) {

  /** More pairs than these take more than a gigabyte or many minutes. */
  public static final int LARGEST_SAMPLE = 50_000;

  /** How many vectors are compared in pairs unless asked otherwise. */
  public static final int SAMPLE = 4096;

  /** How many inputs' own concepts are looked at unless asked otherwise. */
  public static final int INPUTS = 256;

  /** Checks the ranges. */
  public AnalysisOptions {
    if (sample < 2 || sample > LARGEST_SAMPLE || inputs < 1) {
      throw new IllegalArgumentException("sample " + sample + ", inputs " + inputs);
    }
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
