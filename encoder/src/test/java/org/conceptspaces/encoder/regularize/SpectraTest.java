package org.conceptspaces.encoder.regularize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Collapsed banks are what regularisers are for: their matrices must not stop a training. */
class SpectraTest {

  /** Duplicates of a few vectors at right angles: the entropy is the logarithm of their number. */
  @Test
  void matricesOfLowRankAreDecomposed() {
    Random random = new Random(4);
    for (int size : new int[] {8, 48, 64, 128}) {
      for (int rank = 1; rank <= 5; rank++) {
        double[] density = new double[size * size];
        double[][] basis = orthonormal(random, rank, size);
        for (double[] vector : basis) {
          for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
              density[i * size + j] += vector[i] * vector[j] / rank;
            }
          }
        }
        Spectra spectra = new Spectra(density, 1, size);
        assertEquals(Math.log(rank), spectra.entropies()[0], 1e-9, size + ", rank " + rank);
        // −(ln ρ + 1) takes each of the vectors to ln(rank) − 1 times itself.
        double quadratic = 0;
        for (int i = 0; i < size; i++) {
          for (int j = 0; j < size; j++) {
            quadratic += basis[0][i] * spectra.derivatives()[i * size + j] * basis[0][j];
          }
        }
        assertEquals(Math.log(rank) - 1, quadratic, 1e-6, size + ", rank " + rank);
      }
    }
  }

  /** By Gram and Schmidt, twice. */
  private static double[][] orthonormal(Random random, int rank, int size) {
    double[][] basis = new double[rank][size];
    for (int k = 0; k < rank; k++) {
      for (int i = 0; i < size; i++) {
        basis[k][i] = random.nextGaussian();
      }
      for (int turn = 0; turn < 2; turn++) {
        for (int other = 0; other < k; other++) {
          add(basis[k], basis[other], -dot(basis[k], basis[other]));
        }
      }
      double norm = Math.sqrt(dot(basis[k], basis[k]));
      add(basis[k], basis[k].clone(), 1 / norm - 1);
    }
    return basis;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static void add(double[] to, double[] x, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * x[i];
    }
  }
}
