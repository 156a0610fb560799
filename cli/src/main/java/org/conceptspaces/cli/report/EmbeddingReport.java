package org.conceptspaces.cli.report;

import java.util.List;
import java.util.Map;
import org.conceptspaces.encoder.experiment.TaxonomyMap;
import org.jspecify.annotations.Nullable;

/**
 * What an embedding came to, as one HTML file that needs nothing else.
 *
 * @param name of the hierarchy
 * @param header the geometry and the sizes, in a line
 * @param figures what was measured, as shown, by name
 * @param remarks what to know of the points, in a sentence each
 * @param map where the nodes are; null if a coordinate is not finite
 * @param histogram how many points are how far from the origin, by even steps
 * @param largestNorm where the last step ends
 * @param losses the mean loss of each epoch; empty where nothing was trained
 * @param fingerprint of the data
 * @param versions of what made it
 * @param config with every default
 */
public record EmbeddingReport(
    String name,
    String header,
    Map<String, String> figures,
    List<String> remarks,
    @Nullable TaxonomyMap map,
    List<Long> histogram,
    double largestNorm,
    List<Double> losses,
    String fingerprint,
    Map<String, String> versions,
    Map<String, ?> config) {

  /**
   * The document.
   *
   * @return HTML text
   */
  public String html() {
    StringBuilder html = new StringBuilder(HtmlPage.begin(name));
    html.append("<p>").append(Html.escape(header)).append("</p>\n").append(FigureTable.of(figures));
    for (String remark : remarks) {
      html.append("<p class=\"note\">").append(Html.escape(remark)).append(".</p>\n");
    }
    html.append(HtmlPage.library());
    if (map != null) {
      html.append(MapFigure.of(map));
    }
    html.append("<h2>Far and near</h2>\n<div class=\"curves\">\n")
        .append(RadiusHistogram.of(histogram, largestNorm))
        .append(LossFigure.of(losses))
        .append("</div>\n")
        .append(LossFigure.script(losses));
    return html.append(HtmlPage.end(fingerprint, versions, config)).toString();
  }
}
