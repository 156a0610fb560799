package org.conceptspaces.encoder.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.conceptspaces.api.SpaceConfig;

/**
 * One run of a comparison.
 *
 * @param column what was trained
 * @param seed the seed
 * @param feedForward the inner width of feed-forward layers, after matching parameters
 * @param outcome what the run has yielded
 */
public record RunResult(Column column, int seed, int feedForward, Experiment.Outcome outcome) {

  /**
   * What was trained, in short.
   *
   * @return the column's label
   */
  public String label() {
    return column.label();
  }

  /**
   * The space.
   *
   * @return the column's space
   */
  public SpaceConfig space() {
    return column.space();
  }

  /**
   * All that a run has in numbers: its size, its time and its metrics.
   *
   * @return a new map by name, in the order of tables
   */
  public Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(Metrics.PARAMETERS, (double) outcome.parameters());
    values.put(Metrics.SECONDS, outcome.seconds());
    values.putAll(outcome.metrics());
    return values;
  }
}
