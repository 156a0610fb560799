package org.conceptspaces.testkit.comparison;

/** Where something is measured. */
record CellId(String space, int dimension, long seed) {

  static String dimensions(int dimension) {
    return dimension + (dimension == 1 ? " dimension" : " dimensions");
  }

  @Override
  public String toString() {
    return space + ", " + dimensions(dimension) + ", seed " + seed;
  }
}
