package org.conceptspaces.encoder.measure;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.Covariance;

/**
 * The two directions in which vectors vary most (their first principal components), to draw them.
 * What is drawn keeps the origin: projections are those of the vectors, not of what is left after
 * their mean is taken away.
 */
public final class MainDirections {

  private final double[][] directions;
  private final double share;

  private MainDirections(double[][] directions, double share) {
    this.directions = directions;
    this.share = share;
  }

  /**
   * Finds the directions; of vectors of two numbers, the axes as they are.
   *
   * @param vectors at least one, of finite numbers, {@code [N][D]}
   * @return the directions
   */
  public static MainDirections of(double[][] vectors) {
    int d = vectors[0].length;
    if (d <= 2) {
      return new MainDirections(new double[][] {{1, 0}, {0, 1}}, 1);
    }
    EigenDecomposition eigen = new EigenDecomposition(covariance(vectors, d));
    // Eigenvalues come in descending order.
    double total = Arrays.stream(eigen.getRealEigenvalues()).map(x -> Math.max(0, x)).sum();
    double two = eigen.getRealEigenvalue(0) + eigen.getRealEigenvalue(1);
    return new MainDirections(
        new double[][] {eigen.getEigenvector(0).toArray(), eigen.getEigenvector(1).toArray()},
        total > 0 ? two / total : 1);
  }

  /** One vector varies in no direction; the library wants two. */
  private static RealMatrix covariance(double[][] vectors, int d) {
    return vectors.length < 2
        ? new Array2DRowRealMatrix(d, d)
        : new Covariance(vectors, false).getCovarianceMatrix();
  }

  /**
   * The share of the vectors' variance that lies in the two directions.
   *
   * @return from 0 to 1
   */
  public double share() {
    return share;
  }

  /**
   * Where a vector is drawn.
   *
   * @param vector {@code [D]}
   * @return its two coordinates
   */
  public double[] project(double[] vector) {
    double[] drawn = new double[2];
    for (int i = 0; i < vector.length; i++) {
      drawn[0] += directions[0][i] * vector[i];
      drawn[1] += directions[1][i] * vector[i];
    }
    return drawn;
  }
}
