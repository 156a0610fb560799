package org.conceptspaces.encoder.experiment;

import java.util.Map;
import java.util.Optional;
import org.conceptspaces.encoder.measure.ConceptAnalysis;
import org.jspecify.annotations.Nullable;

/**
 * What the concepts of a sample of training texts hold, or why that is not known.
 *
 * @param analysis the analysis; null if there is none
 * @param problem why there is none, in words: one is nowhere, as of a model that has broken down;
 *     empty if there is an analysis, or nothing was to be analysed
 */
public record ConceptFindings(@Nullable ConceptAnalysis analysis, String problem) {

  /** Of a run whose concepts were not to be analysed. */
  public static final ConceptFindings NONE = new ConceptFindings(null, "");

  /**
   * The metrics.
   *
   * @return values by name; none without an analysis
   */
  public Map<String, Double> metrics() {
    return analysis == null ? Map.of() : analysis.metrics();
  }

  /**
   * Why a metric has no value.
   *
   * @param name the metric
   * @return the reason in words, if concepts are what it is of
   */
  public Optional<String> why(String name) {
    if (!problem.isEmpty() && Metrics.ofConcepts().contains(name)) {
      return Optional.of(problem);
    }
    return Optional.ofNullable(analysis).map(found -> found.missing().get(name));
  }
}
