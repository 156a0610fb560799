package org.conceptspaces.taxonomy.ranking;

/** {@link VoteKernel#exponential}. */
final class ExponentialDistance implements VoteKernel {

  private final double sharpness;

  ExponentialDistance(double sharpness) {
    if (!(sharpness > 0 && Double.isFinite(sharpness))) {
      throw new IllegalArgumentException("sharpness " + sharpness + " is not above 0");
    }
    this.sharpness = sharpness;
  }

  @Override
  public boolean largerIsNearer() {
    return false;
  }

  @Override
  public double[] weights(double[] nearest) {
    int middle = nearest.length / 2;
    double scale =
        nearest.length % 2 == 1 ? nearest[middle] : nearest[middle - 1] / 2 + nearest[middle] / 2;
    double[] weights = new double[nearest.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight(nearest[i], scale);
    }
    return weights;
  }

  private double weight(double distance, double scale) {
    if (distance == 0) {
      return 1;
    }
    return scale == 0 || Double.isInfinite(distance) ? 0 : Math.exp(-sharpness * distance / scale);
  }
}
