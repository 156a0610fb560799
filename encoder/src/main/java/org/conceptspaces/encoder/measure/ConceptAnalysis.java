package org.conceptspaces.encoder.measure;

import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.conceptspaces.analysis.Analysis;
import org.conceptspaces.analysis.AnalysisOptions;
import org.conceptspaces.analysis.CurvedMetrics;
import org.conceptspaces.analysis.Related;
import org.conceptspaces.analysis.curved.CurvedBank;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.source.LiveVectors;
import org.conceptspaces.api.Geometry;

/**
 * What points of a geometry hold: the concepts of texts, at the level that texts are pooled from,
 * or points from elsewhere.
 *
 * @param geometry their geometry, with what it has learned
 * @param flat whether it is flat as far as these points tell. Then vectors are the points as they
 *     are, since an offset that they have in common could not be told around their mean; else they
 *     are tangents at the Fréchet mean
 * @param vectors the metrics of these vectors, and verdicts
 * @param sampledPoints how many points are compared by geodesic distance
 * @param points the metrics of the points themselves
 */
public record ConceptAnalysis(
    String geometry, boolean flat, Analysis vectors, int sampledPoints, CurvedMetrics points) {

  /**
   * Analyses the concepts of texts.
   *
   * @param concepts of at least one text
   * @param geometry where their points live, bound
   * @param related what to compare them with
   * @param options how
   * @param manager on the device to compute on
   * @return the analysis
   * @throws org.conceptspaces.api.InputException if a coordinate is not finite, or none is live
   */
  public static ConceptAnalysis of(
      SummaryConcepts concepts,
      Geometry geometry,
      Related related,
      AnalysisOptions options,
      NDManager manager) {
    return of(concepts.points(), concepts.dimension(), geometry, related, options, manager);
  }

  /**
   * Analyses points.
   *
   * @param points their coordinates, at least one live
   * @param dimension the dimension of the geometry
   * @param geometry where they live, bound
   * @param related what to compare them with
   * @param options how
   * @param manager on the device to compute on
   * @return the analysis
   * @throws org.conceptspaces.api.InputException if a coordinate is not finite
   */
  public static ConceptAnalysis of(
      LiveVectors points,
      int dimension,
      Geometry geometry,
      Related related,
      AnalysisOptions options,
      NDManager manager) {
    Rows live = points.live();
    CurvedBank bank = CurvedBank.of(geometry, dimension, live, manager);
    boolean flat = bank.isFlat();
    Analysis vectors = Analysis.of(flat ? points : points.with(bank.tangents()), related, options);
    int most = Math.min(CurvedMetrics.MOST_POINTS, options.sample());
    CurvedBank sampled = bank.sample(most, new Random(options.seed()));
    return new ConceptAnalysis(
        geometry.toString(), flat, vectors, sampled.size(), CurvedMetrics.of(sampled, options));
  }

  /**
   * All that was measured.
   *
   * @return values by name, in the order of reports
   */
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>(vectors.measurements().values());
    metrics.putAll(points.values().values());
    return metrics;
  }

  /**
   * What could not be measured.
   *
   * @return reasons by name
   */
  public Map<String, String> missing() {
    Map<String, String> missing = new LinkedHashMap<>(vectors.measurements().missing());
    missing.putAll(points.values().missing());
    return missing;
  }

  /**
   * What vectors stand for points, in words.
   *
   * @return a few words
   */
  public String coordinates() {
    return flat ? "points as they are" : "tangents at the Fréchet mean";
  }

  /**
   * Everything, for JSON.
   *
   * @return plain values by name, in the order of reports
   */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>(vectors.plain());
    plain.put("geometry", geometry);
    plain.put("coordinates", coordinates());
    plain.put("sampled_rows_geodesic", sampledPoints);
    plain.putAll(points.values().values());
    plain.put("largest_radius", points.largestRadius());
    plain.put("radius_histogram", points.radiusHistogram());
    plain.put("not_measured", missing());
    return plain;
  }
}
