package org.conceptspaces.product;

/**
 * How many dimensions a part has.
 *
 * @param dimension the number, or 0 for a share of what the others leave
 * @param share its weight among those that share, above 0
 */
public record Share(int dimension, double share) {

  /** Refuses what is neither a dimension nor a share. */
  public Share {
    if (dimension < 0 || !(share > 0 && Double.isFinite(share))) {
      throw new IllegalArgumentException(
          "a part wants a dimension of at least 0 and a share above 0, not "
              + dimension
              + " and "
              + share);
    }
  }

  /**
   * A part of a given dimension.
   *
   * @param dimension at least 1
   * @return the part
   */
  public static Share fixed(int dimension) {
    if (dimension < 1) {
      throw new IllegalArgumentException(
          "a part wants a dimension of at least 1, not " + dimension);
    }
    return new Share(dimension, 1);
  }

  /**
   * A part that takes a share of what the others leave.
   *
   * @param share its weight, above 0
   * @return the part
   */
  public static Share of(double share) {
    return new Share(0, share);
  }

  /** {@code 5}, or {@code share 1.0}. */
  @Override
  public String toString() {
    return dimension > 0 ? Integer.toString(dimension) : "share " + share;
  }
}
