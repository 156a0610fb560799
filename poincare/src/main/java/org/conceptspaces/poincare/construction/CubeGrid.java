package org.conceptspaces.poincare.construction;

/**
 * Directions of grid points on the faces of the cube, at even angles along each axis. Good in few
 * dimensions, and there are as many as one wants in any.
 */
final class CubeGrid {

  private CubeGrid() {}

  /** Words taken evenly from the coarsest grid that has enough. */
  static double[][] words(int count, int dimension) {
    int steps = 1;
    while (2 * dimension * Math.pow(steps, dimension - 1) < count) {
      steps++;
    }
    double total = 2 * dimension * Math.pow(steps, dimension - 1);
    double[][] words = new double[count][dimension];
    for (int word = 0; word < count; word++) {
      long index = (long) (word * (total / count));
      int face = (int) (index % (2L * dimension));
      long cell = index / (2L * dimension);
      double square = 1;
      for (int axis = 0; axis < dimension; axis++) {
        if (axis == face / 2) {
          words[word][axis] = face % 2 == 0 ? 1 : -1;
        } else {
          double angle = Math.PI / 2 * ((cell % steps + 0.5) / steps - 0.5);
          cell /= steps;
          words[word][axis] = Math.tan(angle);
          square += words[word][axis] * words[word][axis];
        }
      }
      for (int axis = 0; axis < dimension; axis++) {
        words[word][axis] /= Math.sqrt(square);
      }
    }
    return words;
  }

  /** The largest cosine of two words. */
  static double cosine(double[][] words) {
    double largest = -1;
    for (int one = 1; one < words.length; one++) {
      for (int other = 0; other < one; other++) {
        double dot = 0;
        for (int axis = 0; axis < words[one].length; axis++) {
          dot += words[one][axis] * words[other][axis];
        }
        largest = Math.max(largest, dot);
      }
    }
    return largest;
  }
}
