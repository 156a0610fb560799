package org.conceptspaces.taxonomy.measure;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.conceptspaces.api.pairs.PairTable;
import org.conceptspaces.taxonomy.sampling.SeededRandom;
import org.conceptspaces.taxonomy.shape.GraphDistances;

/**
 * How far distances d' between points are from the distances d in the undirected graph (De Sa and
 * others 2018), over all pairs of different nodes with a way between them, or those of some nodes.
 *
 * @param average the mean of {@code |d'/(s·d) − 1|}, at least 0
 * @param worst {@code max(d'/d) · max(d/d')}, at least 1, whatever the scale; infinite if two nodes
 *     are at one point; of a sample, a lower bound
 * @param scale s, how long an edge is
 * @param sources of how many nodes the distances to all others were taken
 * @param exact whether those were all nodes
 */
public record Distortion(double average, double worst, double scale, int sources, boolean exact) {

  private static final int CHOOSE = 6;

  /** Sums of one thread. */
  private static final class Sums {
    double first;
    double second;
    double longest;
    double shortest = Double.POSITIVE_INFINITY;
    double off;
    long pairs;

    void add(Sums other) {
      first += other.first;
      second += other.second;
      longest = Math.max(longest, other.longest);
      shortest = Math.min(shortest, other.shortest);
      off += other.off;
      pairs += other.pairs;
    }
  }

  /**
   * Measures points in the scale that suits them best: the s that makes the sum of the squares of
   * {@code d'/(s·d) − 1} least.
   *
   * @param points one for each node
   * @param graph the graph
   * @param largest up to so many nodes, all are sources; else as many, drawn without repetition
   * @param seed draws them
   * @param threads how many threads work; the result depends on them by rounding alone
   * @return the distortion
   * @throws IllegalArgumentException if there are not as many points as nodes, or if there is no
   *     pair
   */
  public static Distortion of(
      PairTable points, GraphDistances graph, int largest, long seed, int threads) {
    int[] sources = sources(points, graph, largest, seed);
    Sums sums = over(points, graph, sources, 1, threads);
    // d'/d = r: Σ (r/s − 1)² is least at s = Σr²/Σr
    return of(points, graph, sources, sums.first > 0 ? sums.second / sums.first : 1, threads);
  }

  /**
   * Measures points in a known scale, that of a construction.
   *
   * @param points one for each node
   * @param graph the graph
   * @param scale s, above 0
   * @param largest up to so many nodes, all are sources; else as many, drawn without repetition
   * @param seed draws them
   * @param threads how many threads work
   * @return the distortion
   * @throws IllegalArgumentException if there are not as many points as nodes, or if there is no
   *     pair
   */
  public static Distortion of(
      PairTable points, GraphDistances graph, double scale, int largest, long seed, int threads) {
    return of(points, graph, sources(points, graph, largest, seed), scale, threads);
  }

  private static Distortion of(
      PairTable points, GraphDistances graph, int[] sources, double scale, int threads) {
    Sums sums = over(points, graph, sources, scale, threads);
    return new Distortion(
        sums.off / sums.pairs,
        sums.longest / sums.shortest,
        scale,
        sources.length,
        sources.length == graph.size());
  }

  private static int[] sources(PairTable points, GraphDistances graph, int largest, long seed) {
    int size = graph.size();
    if (points.size() != size) {
      throw new IllegalArgumentException(points.size() + " points for " + size + " nodes");
    }
    if (largest < 1) {
      throw new IllegalArgumentException(largest + " sources; wants 1 at least");
    }
    int[] sources = IntStream.range(0, size).toArray();
    if (size > largest) {
      new SeededRandom(seed, CHOOSE).shuffle(sources);
      sources = Arrays.copyOf(sources, largest);
      Arrays.sort(sources);
    }
    return sources;
  }

  private static Sums over(
      PairTable points, GraphDistances graph, int[] sources, double scale, int threads) {
    AtomicInteger next = new AtomicInteger();
    Sums whole = new Sums();
    IntStream.range(0, threads)
        .parallel()
        .mapToObj(thread -> work(points, graph, sources, scale, next))
        .forEachOrdered(whole::add);
    if (whole.pairs == 0) {
      throw new IllegalArgumentException("no two nodes have a way between them");
    }
    return whole;
  }

  private static Sums work(
      PairTable points, GraphDistances graph, int[] sources, double scale, AtomicInteger next) {
    Sums sums = new Sums();
    double[] measures = new double[graph.size()];
    int[] steps = new int[graph.size()];
    int[] queue = new int[graph.size()];
    for (int i = next.getAndIncrement(); i < sources.length; i = next.getAndIncrement()) {
      int reached = graph.from(sources[i], steps, queue);
      points.measure(sources[i], 0, graph.size(), measures);
      // the first is the source itself
      for (int place = 1; place < reached; place++) {
        int node = queue[place];
        add(sums, points.distance(measures[node]) / steps[node], scale);
      }
    }
    return sums;
  }

  private static void add(Sums sums, double ratio, double scale) {
    sums.first += ratio;
    sums.second += ratio * ratio;
    sums.longest = Math.max(sums.longest, ratio);
    sums.shortest = Math.min(sums.shortest, ratio);
    sums.off += Math.abs(ratio / scale - 1);
    sums.pairs++;
  }
}
