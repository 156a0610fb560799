package org.conceptspaces.testkit.comparison;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One of the runs of a {@link Measurement}: a space, a dimension and a seed, and the place to
 * record what was found. Safe for use by several threads.
 */
public final class Cell {

  private final CellId id;
  private final Results results;
  private final Map<String, Double> recorded = new LinkedHashMap<>();

  Cell(CellId id, Results results) {
    this.id = id;
    this.results = results;
  }

  /**
   * The name that claims call the space by.
   *
   * @return that given in {@link CompareSpaces#spaces}; without one, {@link #space}
   */
  public String name() {
    return id.space();
  }

  /**
   * The space, as {@link CompareSpaces#spaces} has it, less a name.
   *
   * @return a name, a config, or what else was written there
   */
  public String space() {
    return results.plan().config(id.space());
  }

  /**
   * The dimension.
   *
   * @return at least 1
   */
  public int dimension() {
    return id.dimension();
  }

  /**
   * The seed, for all that is drawn.
   *
   * @return any number
   */
  public long seed() {
    return id.seed();
  }

  /**
   * Records what was measured here.
   *
   * @param metric a name to claim something of
   * @param value a finite number
   * @throws IllegalArgumentException if the value is not finite, the name is blank, or the metric
   *     was recorded here before, by another measurement for instance
   */
  public synchronized void record(String metric, double value) {
    if (metric.isBlank()) {
      throw new IllegalArgumentException("a metric's name is blank (" + id + ")");
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          metric + " = " + value + " (" + id + "): wants a finite number");
    }
    Double before = recorded.get(metric);
    if (before == null) {
      before = results.value(metric, id);
    }
    if (before != null) {
      throw new IllegalArgumentException(
          metric
              + " is recorded twice ("
              + id
              + "): "
              + before
              + ", then "
              + value
              + "; give the second another name");
    }
    recorded.put(metric, value);
  }

  synchronized Map<String, Double> recorded() {
    return new LinkedHashMap<>(recorded);
  }

  /**
   * The cell's name.
   *
   * @return such as {@code poincare, 2 dimensions, seed 1}
   */
  @Override
  public String toString() {
    return id.toString();
  }
}
