package org.conceptspaces.encoder.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metrics at a few moments of training. */
public final class MetricCurve {

  /**
   * A moment.
   *
   * @param step how many steps had been made
   * @param metrics metrics by name, in snake case; what was no finite number is not among them
   */
  public record Point(int step, Map<String, Double> metrics) {}

  private final List<Point> points = new ArrayList<>();

  /** An empty curve. */
  public MetricCurve() {}

  /**
   * Adds a moment, later than all before.
   *
   * @param step how many steps have been made
   * @param metrics metrics by name; those that are no finite number are left out
   */
  public void add(int step, Map<String, Double> metrics) {
    Map<String, Double> finite = new LinkedHashMap<>(metrics);
    finite.values().removeIf(value -> !Double.isFinite(value));
    points.add(new Point(step, Collections.unmodifiableMap(finite)));
  }

  /**
   * The step of the last moment.
   *
   * @return its number of steps, or -1 if there is none
   */
  public int last() {
    return points.isEmpty() ? -1 : points.get(points.size() - 1).step();
  }

  /**
   * Whether this is the curve of a training after some steps; one that was read from a file may be
   * anything.
   *
   * @param made the number of steps made
   * @return whether it may be gone on with
   */
  public boolean isOf(int made) {
    if (points == null || points.contains(null)) {
      return false;
    }
    return last() <= made
        && points.stream().allMatch(p -> p.metrics() != null && !p.metrics().containsValue(null));
  }

  /**
   * The curve so far.
   *
   * @return points in the order of steps
   */
  public List<Point> points() {
    return List.copyOf(points);
  }
}
