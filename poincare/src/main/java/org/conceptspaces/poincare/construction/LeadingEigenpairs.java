package org.conceptspaces.poincare.construction;

import java.util.Arrays;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * The algebraically largest eigenpairs of a symmetric matrix. Small matrices are decomposed as a
 * whole; of large ones, a block Krylov space with full reorthogonalisation is decomposed (block
 * Lanczos), and started again from the best so far until residuals are small. Blocks find multiple
 * eigenvalues, which symmetric trees have.
 */
final class LeadingEigenpairs {

  /** The largest matrix that is decomposed as a whole. */
  static final int DENSE = 300;

  private static final int RESTARTS = 60;
  private static final double RESIDUAL = 1e-13;

  /** A product with the matrix. */
  interface Operator {
    double[] times(double[] vector);
  }

  private final double[] values;
  private final double[][] vectors;

  private final double norm;

  private LeadingEigenpairs(double[] values, double[][] vectors, double norm) {
    this.values = values;
    this.vectors = vectors;
    this.norm = norm;
  }

  /** The eigenvalues, largest first. */
  double[] values() {
    return values;
  }

  /** Unit eigenvectors in the same order. */
  double[][] vectors() {
    return vectors;
  }

  static LeadingEigenpairs of(int size, int count, Operator matrix) {
    int wanted = Math.min(size, count);
    if (size <= DENSE) {
      double[][] basis = new double[size][size];
      double[][] images = new double[size][];
      for (int row = 0; row < size; row++) {
        basis[row][row] = 1;
        images[row] = matrix.times(basis[row]);
      }
      return ritz(basis, images, wanted);
    }
    int block = wanted + 4;
    Random random = new Random(1);
    double[][] start = new double[block][size];
    for (double[] vector : start) {
      Arrays.setAll(vector, node -> random.nextGaussian());
    }
    LeadingEigenpairs best = round(start, matrix);
    for (int restart = 0;
        restart < RESTARTS && best.residual(wanted, matrix) > RESIDUAL;
        restart++) {
      best = round(best.vectors, matrix);
    }
    return new LeadingEigenpairs(
        Arrays.copyOf(best.values, wanted), Arrays.copyOf(best.vectors, wanted), best.norm);
  }

  /** The leading pairs of one Krylov space. */
  private static LeadingEigenpairs round(double[][] start, Operator matrix) {
    int block = start.length;
    int capacity = Math.min(start[0].length, Math.max(150, 6 * block));
    double[][] basis = new double[capacity][];
    double[][] images = new double[capacity][];
    int known = 0;
    double[][] next = start;
    while (known < capacity) {
      int from = known;
      for (int k = 0; k < next.length && known < capacity; k++) {
        double[] vector = next[k].clone();
        if (orthonormalize(vector, basis, known)) {
          basis[known++] = vector;
        }
      }
      if (known == from) {
        break; // the space is invariant
      }
      for (int k = from; k < known; k++) {
        images[k] = matrix.times(basis[k]);
      }
      next = Arrays.copyOfRange(images, from, known);
    }
    return ritz(Arrays.copyOf(basis, known), Arrays.copyOf(images, known), block);
  }

  /** Twice Gram–Schmidt; false if nothing is left. */
  private static boolean orthonormalize(double[] vector, double[][] basis, int known) {
    double before = Math.sqrt(dot(vector, vector));
    for (int twice = 0; twice < 2; twice++) {
      for (int k = 0; k < known; k++) {
        add(vector, -dot(vector, basis[k]), basis[k]);
      }
    }
    double norm = Math.sqrt(dot(vector, vector));
    for (int node = 0; node < vector.length; node++) {
      vector[node] /= norm;
    }
    return norm > 1e-10 * before;
  }

  private static LeadingEigenpairs ritz(double[][] basis, double[][] images, int count) {
    int size = basis.length;
    RealMatrix projected = new Array2DRowRealMatrix(size, size);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column <= row; column++) {
        double entry = (dot(basis[row], images[column]) + dot(basis[column], images[row])) / 2;
        projected.setEntry(row, column, entry);
        projected.setEntry(column, row, entry);
      }
    }
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(projected);
    int kept = Math.min(count, size);
    double[] values = Arrays.copyOf(eigen.getEigenvalues(), kept);
    double[][] vectors = new double[kept][basis[0].length];
    for (int k = 0; k < kept; k++) {
      for (int row = 0; row < size; row++) {
        add(vectors[k], eigen.getEigenvector(k).getEntry(row), basis[row]);
      }
    }
    double least = eigen.getEigenvalues()[size - 1];
    return new LeadingEigenpairs(values, vectors, Math.max(Math.abs(values[0]), Math.abs(least)));
  }

  /** The largest {@code ‖Av − λv‖} of the first pairs, relative to the norm of the matrix. */
  private double residual(int count, Operator matrix) {
    double largest = 0;
    for (int k = 0; k < count; k++) {
      double[] image = matrix.times(vectors[k]);
      add(image, -values[k], vectors[k]);
      largest = Math.max(largest, Math.sqrt(dot(image, image)));
    }
    return largest / norm;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double factor, double[] vector) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * vector[i];
    }
  }
}
