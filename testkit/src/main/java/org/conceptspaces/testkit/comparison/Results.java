package org.conceptspaces.testkit.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the cells of a class have recorded, and what became of those that recorded nothing. */
final class Results {

  private final Plan plan;
  private final Map<String, Map<CellId, Double>> values = new LinkedHashMap<>();
  private final Map<CellId, String> failures = new LinkedHashMap<>();
  private final Set<CellId> ran = new LinkedHashSet<>();

  Results(Plan plan) {
    this.plan = plan;
  }

  Plan plan() {
    return plan;
  }

  synchronized void succeeded(CellId id, Map<String, Double> recorded) {
    ran.add(id);
    recorded.forEach(
        (metric, value) ->
            values.computeIfAbsent(metric, m -> new LinkedHashMap<>()).put(id, value));
  }

  synchronized void failed(CellId id, String how) {
    ran.add(id);
    failures.putIfAbsent(id, how);
  }

  synchronized @Nullable Double value(String metric, CellId id) {
    return values.getOrDefault(metric, Map.of()).get(id);
  }

  synchronized Set<String> metrics() {
    return Collections.unmodifiableSet(new TreeSet<>(values.keySet()));
  }

  synchronized boolean empty() {
    return ran.isEmpty();
  }

  /** What became of those cells that failed, a line each. */
  synchronized List<String> failures() {
    List<String> lines = new ArrayList<>();
    failures.forEach((id, how) -> lines.add(id + " " + how));
    return lines;
  }

  /** Whether a metric was recorded in a dimension by some space, or was to be by a failed cell. */
  synchronized boolean measured(String metric, int dimension) {
    return values.getOrDefault(metric, Map.of()).keySet().stream()
            .anyMatch(id -> id.dimension() == dimension)
        || failures.keySet().stream().anyMatch(id -> id.dimension() == dimension);
  }

  /** Why there is no value. */
  synchronized String missing(String metric, CellId id) {
    if (!ran.contains(id)) {
      return id + " did not run";
    }
    String failure = failures.get(id);
    return failure == null ? id + " recorded no " + metric : id + " " + failure;
  }
}
