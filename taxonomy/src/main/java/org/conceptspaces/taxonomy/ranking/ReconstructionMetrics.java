package org.conceptspaces.taxonomy.ranking;

/**
 * How well distances recover a hierarchy, see {@link ReconstructionRanking}.
 *
 * @param meanRank the mean over all ranked pairs of a node and an ancestor; 1 is perfect
 * @param meanAveragePrecision the mean over all ranked nodes; from 0 to 1, 1 is perfect
 * @param nodes how many nodes were ranked
 * @param pairs how many pairs of a node and an ancestor were ranked
 */
public record ReconstructionMetrics(
    double meanRank, double meanAveragePrecision, int nodes, long pairs) {}
