package org.conceptspaces.taxonomy.ranking;

/** Sums over ranked nodes. */
final class Tally {

  private double rankSum;
  private double precisionSum;
  private int nodes;
  private long pairs;

  void add(double ranks, double averagePrecision, int related) {
    rankSum += ranks;
    precisionSum += averagePrecision;
    nodes++;
    pairs += related;
  }

  void add(Tally other) {
    rankSum += other.rankSum;
    precisionSum += other.precisionSum;
    nodes += other.nodes;
    pairs += other.pairs;
  }

  ReconstructionMetrics metrics() {
    if (nodes == 0) {
      throw new IllegalStateException("no node with a related one was ranked yet");
    }
    return new ReconstructionMetrics(rankSum / pairs, precisionSum / nodes, nodes, pairs);
  }
}
