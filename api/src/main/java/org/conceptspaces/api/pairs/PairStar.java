package org.conceptspaces.api.pairs;

/**
 * One point, the centre, and several companions, copied here to be measured and moved. To be used
 * in this order: {@link #centre} and {@link #companion} for each, {@link #measure}, {@link
 * #distances} or {@link #proximities}, {@link #pull} or {@link #pullTangents}, and the stores. Not
 * safe for use by several threads.
 */
public interface PairStar {

  /**
   * The longest way that a point goes in one {@link #pull}, as geodesic length; in a product, in
   * any of its parts.
   */
  double LONGEST_STEP = 1.0;

  /**
   * Copies the centre here.
   *
   * @param points points of the kernel's form
   * @param at the index of its first number
   */
  void centre(double[] points, int at);

  /**
   * Copies a companion here.
   *
   * @param index its number here, from 0 to below the capacity
   * @param points points of the kernel's form
   * @param at the index of its first number
   */
  void companion(int index, double[] points, int at);

  /**
   * Measures the first companions.
   *
   * @param count how many
   */
  void measure(int count);

  /**
   * The measured distances from the centre.
   *
   * @param count how many companions
   * @param out takes the geodesic distances
   */
  void distances(int count, double[] out);

  /**
   * The measured distances as {@code exp(−distance)}, which needs no logarithm in hyperbolic space.
   *
   * @param count how many companions
   * @param out takes numbers from 0 to 1
   */
  default void proximities(int count, double[] out) {
    distances(count, out);
    for (int i = 0; i < count; i++) {
      out[i] = Math.exp(-out[i]);
    }
  }

  /**
   * Moves every companion along its geodesic towards the centre, and the centre by the exponential
   * map of the sum of its unit tangents towards the companions' old places, each times its length.
   * Negative lengths push apart. These are the steps of Riemannian gradient descent on a function
   * of the distances, where a length is minus the rate times the derivative by that distance. A
   * point that coincides with the centre pulls nothing; nothing goes farther than {@link
   * #LONGEST_STEP} at once, nor beyond the geometry's radius.
   *
   * @param count how many companions
   * @param lengths geodesic lengths
   */
  void pull(int count, double[] lengths);

  /**
   * Moves all as {@link #pull} does, but by their tangents at the origin: the steps are those of
   * gradient descent on these, each no longer than {@link #LONGEST_STEP}. Far from the origin of a
   * curved space, points turn by much more than by steps along geodesics. In flat space it is the
   * same.
   *
   * @param count how many companions
   * @param lengths minus the rate times the derivative by the distance
   */
  void pullTangents(int count, double[] lengths);

  /**
   * Copies the centre back.
   *
   * @param points points of the kernel's form
   * @param at the index of its first number
   */
  void storeCentre(double[] points, int at);

  /**
   * Copies a companion back.
   *
   * @param index its number here
   * @param points points of the kernel's form
   * @param at the index of its first number
   */
  void storeCompanion(int index, double[] points, int at);
}
