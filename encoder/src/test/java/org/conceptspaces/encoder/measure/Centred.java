package org.conceptspaces.encoder.measure;

import org.apache.commons.math3.stat.correlation.Covariance;
import org.conceptspaces.analysis.metric.Spectrum;

/** Vectors around their mean, by a library. */
final class Centred {

  private Centred() {}

  /** The effective rank of at least two vectors, {@code [N][D]}; their number changes nothing. */
  static double effectiveRank(double[][] vectors) {
    double[][] gram = new Covariance(vectors, false).getCovarianceMatrix().getData();
    return Spectrum.ofGram(gram, gram.length).effectiveRank();
  }
}
