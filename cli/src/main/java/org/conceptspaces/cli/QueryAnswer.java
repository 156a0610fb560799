package org.conceptspaces.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.conceptspaces.cli.NodeQuery.Found;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question about a node, for people and for programs.
 *
 * @param lines for people
 * @param values for programs, by name
 */
record QueryAnswer(List<String> lines, Map<String, @Nullable Object> values) {

  /** What was found around a node. */
  static QueryAnswer of(
      NodeQuery.Kind kind,
      List<String> ids,
      int node,
      double norm,
      List<Found> found,
      @Nullable TrueRelations truth) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("node", ids.get(node));
    values.put("norm", norm);
    values.put("query", kind.name());
    List<String> lines = new ArrayList<>();
    lines.add(line("%s of %s, %.4f from the origin:", kind, ids.get(node), norm));
    int width = found.stream().mapToInt(f -> ids.get(f.node()).length()).max().orElse(0);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    long right = 0;
    for (Found one : found) {
      String id = ids.get(one.node());
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("id", id);
      row.put("distance", one.distance());
      row.put("norm", one.norm());
      String relation = "";
      if (truth != null) {
        row.put("relation", truth.of(id));
        relation = truth.of(id) == null ? "–" : String.valueOf(truth.of(id));
        right += truth.answers(id, kind) ? 1 : 0;
      }
      rows.add(row);
      lines.add(
          line(
                  "  %-" + Math.max(1, width) + "s  distance %8.4f  norm %8.4f  %s",
                  id,
                  one.distance(),
                  one.norm(),
                  relation)
              .stripTrailing());
    }
    if (found.isEmpty()) {
      lines.add("  none");
    }
    values.put("results", rows);
    if (truth != null) {
      long all = ids.stream().filter(id -> truth.answers(id, kind)).count();
      values.put("true_found", right);
      values.put("true_all", all);
      lines.add(line("%d of these are true; there are %d", right, all));
    }
    return new QueryAnswer(lines, values);
  }

  /** How far two nodes are from each other. */
  static QueryAnswer ofDistance(
      NodeQuery query, List<String> ids, int node, int other, @Nullable TrueRelations truth) {
    double distance = query.distances(node)[other];
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("node", ids.get(node));
    values.put("norm", query.norm(node));
    values.put("query", "distance");
    values.put("other", ids.get(other));
    values.put("other_norm", query.norm(other));
    values.put("distance", distance);
    String known = "";
    if (truth != null) {
      Integer edges = truth.edges(ids.get(other));
      values.put("edges", edges);
      values.put("relation", truth.of(ids.get(other)));
      known = edges == null ? "; no way between them" : "; edges between them: " + edges;
    }
    return new QueryAnswer(
        List.of(
            line(
                "%s and %s: distance %.4f; from the origin %.4f and %.4f%s",
                ids.get(node),
                ids.get(other),
                distance,
                query.norm(node),
                query.norm(other),
                known)),
        values);
  }

  private static String line(String format, @Nullable Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  String json() {
    return PrettyJson.of(values);
  }
}
