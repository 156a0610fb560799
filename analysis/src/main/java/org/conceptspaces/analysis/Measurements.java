package org.conceptspaces.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.conceptspaces.analysis.metric.Estimate;

/** Metrics by name, in snake case, and why some could not be measured. Every number is finite. */
public final class Measurements {

  private static final String LOW = "_low";
  private static final String HIGH = "_high";
  private static final String COUNT = "_n";

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
      put(name + LOW, estimate.low(), otherwise);
      put(name + HIGH, estimate.high(), otherwise);
      put(name + COUNT, estimate.count(), otherwise);
    }
  }

  /** The names that an estimate takes. */
  static List<String> ofEstimate(String name) {
    return List.of(name, name + LOW, name + HIGH, name + COUNT);
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
