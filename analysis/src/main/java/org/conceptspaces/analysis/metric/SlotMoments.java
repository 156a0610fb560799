package org.conceptspaces.analysis.metric;

import java.util.Arrays;

/**
 * The mean of each concept slot over inputs, and how much of all variance is across inputs. Slots
 * whose vectors ignore the input are diverse among themselves, and every rank of theirs is high;
 * this share is what tells them.
 */
public final class SlotMoments {

  private final int slots;
  private final int width;
  private final double[] means;
  private final long[] counts;
  private final double[] within;

  /**
   * Starts with nothing gathered.
   *
   * @param slots how many slots an input has
   * @param width the numbers of a vector
   */
  public SlotMoments(int slots, int width) {
    this.slots = slots;
    this.width = width;
    means = new double[Math.multiplyExact(slots, width)];
    counts = new long[slots];
    within = new double[slots];
  }

  /**
   * Gathers the vector of a slot for one more input (Welford 1962).
   *
   * @param slot which slot
   * @param values holds the vector
   * @param from where it begins
   */
  public void add(int slot, double[] values, int from) {
    long count = ++counts[slot];
    int to = slot * width;
    double squares = 0;
    for (int i = 0; i < width; i++) {
      double before = values[from + i] - means[to + i];
      means[to + i] += before / count;
      squares += before * (values[from + i] - means[to + i]);
    }
    within[slot] += squares;
  }

  /**
   * The mean vector of each slot that was ever live.
   *
   * @return the batch mean, {@code [slots, D]} or fewer
   */
  public Rows batchMean() {
    double[] live = new double[means.length];
    int kept = 0;
    for (int slot = 0; slot < slots; slot++) {
      if (counts[slot] > 0) {
        System.arraycopy(means, slot * width, live, kept++ * width, width);
      }
    }
    return new Rows(Arrays.copyOf(live, kept * width), kept, width);
  }

  /**
   * In how many inputs each slot is live, of those that ever are.
   *
   * @return above 0, in the order of {@link #batchMean()}
   */
  public long[] counts() {
    return Arrays.stream(counts).filter(count -> count > 0).toArray();
  }

  /**
   * In how many inputs the slot is live that is so most often.
   *
   * @return 0 or more
   */
  public long mostInputs() {
    return Arrays.stream(counts).max().orElse(0);
  }

  /**
   * The share of the variance of all vectors that is across inputs, within slots: {@code Σ ‖x −
   * m_slot‖² / Σ ‖x − m‖²}.
   *
   * @return 0 if vectors ignore the input, 1 if slots have all the same mean; NaN if no slot is
   *     live in two inputs, or all vectors coincide
   */
  public double acrossInputShare() {
    if (mostInputs() < 2) {
      return Double.NaN; // each vector is the mean of its slot, whatever it tells of its input
    }
    double total = Arrays.stream(within).sum();
    double across = total;
    double[] mean = new double[width];
    double count = Arrays.stream(counts).sum();
    for (int slot = 0; slot < slots; slot++) {
      for (int i = 0; i < width; i++) {
        mean[i] += means[slot * width + i] * (counts[slot] / count);
      }
    }
    for (int slot = 0; slot < slots; slot++) {
      for (int i = 0; i < width; i++) {
        double difference = means[slot * width + i] - mean[i];
        total += counts[slot] * difference * difference;
      }
    }
    return across / total;
  }
}
