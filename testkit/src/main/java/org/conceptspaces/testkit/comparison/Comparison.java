package org.conceptspaces.testkit.comparison;

import java.util.List;
import java.util.Set;

/** What all cells of a {@link CompareSpaces} class have recorded, for its {@link Claim}s. */
public final class Comparison {

  private final Results results;

  Comparison(Results results) {
    this.results = results;
  }

  /**
   * The names of all metrics recorded.
   *
   * @return in alphabetical order
   */
  public Set<String> metrics() {
    return results.metrics();
  }

  /**
   * One of the metrics recorded, of which larger values are better unless said otherwise.
   *
   * @param name as recorded
   * @return the metric, in every dimension it was measured in
   * @throws IllegalArgumentException if no cell recorded it
   * @throws IllegalStateException if no cell has run, or none has recorded anything
   */
  public Metric metric(String name) {
    if (results.empty()) {
      throw new IllegalStateException(
          "no measurement has run before this claim: run the whole class, not one method of it,"
              + " and leave its methods in the order of @CompareSpaces");
    }
    if (!results.metrics().contains(name)) {
      List<String> failures = results.failures();
      String failed =
          failures.isEmpty()
              ? ""
              : System.lineSeparator() + String.join(System.lineSeparator(), failures);
      if (results.metrics().isEmpty()) {
        throw new IllegalStateException(
            "no cell has recorded anything: call cell.record(\"" + name + "\", …)" + failed);
      }
      throw new IllegalArgumentException(
          "no cell recorded "
              + name
              + Plan.instead(name, results.metrics())
              + "Recorded: "
              + String.join(", ", results.metrics())
              + failed);
    }
    return new Metric(results, name, true, null);
  }
}
