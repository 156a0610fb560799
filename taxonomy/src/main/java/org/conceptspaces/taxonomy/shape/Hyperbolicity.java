package org.conceptspaces.taxonomy.shape;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.sampling.SeededRandom;

/**
 * How far distances of a graph are from those of a tree (Gromov 1987). Of four nodes, the three
 * ways to pair them give three sums of two distances; δ is half of what the largest is above the
 * second. It is 0 for all quadruples of a tree; a graph's δ is the largest. Quadruples are of four
 * different nodes of the largest part.
 *
 * <p>Up to {@link #EXACT} nodes all quadruples are taken. Above, {@link #GROUPS} groups of {@link
 * #GROUP} nodes are drawn independently, and all quadruples of each group are taken: the groups'
 * means are independent and give the interval of the mean, and the largest δ of all is a lower
 * bound of the graph's.
 *
 * @param largest the largest δ found; the graph's, if exact
 * @param mean of δ over quadruples
 * @param interval half the width of its 95% interval over groups; 0 if exact
 * @param diameter the largest distance found; the graph's, if exact or the graph is a tree
 * @param quadruples how many were taken
 * @param exact whether those were all
 */
public record Hyperbolicity(
    double largest, double mean, double interval, int diameter, long quadruples, boolean exact) {

  /** Up to so many nodes, all quadruples are taken. */
  public static final int EXACT = 96;

  /** How many groups are drawn from larger graphs. */
  public static final int GROUPS = 64;

  /** How many nodes each group has. */
  public static final int GROUP = 16;

  private static final long PLACE = 0x5AFE; // in the seeded whole

  /**
   * δ relative to the diameter: 0 for trees, at most 1.
   *
   * @return 2δ over the diameter, 0 for a single node
   */
  public double relative() {
    return diameter == 0 ? 0 : 2 * largest / diameter;
  }

  /**
   * Measures the largest part of a graph.
   *
   * @param graph the graph
   * @param seed of the sample
   * @return the hyperbolicity
   */
  public static Hyperbolicity of(GraphDistances graph, long seed) {
    int[] part = graph.parts()[0];
    Sums all = new Sums();
    int diameter = sweep(graph, part[0]);
    if (part.length <= EXACT) {
      diameter = Math.max(diameter, all.add(graph, part));
      return new Hyperbolicity(all.largest(), all.mean(), 0, diameter, all.count, true);
    }
    double[] means = new double[GROUPS];
    for (int group = 0; group < GROUPS; group++) {
      SeededRandom random = new SeededRandom(seed, PLACE, group);
      Sums sums = new Sums();
      diameter = Math.max(diameter, sums.add(graph, draw(part, random)));
      means[group] = sums.mean();
      all.add(sums);
    }
    double mean = Arrays.stream(means).average().orElseThrow();
    double square = Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum();
    // Student's t at 97.5% with 63 degrees of freedom
    double interval = 1.9983 * Math.sqrt(square / (GROUPS - 1) / GROUPS);
    return new Hyperbolicity(all.largest(), mean, interval, diameter, all.count, false);
  }

  /** The distance from the node farthest from one to the node farthest from it. */
  private static int sweep(GraphDistances graph, int node) {
    int[] distances = new int[graph.size()];
    int[] queue = new int[graph.size()];
    int reached = graph.from(node, distances, queue);
    reached = graph.from(queue[reached - 1], distances, queue);
    return distances[queue[reached - 1]];
  }

  private static int[] draw(int[] part, SeededRandom random) {
    return IntStream.generate(() -> part[random.nextInt(part.length)])
        .distinct()
        .limit(GROUP)
        .toArray();
  }

  /** Over quadruples, in halves, so that all is whole. */
  private static final class Sums {

    private long halves;
    private long count;
    private int most;

    /** Takes all quadruples of some nodes; the largest distance from one of them to any node. */
    int add(GraphDistances graph, int[] nodes) {
      int[] row = new int[graph.size()];
      int[] queue = new int[graph.size()];
      int[][] distances = new int[nodes.length][nodes.length];
      int farthest = 0;
      for (int one = 0; one < nodes.length; one++) {
        int reached = graph.from(nodes[one], row, queue);
        farthest = Math.max(farthest, row[queue[reached - 1]]);
        for (int other = 0; other < nodes.length; other++) {
          distances[one][other] = row[nodes[other]];
        }
      }
      for (int a = 3; a < nodes.length; a++) {
        for (int b = 2; b < a; b++) {
          for (int c = 1; c < b; c++) {
            for (int d = 0; d < c; d++) {
              add(
                  distances[a][b] + distances[c][d],
                  distances[a][c] + distances[b][d],
                  distances[a][d] + distances[b][c]);
            }
          }
        }
      }
      return farthest;
    }

    private void add(int x, int y, int z) {
      int first = Math.max(x, Math.max(y, z));
      int last = Math.min(x, Math.min(y, z));
      int twiceDelta = first - (x + y + z - first - last);
      halves += twiceDelta;
      most = Math.max(most, twiceDelta);
      count++;
    }

    void add(Sums other) {
      halves += other.halves;
      count += other.count;
      most = Math.max(most, other.most);
    }

    double largest() {
      return most / 2.0;
    }

    double mean() {
      return count == 0 ? 0 : halves / 2.0 / count;
    }
  }
}
