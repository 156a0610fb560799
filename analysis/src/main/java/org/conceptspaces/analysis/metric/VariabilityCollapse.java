package org.conceptspaces.analysis.metric;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * NC1 of Papyan, Han and Donoho (2020), how much labelled vectors vary within their classes beside
 * what these are apart: {@code tr(Σ_W Σ_B⁺)}. {@code Σ_W} is the mean of {@code (x − m_c)(x −
 * m_c)ᵀ} over all vectors, {@code Σ_B} that of {@code (m_c − m)(m_c − m)ᵀ}, so that each class
 * weighs as much as it has vectors, and both sum to the covariance. The pseudo-inverse takes the
 * {@code C − 1} largest eigenvalues of {@code Σ_B}, or as many as are not 0 but for rounding.
 * Nothing is divided by the number of classes; the authors, whose classes are all of a size, do so.
 *
 * <p>Neither an offset, a scale nor a rotation changes it.
 */
public final class VariabilityCollapse {

  /** What is left of differences between means that are equal, beside the largest number. */
  private static final double ROUNDING = 0x1p-46;

  private final ClassMeans means;
  private final Workers workers;
  private final Rows directions;
  private final double[] within;
  private double[] residuals = {};

  /**
   * Starts with no vector gathered.
   *
   * @param means of the classes that will come, two at least with vectors
   * @param workers who compute; their number changes no bit of the result
   */
  public VariabilityCollapse(ClassMeans means, Workers workers) {
    this.means = means;
    this.workers = workers;
    directions = directions(means);
    within = new double[directions.count()];
  }

  /** The eigenvectors of {@code Σ_B}, each divided by the root of its eigenvalue. */
  private static Rows directions(ClassMeans means) {
    Rows between = means.between();
    int width = between.width();
    // of the means themselves, not of their Gram matrix: where classes are nearly on a line, what
    // they are off it weighs most
    SingularValueDecomposition decomposed = new SingularValueDecomposition(matrix(between));
    double[] deviations = decomposed.getSingularValues();
    double least = ROUNDING * Math.max(deviations[0], Math.sqrt(width) * means.largest());
    int kept = 0;
    while (kept < Math.min(deviations.length, means.classes() - 1) && deviations[kept] > least) {
      kept++;
    }
    double[] directions = new double[kept * width];
    for (int k = 0; k < kept; k++) {
      double[] direction = decomposed.getV().getColumn(k);
      for (int i = 0; i < width; i++) {
        directions[k * width + i] = direction[i] / deviations[k];
      }
    }
    return new Rows(directions, kept, width);
  }

  private static RealMatrix matrix(Rows rows) {
    double[][] matrix = new double[rows.count()][];
    Arrays.setAll(
        matrix,
        row -> Arrays.copyOfRange(rows.values(), row * rows.width(), (row + 1) * rows.width()));
    return new Array2DRowRealMatrix(matrix, false);
  }

  /**
   * Gathers vectors, all of those that the means were made of.
   *
   * @param labels their classes
   * @param values vectors, one after the other
   * @param rows how many of them
   */
  public void add(int[] labels, double[] values, int rows) {
    int width = means.width();
    if (residuals.length < rows * width) {
      residuals = new double[rows * width];
    }
    for (int row = 0; row < rows; row++) {
      means.residual(labels[row], values, row * width, residuals, row * width);
    }
    workers.each(
        directions.count(),
        k -> {
          for (int row = 0; row < rows; row++) {
            double along = Gram.dot(residuals, row * width, directions.values(), k * width, width);
            within[k] += along * along;
          }
        });
  }

  /**
   * The number of directions in which class means differ.
   *
   * @return at most {@code min(D, C − 1)}; 0 if all classes have the same mean
   */
  public int directions() {
    return directions.count();
  }

  /**
   * NC1 of what was gathered.
   *
   * @return 0 where each class has one vector over and over; NaN if all classes have the same mean
   */
  public double value() {
    if (directions.count() == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (double squares : within) {
      sum += squares / means.count();
    }
    return sum;
  }
}
