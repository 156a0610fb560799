package org.conceptspaces.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.shape.Branching;
import org.conceptspaces.taxonomy.shape.Hyperbolicity;
import org.conceptspaces.taxonomy.shape.Shape;
import org.conceptspaces.taxonomy.shape.Suggestion;

/**
 * What a hierarchy looks like, and which geometry that speaks for.
 *
 * @param hierarchy the hierarchy
 * @param shape its shape
 * @param seed of what was sampled
 */
record ShapeReport(NamedHierarchy hierarchy, Shape shape, int seed) {

  static ShapeReport of(NamedHierarchy hierarchy, int seed) {
    return new ShapeReport(hierarchy, Shape.of(hierarchy.hierarchy(), seed), seed);
  }

  /** For people. */
  List<String> lines() {
    Branching branching = shape.branching();
    Hyperbolicity h = shape.hyperbolicity();
    Suggestion suggestion = shape.suggestion();
    return List.of(
        line(
            "%s: %d nodes, %d edges, roots: %d, parts: %d, %.1f%% of nodes have several parents",
            hierarchy.name(),
            shape.nodes(),
            shape.edges(),
            shape.roots(),
            shape.parts(),
            100 * shape.severalParents()),
        line("  depth       %d at most, %.1f on average", shape.depth(), shape.meanDepth()),
        line(
            "  branching   %.1f children of an inner node on average, median %d, nine in ten %d, at"
                + " most %d",
            branching.mean(), branching.median(), branching.ninetieth(), branching.maximum()),
        line(
            "  Gromov δ    %.3g%s on average, %.3g at most, over %d quadruples (%s); the diameter"
                + " is %d",
            h.mean(),
            h.exact() ? "" : line(" ± %.2g (95%%)", h.interval()),
            h.largest(),
            h.quadruples(),
            h.exact() ? "all" : "a sample",
            h.diameter()),
        line("Suggested: --space %s --dimension %d", suggestion.space(), suggestion.dimension()),
        "  " + suggestion.reason() + ".");
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** For programs. */
  String json() {
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("source", hierarchy.name());
    results.put("seed", seed);
    results.put("nodes", shape.nodes());
    results.put("edges", shape.edges());
    results.put("roots", shape.roots());
    results.put("parts", shape.parts());
    results.put("largest_part", shape.largestPart());
    results.put("several_parents", shape.severalParents());
    results.put("depth", shape.depth());
    results.put("mean_depth", shape.meanDepth());
    Branching branching = shape.branching();
    results.put("inner_nodes", branching.inner());
    results.put("mean_children", branching.mean());
    results.put("median_children", branching.median());
    results.put("ninetieth_percentile_children", branching.ninetieth());
    results.put("most_children", branching.maximum());
    results.put("children_by_powers_of_two", branching.powers());
    Hyperbolicity h = shape.hyperbolicity();
    results.put("delta_mean", h.mean());
    results.put("delta_interval", h.interval());
    results.put("delta_largest", h.largest());
    results.put("delta_relative", h.relative());
    results.put("delta_quadruples", h.quadruples());
    results.put("delta_exact", h.exact());
    results.put("diameter", h.diameter());
    Suggestion suggestion = shape.suggestion();
    results.put("suggested_space", suggestion.space());
    results.put("suggested_dimension", suggestion.dimension());
    results.put("suggestion_reason", suggestion.reason());
    results.put("fingerprint", hierarchy.fingerprint());
    results.put("versions", Versions.withoutEngine());
    return PrettyJson.of(results);
  }
}
