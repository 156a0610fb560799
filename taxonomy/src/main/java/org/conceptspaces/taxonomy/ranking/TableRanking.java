package org.conceptspaces.taxonomy.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.conceptspaces.api.pairs.PairTable;
import org.conceptspaces.taxonomy.RelatedPairs;

/**
 * Mean rank and mean average precision over all nodes of a {@link PairTable}, by the rules of
 * {@link ReconstructionRanking}, for any related pairs:
 *
 * <ul>
 *   <li>all ancestors, ranked among all other nodes: reconstruction as Nickel and Kiela (2017);
 *   <li>the neighbours in the graph: the average precision of De Sa and others (2018);
 *   <li>held-out pairs, with those known from training ignored: link prediction.
 * </ul>
 *
 * <p>No square matrix is held: several threads each take some nodes, and for these go through all
 * nodes in tiles that fit a cache.
 */
public final class TableRanking {

  private static final int NODES = 64;
  private static final int TILE = 2048;

  private final PairTable table;
  private final RelatedPairs targets;
  private final RelatedPairs ignored;

  /**
   * A ranking.
   *
   * @param table the points
   * @param targets the pairs to rank
   * @param ignored nodes that do not compete beside the targets; the same as the targets for none
   * @throws IllegalArgumentException if the numbers of nodes differ
   */
  public TableRanking(PairTable table, RelatedPairs targets, RelatedPairs ignored) {
    if (targets.nodes() != table.size() || ignored.nodes() != table.size()) {
      throw new IllegalArgumentException(
          table.size() + " points for pairs of " + targets.nodes() + " nodes");
    }
    this.table = table;
    this.targets = targets;
    this.ignored = ignored;
  }

  /**
   * Ranks.
   *
   * @param threads how many threads work, at least 1; the result depends on them by rounding alone
   * @return the figures over all nodes with a related one
   * @throws IllegalStateException if there is no pair
   */
  public ReconstructionMetrics rank(int threads) {
    int[] sources = targets.sources();
    AtomicInteger next = new AtomicInteger();
    Tally whole = new Tally();
    IntStream.range(0, threads)
        .parallel()
        .mapToObj(thread -> work(sources, next))
        .forEachOrdered(whole::add);
    return whole.metrics();
  }

  private Tally work(int[] sources, AtomicInteger next) {
    Tally tally = new Tally();
    int group = table.pointByPoint() ? 1 : NODES;
    double[] measures = new double[table.pointByPoint() ? table.size() : TILE];
    int block = next.getAndIncrement();
    while ((long) block * NODES < sources.length) {
      int end = Math.min(sources.length, (block + 1) * NODES);
      for (int from = block * NODES; from < end; from += group) {
        rank(Arrays.copyOfRange(sources, from, Math.min(end, from + group)), measures)
            .forEach(one -> one.addTo(tally));
      }
      block = next.getAndIncrement();
    }
    return tally;
  }

  private List<Competition> rank(int[] nodes, double[] measures) {
    Competition[] competitions = new Competition[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      competitions[i] = new Competition(related(nodes[i], targets, measures));
    }
    for (int from = 0; from < table.size(); from += measures.length) {
      int to = Math.min(table.size(), from + measures.length);
      for (int i = 0; i < nodes.length; i++) {
        table.measure(nodes[i], from, to, measures);
        count(competitions[i], measures, to - from);
      }
    }
    for (int i = 0; i < nodes.length; i++) {
      withdraw(nodes[i], competitions[i], measures);
    }
    return Arrays.asList(competitions);
  }

  private static void count(Competition competition, double[] measures, int count) {
    double farthest = competition.farthest();
    for (int i = 0; i < count; i++) {
      if (measures[i] <= farthest) {
        competition.count(measures[i], 1);
      }
    }
  }

  // the node itself and its related nodes were counted among all
  private void withdraw(int node, Competition competition, double[] measures) {
    table.measure(node, node, node + 1, measures);
    competition.count(measures[0], -1);
    for (double measure : related(node, targets, measures)) {
      competition.count(measure, -1);
    }
    if (ignored == targets) {
      return;
    }
    for (int i = 0; i < ignored.count(node); i++) {
      int other = ignored.related(node, i);
      if (!targets.contains(node, other)) {
        table.measure(node, other, other + 1, measures);
        competition.count(measures[0], -1);
      }
    }
  }

  private double[] related(int node, RelatedPairs pairs, double[] measures) {
    double[] related = new double[pairs.count(node)];
    for (int i = 0; i < related.length; i++) {
      int other = pairs.related(node, i);
      table.measure(node, other, other + 1, measures);
      related[i] = measures[0];
    }
    return related;
  }
}
