package org.conceptspaces.euclidean;

import org.conceptspaces.api.pairs.PairStar;

/** A centre and companions in flat space; companions column by column. */
final class EuclideanStar implements PairStar {

  private final int dimension;
  private final int capacity;
  private final double[] centre;
  private final double[] pulled;
  private final double[] companions;
  private final double[] distances;
  private final double[] shares;

  EuclideanStar(int dimension, int capacity) {
    this.dimension = dimension;
    this.capacity = capacity;
    centre = new double[dimension];
    pulled = new double[dimension];
    companions = new double[dimension * capacity];
    distances = new double[capacity];
    shares = new double[capacity];
  }

  @Override
  public void centre(double[] points, int at) {
    System.arraycopy(points, at, centre, 0, dimension);
  }

  @Override
  public void companion(int index, double[] points, int at) {
    for (int k = 0; k < dimension; k++) {
      companions[k * capacity + index] = points[at + k];
    }
  }

  @Override
  public void measure(int count) {
    for (int j = 0; j < count; j++) {
      distances[j] = 0;
    }
    for (int k = 0; k < dimension; k++) {
      addSquares(k * capacity, centre[k], count);
    }
    for (int j = 0; j < count; j++) {
      distances[j] = Math.sqrt(distances[j]);
    }
  }

  private void addSquares(int column, double own, int count) {
    for (int j = 0; j < count; j++) {
      double difference = companions[column + j] - own;
      distances[j] += difference * difference;
    }
  }

  @Override
  public void distances(int count, double[] out) {
    System.arraycopy(distances, 0, out, 0, count);
  }

  @Override
  public void pull(int count, double[] lengths) {
    for (int j = 0; j < count; j++) {
      shares[j] = distances[j] > 0 ? lengths[j] / distances[j] : 0;
    }
    double square = 0;
    for (int k = 0; k < dimension; k++) {
      pulled[k] = gathered(k * capacity, centre[k], count);
      square += pulled[k] * pulled[k];
    }
    for (int j = 0; j < count; j++) {
      shares[j] *= shortening(Math.abs(lengths[j]));
    }
    for (int k = 0; k < dimension; k++) {
      moveCompanions(k * capacity, centre[k], count);
    }
    double shorter = shortening(Math.sqrt(square));
    for (int k = 0; k < dimension; k++) {
      centre[k] += shorter * pulled[k];
    }
  }

  /** A point is its tangent. */
  @Override
  public void pullTangents(int count, double[] lengths) {
    pull(count, lengths);
  }

  private static double shortening(double length) {
    return length > LONGEST_STEP ? LONGEST_STEP / length : 1;
  }

  // Σ share·(companion − centre): two sums, since the compiler may not reorder one
  private double gathered(int column, double own, int count) {
    double even = 0;
    double odd = 0;
    int j = 0;
    for (; j + 1 < count; j += 2) {
      even += shares[j] * (companions[column + j] - own);
      odd += shares[j + 1] * (companions[column + j + 1] - own);
    }
    return j < count ? even + odd + shares[j] * (companions[column + j] - own) : even + odd;
  }

  private void moveCompanions(int column, double own, int count) {
    for (int j = 0; j < count; j++) {
      companions[column + j] += shares[j] * (own - companions[column + j]);
    }
  }

  @Override
  public void storeCentre(double[] points, int at) {
    System.arraycopy(centre, 0, points, at, dimension);
  }

  @Override
  public void storeCompanion(int index, double[] points, int at) {
    for (int k = 0; k < dimension; k++) {
      points[at + k] = companions[k * capacity + index];
    }
  }
}
