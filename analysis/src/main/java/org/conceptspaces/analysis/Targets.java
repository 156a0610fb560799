package org.conceptspaces.analysis;

import org.conceptspaces.analysis.metric.RandomDirections;
import org.conceptspaces.analysis.metric.RandomMeans;

/**
 * What the concepts of one bank, or on average of several, have to reach to be diverse. No more is
 * asked for than random directions of their count and dimension have.
 *
 * @param live how many there are
 * @param capacity the rank that they could have
 * @param rank above it is their effective rank
 * @param mean below it is their mean correlation
 * @param max below it is their largest
 */
record Targets(double live, double capacity, double rank, double mean, double max) {

  static final double RANK_SHARE = 0.8;
  static final double MEAN_CORRELATION = 0.3;
  static final double MAX_CORRELATION = 0.6;

  static final Targets NONE = new Targets(0, 0, 0, 0, 0);

  /**
   * Those of one bank.
   *
   * @param live how many vectors it has
   * @param compared how many of them are compared in pairs, 2 at least
   */
  static Targets of(double live, double compared, int dimension) {
    double capacity = Math.min(live, dimension);
    double rank = Math.min(RANK_SHARE * capacity, RandomDirections.rankBound(live, dimension));
    double mean = Math.max(MEAN_CORRELATION, RandomDirections.meanCosineBound(compared, dimension));
    // more directions than dimensions cannot all be apart
    double max =
        live > dimension
            ? 1
            : Math.max(MAX_CORRELATION, RandomDirections.maxCosineBound(compared, dimension));
    return new Targets(live, capacity, rank, mean, max);
  }

  /**
   * Those of slots' means over inputs.
   *
   * @param counts over how many inputs each mean is; at least one
   */
  static Targets ofMeans(long[] counts, int dimension) {
    Targets alike = of(counts.length, counts.length, dimension);
    double rank = Math.min(RANK_SHARE * alike.capacity, RandomMeans.rankBound(counts, dimension));
    return new Targets(alike.live, alike.capacity, rank, alike.mean, alike.max);
  }

  Targets plus(Targets other) {
    return new Targets(
        live + other.live,
        capacity + other.capacity,
        rank + other.rank,
        mean + other.mean,
        max + other.max);
  }

  Targets over(double count) {
    return new Targets(live / count, capacity / count, rank / count, mean / count, max / count);
  }
}
