package org.conceptspaces.encoder.regularize;

import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** The entropies {@code −Σ λ ln λ} of some symmetric matrices, and their derivatives. */
final class Spectra {

  /**
   * Added to the diagonal, and taken off the eigenvalues. The solver tells what is small beside the
   * diagonal, and gives up on matrices of low rank, whose zeros are rounding; with this it is done
   * at rounding beside 1, the trace.
   */
  private static final double SHIFT = 1;

  /** Eigenvalues below this are 0. */
  private static final double LEAST = 1e-12;

  private final double[] entropies;
  private final double[] derivatives;

  /**
   * Decomposes the matrices.
   *
   * @param matrices positive semidefinite, {@code [groups · size · size]}
   */
  Spectra(double[] matrices, int groups, int size) {
    entropies = new double[groups];
    derivatives = new double[groups * size * size];
    for (int group = 0; group < groups; group++) {
      fill(matrices, group, size);
    }
  }

  private void fill(double[] matrices, int group, int size) {
    int offset = group * size * size;
    double[][] rows = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        rows[i][j] = (matrices[offset + i * size + j] + matrices[offset + j * size + i]) / 2;
        if (!Double.isFinite(rows[i][j])) {
          entropies[group] = Double.NaN;
          return;
        }
      }
      rows[i][i] += SHIFT;
    }
    try {
      fill(new EigenDecomposition(new Array2DRowRealMatrix(rows, false)), group, offset);
    } catch (MaxCountExceededException e) {
      // Not known to happen to shifted matrices; training stops as at any loss that is no number.
      entropies[group] = Double.NaN;
    }
  }

  private void fill(EigenDecomposition eigen, int group, int offset) {
    double[] values = eigen.getRealEigenvalues();
    RealMatrix vectors = eigen.getV();
    int size = values.length;
    for (int k = 0; k < size; k++) {
      double eigenvalue = values[k] - SHIFT;
      double value = Math.max(LEAST, eigenvalue);
      entropies[group] -= eigenvalue > LEAST ? value * Math.log(value) : 0;
      double slope = -Math.log(value) - 1;
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          derivatives[offset + i * size + j] +=
              slope * vectors.getEntry(i, k) * vectors.getEntry(j, k);
        }
      }
    }
  }

  /** One for each matrix; NaN for one that is not finite. */
  double[] entropies() {
    return entropies;
  }

  /** {@code −(ln ρ + 1)} of each matrix, {@code [groups · size · size]}. */
  double[] derivatives() {
    return derivatives;
  }
}
