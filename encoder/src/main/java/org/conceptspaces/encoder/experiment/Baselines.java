package org.conceptspaces.encoder.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.conceptspaces.taxonomy.baseline.MostFrequentParent;
import org.conceptspaces.taxonomy.baseline.TfIdf;
import org.conceptspaces.taxonomy.ranking.Chance;
import org.conceptspaces.taxonomy.ranking.ParentMetrics;
import org.conceptspaces.taxonomy.sampling.Split;

/**
 * What a user would try first, on the same split: TF-IDF with the same vote of neighbours, the most
 * frequent parent, and chance.
 */
public final class Baselines {

  private Baselines() {}

  /**
   * Places the held-out leaves without learning anything.
   *
   * @param split the split; at least one leaf is held out
   * @return metrics by name, for each baseline by its name
   */
  public static Map<String, Map<String, Double>> of(Split split) {
    Map<String, Map<String, Double>> baselines = new LinkedHashMap<>();
    baselines.put("TF-IDF + vote", metrics(TfIdf.evaluate(split)));
    baselines.put("most frequent parent", metrics(MostFrequentParent.evaluate(split)));
    int candidates = split.training().size();
    baselines.put("chance", Map.of(Metrics.PARENT_MRR, Chance.meanReciprocalRank(candidates)));
    return baselines;
  }

  private static Map<String, Double> metrics(ParentMetrics result) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(Metrics.PARENT_MRR, result.mrr());
    metrics.put(Metrics.PARENT_HITS_AT_1, result.hitsAt1());
    metrics.put(Metrics.PARENT_HITS_AT_10, result.hitsAt10());
    metrics.put(Metrics.PARENT_WU_PALMER, result.wuPalmer());
    return metrics;
  }
}
