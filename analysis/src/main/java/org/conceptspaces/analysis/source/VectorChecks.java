package org.conceptspaces.analysis.source;

import org.conceptspaces.api.InputException;

/** What every vector has to be, that is analysed. */
public final class VectorChecks {

  /** So that squares can be summed over any number of vectors and dimensions. */
  private static final double LARGEST = 1e140;

  private VectorChecks() {}

  /**
   * Refuses a vector that is not finite, or whose squares cannot be summed.
   *
   * @param name what messages call the vectors
   * @param row which vector it is, from 0
   * @param values holds it
   * @param from where it begins
   * @param width how many numbers it has
   * @return the largest |number| of it
   * @throws InputException for the first number that is refused
   */
  public static double check(String name, long row, double[] values, int from, int width) {
    double largest = 0;
    for (int i = from; i < from + width; i++) {
      double size = Math.abs(values[i]);
      if (!(size <= LARGEST)) {
        throw new InputException(
            name
                + ": coordinate "
                + (i - from + 1)
                + " of vector "
                + (row + 1)
                + " is "
                + values[i]
                + (Double.isFinite(values[i])
                    ? ", too large for a sum of squares; scale the vectors"
                    : ", not a finite number; mend the vectors, or mask those that are not live"));
      }
      largest = Math.max(largest, size);
    }
    return largest;
  }
}
