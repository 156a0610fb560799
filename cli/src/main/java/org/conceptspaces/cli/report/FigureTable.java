package org.conceptspaces.cli.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of one embedding, and what they mean. */
final class FigureTable {

  private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

  static {
    MEANINGS.put("seconds", "to train or construct, without reading and ranking");
    MEANINGS.put("triples_per_second", "pairs times negatives that training went through");
    MEANINGS.put("map", "mean average precision of related nodes by distance among all; 1 is best");
    MEANINGS.put("mean_rank", "of related nodes among unrelated ones; 1 is best");
    MEANINGS.put("average_distortion", "mean of |d′/d − 1|, d′ scaled, d in the graph; 0 is best");
    MEANINGS.put("worst_distortion", "largest d′/d by the smallest; 1 is best");
    MEANINGS.put("distortion_sources", "nodes whose distances to all others were compared");
    MEANINGS.put("depth_correlation", "Spearman’s, of a node’s depth and distance from the origin");
    MEANINGS.put("edge_share", "of points at the edge of what can be computed");
    MEANINGS.put("largest_norm", "distance from the origin of the farthest point");
    MEANINGS.put(
        "link_prediction_map",
        "mean average precision of pairs held out of training, among all that is not known");
    MEANINGS.put("link_prediction_mean_rank", "of held-out pairs likewise; 1 is best");
    MEANINGS.put("held_out_pairs", "pairs held out of training");
    MEANINGS.put("tau", "length of an edge");
    MEANINGS.put("bits", "that each exact coordinate takes");
    MEANINGS.put("collapsed", "points that doubles cannot tell from others");
  }

  private FigureTable() {}

  static String of(Map<String, String> figures) {
    StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>\n<tbody>\n");
    StringBuilder meanings = new StringBuilder();
    figures.forEach(
        (name, value) -> {
          html.append("<tr><th>")
              .append(Html.escape(name).replace("_", "_<wbr>"))
              .append("</th><td>")
              .append(Html.escape(value))
              .append("</td></tr>\n");
          String meaning = MEANINGS.get(name);
          if (meaning != null) {
            meanings.append("<dt>").append(Html.escape(name)).append("</dt><dd>");
            meanings.append(Html.escape(meaning)).append("</dd>\n");
          }
        });
    return html.append("</tbody>\n</table></div>\n<details>\n<summary>What the rows mean")
        .append("</summary>\n<dl>\n")
        .append(meanings)
        .append("</dl>\n</details>\n")
        .toString();
  }
}
