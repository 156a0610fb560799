package org.conceptspaces.product;

import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.api.pairs.PairStar;

/**
 * A centre and companions in a product: a star in each part. Distance is {@code d = √Σdᵢ²}, so its
 * derivative by the distance in a part is {@code dᵢ/d}, and a geodesic of length {@code l} is one
 * of length {@code l·dᵢ/d} in each part.
 */
final class ProductStar implements PairStar {

  private final PairStar[] stars;
  private final int[] offsets;

  /** The distances in each part. */
  private final double[][] ofParts;

  private final double[] distances;

  /** {@code l/d} of each companion. */
  private final double[] shares;

  /** {@code l·dᵢ/d} of each companion, in one part. */
  private final double[] lengths;

  ProductStar(ProductPairs pairs, int capacity) {
    int parts = pairs.parts().size();
    stars = new PairStar[parts];
    offsets = new int[parts];
    ofParts = new double[parts][capacity];
    distances = new double[capacity];
    shares = new double[capacity];
    lengths = new double[capacity];
    int offset = 0;
    for (int i = 0; i < parts; i++) {
      PairKernel part = pairs.parts().get(i);
      stars[i] = part.star(capacity);
      offsets[i] = offset;
      offset += part.width();
    }
  }

  @Override
  public void centre(double[] points, int at) {
    for (int i = 0; i < stars.length; i++) {
      stars[i].centre(points, at + offsets[i]);
    }
  }

  @Override
  public void companion(int index, double[] points, int at) {
    for (int i = 0; i < stars.length; i++) {
      stars[i].companion(index, points, at + offsets[i]);
    }
  }

  @Override
  public void measure(int count) {
    for (int j = 0; j < count; j++) {
      distances[j] = 0;
    }
    for (int i = 0; i < stars.length; i++) {
      stars[i].measure(count);
      stars[i].distances(count, ofParts[i]);
      addSquares(ofParts[i], count);
    }
    for (int j = 0; j < count; j++) {
      distances[j] = Math.sqrt(distances[j]);
    }
  }

  private void addSquares(double[] own, int count) {
    for (int j = 0; j < count; j++) {
      distances[j] += own[j] * own[j];
    }
  }

  @Override
  public void distances(int count, double[] out) {
    System.arraycopy(distances, 0, out, 0, count);
  }

  @Override
  public void pull(int count, double[] wanted) {
    share(count, wanted);
    for (int i = 0; i < stars.length; i++) {
      stars[i].pull(count, ofPart(i, count));
    }
  }

  @Override
  public void pullTangents(int count, double[] wanted) {
    share(count, wanted);
    for (int i = 0; i < stars.length; i++) {
      stars[i].pullTangents(count, ofPart(i, count));
    }
  }

  private void share(int count, double[] wanted) {
    for (int j = 0; j < count; j++) {
      // from a point that coincides there is no direction
      shares[j] = distances[j] > 0 ? wanted[j] / distances[j] : 0;
    }
  }

  private double[] ofPart(int part, int count) {
    double[] own = ofParts[part];
    for (int j = 0; j < count; j++) {
      lengths[j] = shares[j] * own[j];
    }
    return lengths;
  }

  @Override
  public void storeCentre(double[] points, int at) {
    for (int i = 0; i < stars.length; i++) {
      stars[i].storeCentre(points, at + offsets[i]);
    }
  }

  @Override
  public void storeCompanion(int index, double[] points, int at) {
    for (int i = 0; i < stars.length; i++) {
      stars[i].storeCompanion(index, points, at + offsets[i]);
    }
  }
}
