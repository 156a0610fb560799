package org.conceptspaces.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.conceptspaces.analysis.metric.Estimate;

/** Metrics by name, in snake case, and why some could not be measured. Every number is finite. */
public final class Measurements {

  private final Map<String, Double> values = new LinkedHashMap<>();
  private final Map<String, String> missing = new LinkedHashMap<>();

  Measurements() {}

  /** Takes a number, or what to say if it is none. */
  void put(String name, double value, String otherwise) {
    if (Double.isFinite(value)) {
      values.put(name, value);
    } else {
      missing.put(name, otherwise);
    }
  }

  /** Takes an estimate with its interval and what it rests on. */
  void put(String name, Estimate estimate, String otherwise) {
    put(name, estimate.value(), otherwise);
    if (Double.isFinite(estimate.value())) {
      put(name + "_low", estimate.low(), otherwise);
      put(name + "_high", estimate.high(), otherwise);
      put(name + "_n", estimate.count(), otherwise);
    }
  }

  void missing(String name, String why) {
    missing.put(name, why);
  }

  /**
   * A metric.
   *
   * @param name in snake case
   * @return its value; empty if it was not measured
   */
  public OptionalDouble get(String name) {
    Double value = values.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * All that was measured.
   *
   * @return values by name, in the order of tables
   */
  public Map<String, Double> values() {
    return Collections.unmodifiableMap(values);
  }

  /**
   * What could not be measured.
   *
   * @return reasons by name
   */
  public Map<String, String> missing() {
    return Collections.unmodifiableMap(missing);
  }
}
