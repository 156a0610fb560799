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
    double[] eigenvalues =
        new EigenDecomposition(new Array2DRowRealMatrix(gram, false)).getRealEigenvalues();
    double sum = 0;
    for (double eigenvalue : eigenvalues) {
      sum += Math.sqrt(Math.max(0, eigenvalue));
    }
    if (sum == 0) {
      return 0;
    }
    double entropy = 0;
    for (double eigenvalue : eigenvalues) {
      double p = Math.sqrt(Math.max(0, eigenvalue)) / sum;
      entropy -= p > 0 ? p * Math.log(p) : 0;
    }
    return Math.exp(entropy);
  }
}
