package org.conceptspaces.analysis.training;

import java.util.List;
import java.util.Optional;
import org.conceptspaces.analysis.Analysis;
import org.conceptspaces.analysis.Verdict;
import org.conceptspaces.analysis.metric.UtilisedRank;

/**
 * What a layer holds at the end of an epoch.
 *
 * @param analysis of its outputs; empty if they cannot be measured
 * @param utilised how much of its rank is used, of linear layers; else empty
 * @param problem why its outputs cannot be measured; else empty
 */
public record LayerReport(
    Optional<Analysis> analysis, Optional<UtilisedRank> utilised, Optional<String> problem) {

  /**
   * What the metrics mean.
   *
   * @return verdicts; none if the outputs cannot be measured
   */
  public List<Verdict> verdicts() {
    return analysis.map(Analysis::verdicts).orElse(List.of());
  }
}
