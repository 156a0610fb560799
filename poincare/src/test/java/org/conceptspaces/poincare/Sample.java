package org.conceptspaces.poincare;

import java.util.Random;

/** Seeded vectors and points. */
final class Sample {

  private final Random random;

  Sample(long seed) {
    random = new Random(seed);
  }

  /** Independent normal numbers. */
  double[] normal(int n) {
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = random.nextGaussian();
    }
    return v;
  }

  /** A vector of this length in a random direction. */
  double[] vector(int n, double length) {
    double[] v = normal(n);
    double norm = 0;
    for (double a : v) {
      norm += a * a;
    }
    norm = Math.sqrt(norm);
    for (int i = 0; i < n; i++) {
      v[i] *= length / norm;
    }
    return v;
  }

  /** A point at (nearly) this distance from the origin, in a random direction. */
  double[] point(double c, int n, double distance) {
    return vector(n, Math.tanh(Math.sqrt(c) * distance / 2) / Math.sqrt(c));
  }

  /** Between 0 and 1. */
  double uniform() {
    return random.nextDouble();
  }
}
