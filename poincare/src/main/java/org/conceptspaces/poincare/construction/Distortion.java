package org.conceptspaces.poincare.construction;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How far distances after division by τ are from those of a graph (De Sa et al. 2018), over pairs
 * of different nodes with a path between them.
 *
 * @param average the mean of {@code |d' − d|/d}
 * @param interval half the width of its 95% interval: 0 where it is exact, else 1.96 standard
 *     errors over the sampled sources
 * @param worst {@code max(d'/d) · max(d/d')}, the least there is being 1; of a sample, a lower
 *     bound
 * @param sources how many nodes' distances to all others were taken
 * @param exact whether those were all nodes
 */
public record Distortion(
    double average, double interval, double worst, int sources, boolean exact) {

  /** Up to so many nodes, all pairs are taken. */
  public static final int EXACT = 2000;

  /** Distances from a source, for one thread. */
  interface Distances {

    /** Writes the distances to all nodes, in units of the graph's edges. */
    void from(int source, double[] distances);
  }

  static Distortion of(TreePoints points, Graph graph, int sources, long seed, int threads) {
    return of(
        graph,
        points.tree().nodes(),
        () -> {
          TreePoints.Search search = points.search();
          return (source, distances) -> {
            int found = search.within(source, Double.POSITIVE_INFINITY);
            for (int place = 0; place < found; place++) {
              if (search.node(place) < distances.length) {
                distances[search.node(place)] = search.distance(place) / points.tau();
              }
            }
          };
        },
        sources,
        seed,
        threads);
  }

  static Distortion of(
      Graph graph, int nodes, Supplier<Distances> embedded, int sources, long seed, int threads) {
    boolean exact = nodes <= EXACT || sources >= nodes;
    int[] chosen = exact ? IntStream.range(0, nodes).toArray() : sample(nodes, sources, seed);
    double[] sums = new double[chosen.length];
    double[] pairs = new double[chosen.length];
    double[] longer = new double[chosen.length];
    double[] shorter = new double[chosen.length];
    Workers.run(
        threads,
        chosen.length,
        () -> {
          Distances distances = embedded.get();
          double[] row = new double[nodes];
          int[] steps = new int[graph.size()];
          return index -> {
            distances.from(chosen[index], row);
            graph.distances(chosen[index], steps);
            for (int node = 0; node < nodes; node++) {
              if (steps[node] > 0) {
                double ratio = row[node] / steps[node];
                sums[index] += Math.abs(ratio - 1);
                pairs[index]++;
                longer[index] = Math.max(longer[index], ratio);
                shorter[index] = Math.max(shorter[index], 1 / ratio);
              }
            }
          };
        });
    return summary(sums, pairs, longer, shorter, exact);
  }

  private static Distortion summary(
      double[] sums, double[] pairs, double[] longer, double[] shorter, boolean exact) {
    double sum = 0;
    double count = 0;
    double up = 1;
    double down = 1;
    for (int index = 0; index < sums.length; index++) {
      sum += sums[index];
      count += pairs[index];
      up = Math.max(up, longer[index]);
      down = Math.max(down, shorter[index]);
    }
    if (count == 0) {
      return new Distortion(0, 0, 1, sums.length, exact);
    }
    double average = sum / count;
    double square = 0; // of a ratio of means: residuals over the mean number of pairs
    for (int index = 0; index < sums.length; index++) {
      double residual = sums[index] - average * pairs[index];
      square += residual * residual;
    }
    int n = sums.length;
    double interval = exact ? 0 : 1.96 * Math.sqrt(square / (n - 1) / n) / (count / n);
    return new Distortion(average, interval, up * down, n, exact);
  }

  private static int[] sample(int nodes, int sources, long seed) {
    if (sources < 2) {
      throw new IllegalArgumentException(sources + " sources; an interval takes two at least");
    }
    return new Random(seed).ints(0, nodes).distinct().limit(sources).sorted().toArray();
  }
}
