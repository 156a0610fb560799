package org.conceptspaces.placement.rank;

import java.util.ArrayList;
import java.util.List;

/**
 * Sets candidates against each other: beside each feature its share of the largest among the
 * candidates, and whether it is the largest. So a linear score knows not only how many votes a
 * candidate has, but whether others have more.
 */
public final class Contrast {

  private static final float TINY = 1e-6f;

  /** How many numbers come of each feature. */
  static final int FOLD = 3;

  private Contrast() {}

  /**
   * The names of the features that come of some.
   *
   * @param features names
   * @return three times as many
   */
  public static List<String> names(List<String> features) {
    List<String> names = new ArrayList<>(features);
    features.forEach(feature -> names.add(feature + "_of_largest"));
    features.forEach(feature -> names.add(feature + "_is_largest"));
    return names;
  }

  /**
   * Which feature a number comes of.
   *
   * @param index the place of the number
   * @param features how many features there were
   * @return the place of the feature
   */
  public static int origin(int index, int features) {
    return index % features;
  }

  /**
   * Adds the shares.
   *
   * @param plain candidates with their own features, all at least 0 but for rounding
   * @return the same candidates with three times as many
   */
  public static Candidates of(Candidates plain) {
    int width = plain.width();
    float[] wide = new float[plain.size() * width * FOLD];
    for (int f = 0; f < width; f++) {
      float largest = Float.NEGATIVE_INFINITY;
      float smallest = Float.POSITIVE_INFINITY;
      for (int c = 0; c < plain.size(); c++) {
        float value = plain.features()[c * width + f];
        largest = Math.max(largest, value);
        smallest = Math.min(smallest, value);
      }
      for (int c = 0; c < plain.size(); c++) {
        float value = plain.features()[c * width + f];
        int at = c * width * FOLD + f;
        wide[at] = value;
        wide[at + width] = value / (Math.abs(largest) + TINY);
        wide[at + 2 * width] = value == largest && largest > smallest ? 1 : 0;
      }
    }
    return new Candidates(plain.nodes(), wide, width * FOLD);
  }
}
