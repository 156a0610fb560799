package org.conceptspaces.taxonomy.ranking;

/**
 * How well texts were placed under their parents, see {@link ParentRanking}.
 *
 * @param mrr mean reciprocal rank of the best true parent, above 0, at most 1
 * @param hitsAt1 the share of texts whose best true parent has rank 1
 * @param hitsAt10 the share of texts whose best true parent has a rank of at most 10
 * @param wuPalmer the mean similarity of the first answer to the nearest true parent, from 0 to 1,
 *     see {@link org.conceptspaces.taxonomy.measure.WuPalmer}
 * @param count how many texts were placed
 */
public record ParentMetrics(
    double mrr, double hitsAt1, double hitsAt10, double wuPalmer, int count) {}
