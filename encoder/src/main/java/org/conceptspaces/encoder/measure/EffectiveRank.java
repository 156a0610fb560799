package org.conceptspaces.encoder.measure;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The effective rank of Roy and Vetterli (2007): {@code exp(−Σ p ln p)} of the singular values
 * {@code σ}, {@code p = σ/Σσ}. Between 1 and the number of dimensions.
 */
public final class EffectiveRank {

  private EffectiveRank() {}

  /**
   * The effective rank of a bank of vectors, not centred.
   *
   * @param gram {@code XᵀX} of the vectors' matrix {@code X}, symmetric, {@code [D][D]}
   * @return the effective rank; 0 if all vectors are 0, NaN if a number is not finite
   */
  public static double ofGram(double[][] gram) {
    if (!Arrays.stream(gram).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
      return Double.NaN;
    }
    double trace = 0;
    for (int i = 0; i < gram.length; i++) {
      trace += gram[i][i];
    }
    if (trace == 0) {
      return 0;
    }
    double[] singular = singularValues(gram, trace);
    double sum = Arrays.stream(singular).sum();
    double entropy = 0;
    for (double value : singular) {
      double p = value / sum;
      entropy -= p > 0 ? p * Math.log(p) : 0;
    }
    return Math.exp(entropy);
  }

  /**
   * Of a matrix moved up by its trace, which is taken off its eigenvalues: the solver gives up on
   * matrices of low rank, whose zeros are rounding.
   */
  private static double[] singularValues(double[][] gram, double trace) {
    double[][] moved = new double[gram.length][];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = gram[i].clone();
      moved[i][i] += trace;
    }
    double rounding = 4 * gram.length * Math.ulp(trace);
    return Arrays.stream(
            new EigenDecomposition(new Array2DRowRealMatrix(moved, false)).getRealEigenvalues())
        .map(eigenvalue -> eigenvalue - trace)
        .map(eigenvalue -> eigenvalue > rounding ? Math.sqrt(eigenvalue) : 0)
        .toArray();
  }
}
