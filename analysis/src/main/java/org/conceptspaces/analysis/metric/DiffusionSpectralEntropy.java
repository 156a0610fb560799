package org.conceptspaces.analysis.metric;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The diffusion spectral entropy (Liao et al. 2024): {@code −Σ p log₂ p}, {@code p = |λ|/Σ|λ|}, of
 * the eigenvalues of {@code D^−½ G D^−½}, {@code G = exp(−d²/2σ²)}, {@code D} its row sums. Each
 * dimension is standardised first; {@code σ} is the median distance, the diffusion time 1.
 */
public final class DiffusionSpectralEntropy {

  private DiffusionSpectralEntropy() {}

  /**
   * The entropy of a bank. Takes time by the cube of the number of vectors.
   *
   * @param bank finite numbers, two vectors at least
   * @return bits, from 0 where all coincide, to {@code log₂ N}
   */
  public static double of(Rows bank) {
    return of(new FlatDistances(standardised(bank)));
  }

  /**
   * The entropy of points by their distances.
   *
   * @param distances of two points at least
   * @return bits, from 0 where all coincide, to {@code log₂ N}
   */
  public static double of(Distances distances) {
    int n = distances.size();
    double[][] kernel = new double[n][n];
    double[] between = new double[n * (n - 1) / 2];
    int at = 0;
    for (int i = 0; i < n; i++) {
      distances.from(i, kernel[i]);
      System.arraycopy(kernel[i], 0, between, at, i);
      at += i;
    }
    double width = StatUtils.percentile(between, 50);
    double[] sums = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double ratio = kernel[i][j] == 0 ? 0 : kernel[i][j] / width;
        kernel[i][j] = Math.exp(-0.5 * ratio * ratio);
        sums[i] += kernel[i][j];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        kernel[i][j] /= Math.sqrt(sums[i] * sums[j]);
      }
    }
    return entropy(Spectrum.eigenvalues(kernel));
  }

  private static double entropy(double[] eigenvalues) {
    double sum = Arrays.stream(eigenvalues).map(Math::abs).sum();
    double entropy = 0;
    for (double eigenvalue : eigenvalues) {
      double p = Math.abs(eigenvalue) / sum;
      entropy -= p > 0 ? p * Math.log(p) / Math.log(2) : 0;
    }
    return Math.max(0, entropy);
  }

  private static Rows standardised(Rows bank) {
    Rows centred = bank.centred();
    double[] values = centred.values();
    int width = bank.width();
    for (int i = 0; i < width; i++) {
      double squares = 0;
      for (int row = 0; row < bank.count(); row++) {
        squares += centred.get(row, i) * centred.get(row, i);
      }
      double deviation = Math.sqrt(squares / bank.count());
      for (int row = 0; row < bank.count() && deviation > 0; row++) {
        values[row * width + i] /= deviation;
      }
    }
    return centred;
  }
}
