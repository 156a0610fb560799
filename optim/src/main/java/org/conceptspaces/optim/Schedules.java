package org.conceptspaces.optim;

import ai.djl.training.tracker.Tracker;

/**
 * Schedules of the learning rate, made of DJL's trackers. DJL's optimisers and ours ask for the
 * value of update n, counted from 1.
 */
public final class Schedules {

  private Schedules() {}

  /**
   * A linear warm-up: {@code peak·n/warmUp} up to the full value at update {@code warmUp}, which
   * then stays.
   *
   * @param peak the full value, above 0
   * @param warmUp the number of updates of the warm-up, at least 0
   * @return the schedule
   */
  public static Tracker warmUp(double peak, int warmUp) {
    check(peak, 0, warmUp, Integer.MAX_VALUE);
    return warmedUp(Tracker.fixed((float) peak), warmUp);
  }

  /**
   * A linear warm-up, then half a cosine: {@code peak·n/warmUp} up to update {@code warmUp}, then
   * {@code end + (peak−end)·(1 + cos(π·(n−warmUp)/(total−warmUp)))/2}, which reaches {@code end} at
   * update {@code total} and stays there. (Loshchilov and Hutter, "SGDR", 2017, one period.)
   *
   * @param peak the highest value, above 0
   * @param end the last value, in [0, peak)
   * @param warmUp the number of updates of the warm-up, at least 0
   * @param total the number of all updates, above {@code warmUp}
   * @return the schedule
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static Tracker warmUpCosine(double peak, double end, int warmUp, int total) {
    check(peak, end, warmUp, total);
    return warmedUp(
        Tracker.cosine()
            .setBaseValue((float) peak)
            .optFinalValue((float) end)
            .setMaxUpdates(total - warmUp)
            .build(),
        warmUp);
  }

  private static Tracker warmedUp(Tracker main, int warmUp) {
    return Tracker.warmUp().setMainTracker(main).optWarmUpSteps(warmUp).build();
  }

  private static void check(double peak, double end, int warmUp, int total) {
    if (!((float) peak > 0) || Double.isInfinite(peak) || !(end >= 0 && end < peak)) {
      throw new IllegalArgumentException(
          "peak = " + peak + ", end = " + end + ": want 0 <= end < peak");
    }
    if (warmUp < 0 || warmUp >= total) {
      throw new IllegalArgumentException(
          "warm-up = " + warmUp + ", total = " + total + ": want 0 <= warm-up < total");
    }
  }
}
