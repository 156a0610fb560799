package org.conceptspaces.analysis.training;

import org.conceptspaces.analysis.Analysis;
import org.conceptspaces.analysis.metric.UtilisedRank;
import org.jspecify.annotations.Nullable;

/**
 * What a layer holds at the end of an epoch.
 *
 * @param analysis of its outputs; null if they cannot be measured
 * @param utilised how much of its rank is used, of linear layers; else null
 * @param problem why its outputs cannot be measured; else null
 */
public record LayerReport(
    @Nullable Analysis analysis, @Nullable UtilisedRank utilised, @Nullable String problem) {}
