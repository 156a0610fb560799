package org.conceptspaces.taxonomy.ranking;

/** {@link VoteKernel#SQUARED_SIMILARITY}. */
final class SquaredSimilarity implements VoteKernel {

  @Override
  public boolean largerIsNearer() {
    return true;
  }

  @Override
  public double[] weights(double[] nearest) {
    double[] weights = new double[nearest.length];
    for (int i = 0; i < weights.length; i++) {
      double similarity = Math.max(0, nearest[i]);
      weights[i] = similarity * similarity;
    }
    return weights;
  }
}
