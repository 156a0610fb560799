package org.conceptspaces.testkit.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A metric of a {@link Comparison}. Immutable. */
public final class Metric {

  private final Results results;
  private final String name;
  private final boolean largerIsBetter;
  private final @Nullable Integer dimension;

  Metric(Results results, String name, boolean largerIsBetter, @Nullable Integer dimension) {
    this.results = results;
    this.name = name;
    this.largerIsBetter = largerIsBetter;
    this.dimension = dimension;
  }

  /**
   * The same metric where smaller values are better: losses, ranks, distortions.
   *
   * @return the metric, read the other way round
   */
  public Metric smallerIsBetter() {
    return new Metric(results, name, false, dimension);
  }

  /**
   * The same metric in one dimension; without this, claims must hold in each that it was recorded
   * in.
   *
   * @param chosen one of {@link CompareSpaces#dimensions}
   * @return the metric there
   * @throws IllegalArgumentException if nothing was measured there
   */
  public Metric at(int chosen) {
    results.plan().checkDimension(chosen);
    return new Metric(results, name, largerIsBetter, chosen);
  }

  /**
   * The metric of one space, to claim something of.
   *
   * @param space one of {@link CompareSpaces#spaces}
   * @return what can be claimed
   * @throws IllegalArgumentException if there is no such space
   */
  public SpaceClaims of(String space) {
    results.plan().checkSpace(space);
    return new SpaceClaims(this, space);
  }

  Results results() {
    return results;
  }

  String name() {
    return name;
  }

  boolean largerIsBetter() {
    return largerIsBetter;
  }

  List<Integer> dimensions() {
    return dimension != null
        ? List.of(dimension)
        : results.plan().dimensions().stream().filter(d -> results.measured(name, d)).toList();
  }

  /** Values seed by seed, NaN where there is none. */
  double[] values(String space, int where) {
    return results.plan().seeds().stream()
        .map(seed -> results.value(name, new CellId(space, where, seed)))
        .mapToDouble(value -> value == null ? Double.NaN : value)
        .toArray();
  }

  /** Why values are not there, a line for each. */
  List<String> missing(String space, int where) {
    return results.plan().seeds().stream()
        .map(seed -> new CellId(space, where, seed))
        .filter(id -> results.value(name, id) == null)
        .map(id -> results.missing(name, id))
        .toList();
  }

  /**
   * The metric in words.
   *
   * @return such as {@code map (larger is better)}
   */
  @Override
  public String toString() {
    return name + (largerIsBetter ? " (larger is better)" : " (smaller is better)");
  }
}
