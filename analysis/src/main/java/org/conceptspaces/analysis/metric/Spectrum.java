package org.conceptspaces.analysis.metric;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The singular values of a bank of vectors, and the ranks that are made of them. All but {@link
 * #rankMe} do not change when the bank is scaled.
 *
 * <p>They come from the eigenvalues of a Gram matrix; those below what rounding leaves of zeros,
 * {@code D·2⁻⁴⁸} of the largest, count as 0, hence singular values below about a millionth of the
 * largest do.
 */
public final class Spectrum {

  private static final double ROUNDING = 0x1p-48;

  /** What RankMe adds to each share. */
  private static final double RANK_ME = 1e-7;

  private final double[] values;

  private Spectrum(double[] values) {
    this.values = values;
  }

  /**
   * Given singular values.
   *
   * @param singularValues at least 0, in any order
   * @return their spectrum
   */
  public static Spectrum of(double... singularValues) {
    double[] sorted = singularValues.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length / 2; i++) {
      double small = sorted[i];
      sorted[i] = sorted[sorted.length - 1 - i];
      sorted[sorted.length - 1 - i] = small;
    }
    if (sorted.length > 0 && !(sorted[sorted.length - 1] >= 0)) {
      throw new IllegalArgumentException("singular values want numbers of 0 or more");
    }
    return new Spectrum(sorted);
  }

  /**
   * The singular values of a bank as it is; around its mean, give {@link Rows#centred()}.
   *
   * @param bank finite numbers, {@code [N, D]}
   * @return {@code min(N, D)} singular values
   */
  public static Spectrum ofRows(Rows bank) {
    return ofGram(Gram.smaller(bank), bank.count());
  }

  /**
   * The singular values of a bank whose Gram matrix is known.
   *
   * @param gram {@code XᵀX}, symmetric but for rounding, finite, {@code [D][D]}
   * @param count how many vectors the bank has
   * @return {@code min(N, D)} singular values
   */
  public static Spectrum ofGram(double[][] gram, long count) {
    double[] eigenvalues = eigenvalues(gram);
    double[] singular = new double[(int) Math.min(count, eigenvalues.length)];
    double least = eigenvalues.length == 0 ? 0 : eigenvalues[0] * eigenvalues.length * ROUNDING;
    for (int i = 0; i < singular.length; i++) {
      singular[i] = eigenvalues[i] > least ? Math.sqrt(eigenvalues[i]) : 0;
    }
    return new Spectrum(singular);
  }

  /** Eigenvalues of a matrix that has none below 0 but for rounding, the largest first. */
  static double[] eigenvalues(double[][] symmetric) {
    double bound = 0;
    for (double[] row : symmetric) {
      bound = Math.max(bound, Arrays.stream(row).map(Math::abs).sum());
    }
    if (!(bound < Double.POSITIVE_INFINITY)) {
      throw new ArithmeticException("numbers are too large for their squares");
    }
    int n = symmetric.length;
    if (bound == 0) {
      return new double[n];
    }
    // Moved up by a bound of them all: the decomposition compares neighbours on the diagonal, and
    // does not converge where both are nearly 0. And what two halves have by rounding is halved: it
    // refuses a matrix that is symmetric but for that.
    double[][] moved = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double half = symmetric[i][j] / bound / 2 + symmetric[j][i] / bound / 2;
        moved[i][j] = half + (i == j ? 1 : 0);
      }
    }
    double[] sorted =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(moved, false))
            .getEigenvalues()
            .clone();
    Arrays.sort(sorted);
    double[] descending = new double[n];
    for (int i = 0; i < n; i++) {
      descending[i] = bound * (sorted[n - 1 - i] - 1);
    }
    return descending;
  }

  /**
   * The singular values.
   *
   * @return a copy, the largest first
   */
  public double[] values() {
    return values.clone();
  }

  /**
   * The effective rank of Roy and Vetterli (2007): {@code exp(−Σ p ln p)}, {@code p = σ/Σσ}.
   *
   * @return 1 to the number of singular values; 0 if all are 0
   */
  public double effectiveRank() {
    return largest() == 0 ? 0 : Math.exp(entropy(1));
  }

  /**
   * The nuclear over the spectral norm, {@code Σσ/σ_max}. Not an effective rank in the usual sense:
   * a Gaussian bank of 128 × 256 has 69.
   *
   * @return 1 to the number of singular values; 0 if all are 0
   */
  public double nuclearSpectralRank() {
    return largest() == 0 ? 0 : sum(1);
  }

  /**
   * The stable rank, {@code Σσ²/σ_max²}.
   *
   * @return 1 to the number of singular values; 0 if all are 0
   */
  public double stableRank() {
    return largest() == 0 ? 0 : sum(2);
  }

  /**
   * The participation ratio {@code (Σλ)²/Σλ²} of the variances {@code λ = σ²}.
   *
   * @return 1 to the number of singular values; 0 if all are 0
   */
  public double participationRatio() {
    return largest() == 0 ? 0 : sum(2) * sum(2) / sum(4);
  }

  /**
   * IsoScore (Rudman et al. 2022) by the participation ratio of the principal variances: {@code (PR
   * − 1)/(D − 1)}. Of a bank around its mean.
   *
   * @param dimension how many numbers a vector has, above 1
   * @return 0 where all variance has one direction, to 1 where all have the same
   */
  public double isoScore(int dimension) {
    return Math.max(0, participationRatio() - 1) / (dimension - 1);
  }

  /**
   * RankMe (Garrido et al. 2023): {@code exp(−Σ p ln p)}, {@code p = σ/Σσ + 1e-7}. Of a bank as it
   * is, not centred.
   *
   * @return from 1, to about the number of singular values; 0 if all are 0
   */
  public double rankMe() {
    if (largest() == 0) {
      return 0;
    }
    double sum = sum(1) * largest();
    double entropy = 0;
    for (double value : values) {
      double p = value / sum + RANK_ME;
      entropy -= p * Math.log(p);
    }
    return Math.exp(entropy);
  }

  /**
   * The von Neumann entropy {@code −Σ λ ln λ} of {@code ρ = ZᵀZ/N} (Kim et al. 2023). Of a bank of
   * {@link Rows#directions() directions}, whose {@code λ = σ²/N} sum to 1.
   *
   * @return nats, from 0 to the logarithm of the number of singular values
   */
  public double vonNeumannEntropy() {
    return largest() == 0 ? 0 : Math.max(0, entropy(2));
  }

  private double largest() {
    return values.length == 0 ? 0 : values[0];
  }

  /** The sum of powers, in units of the largest value, so that none overflows. */
  private double sum(int power) {
    double sum = 0;
    for (double value : values) {
      sum += Math.pow(value / largest(), power);
    }
    return sum;
  }

  private double entropy(int power) {
    double sum = sum(power);
    double entropy = 0;
    for (double value : values) {
      double p = Math.pow(value / largest(), power) / sum;
      entropy -= p > 0 ? p * Math.log(p) : 0;
    }
    return entropy;
  }
}
