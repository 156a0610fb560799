package org.conceptspaces.analysis.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.conceptspaces.analysis.metric.UtilisedRank;

/**
 * What the layers of a model hold at the end of an epoch.
 *
 * @param epoch how many epochs there have been, from 1
 * @param layers what each holds, by its path in the model, in the order of the forward pass
 */
public record EpochReport(int epoch, Map<String, LayerReport> layers) {

  /** Copies the map. */
  public EpochReport {
    layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
  }

  /**
   * How much of their rank linear layers use, on average (Garg et al. 2024).
   *
   * @return 0 to 1; empty if none was watched
   */
  public OptionalDouble utilisation() {
    List<UtilisedRank> utilised =
        layers.values().stream().map(LayerReport::utilised).flatMap(Optional::stream).toList();
    return utilised.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(UtilisedRank.mean(utilised));
  }
}
