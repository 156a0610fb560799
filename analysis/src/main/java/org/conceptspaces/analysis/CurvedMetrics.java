package org.conceptspaces.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.conceptspaces.analysis.curved.CurvedBank;
import org.conceptspaces.analysis.metric.Distances;
import org.conceptspaces.analysis.metric.Neighbours;
import org.conceptspaces.analysis.metric.SpanningTree;
import org.conceptspaces.analysis.metric.TwoNearestNeighbours;

/**
 * What stands beside the metrics of tangents, for points of a curved space.
 *
 * @param values metrics by geodesic distance, and where points lie
 * @param radiusHistogram how many points lie in each of as many equal steps from the origin to the
 *     farthest
 * @param largestRadius how far that is
 */
public record CurvedMetrics(Measurements values, List<Long> radiusHistogram, double largestRadius) {

  /** Geodesic distances are held in memory, all of them. */
  public static final int MOST_POINTS = 4096;

  private static final String LENGTH = "mst_length_geodesic";
  private static final String DIMENSION = PairMetrics.INTRINSIC_DIMENSION + "_geodesic";
  private static final String EDGE_SHARE = "edge_share";
  private static final String MEAN_RADIUS = "frechet_mean_radius";

  /** In the order of reports. */
  static final Set<String> NAMES = names();

  private static final int BINS = 20;
  private static final String FEW = "wants more points that are apart";

  /** Copies the list. */
  public CurvedMetrics {
    radiusHistogram = List.copyOf(radiusHistogram);
  }

  private static Set<String> names() {
    Set<String> names = new LinkedHashSet<>(List.of(LENGTH));
    names.addAll(Measurements.ofEstimate(DIMENSION));
    names.addAll(List.of(EDGE_SHARE, MEAN_RADIUS));
    return Collections.unmodifiableSet(names);
  }

  /**
   * Measures points.
   *
   * @param bank {@link #MOST_POINTS} at most
   * @param options how
   * @return the metrics
   */
  public static CurvedMetrics of(CurvedBank bank, AnalysisOptions options) {
    if (bank.size() > MOST_POINTS) {
      throw new IllegalArgumentException(bank.size() + " points, but at most " + MOST_POINTS);
    }
    Measurements measured = new Measurements();
    Distances distances = bank.distances();
    double[] edges = SpanningTree.edges(distances);
    measured.put(LENGTH, Arrays.stream(edges).sum(), FEW);
    if (distances.size() > 1) {
      TwoNearestNeighbours two =
          TwoNearestNeighbours.of(Neighbours.nearest(distances, 2, options.workers()));
      measured.put(DIMENSION, two.fit(options.seed()), FEW);
    } else {
      measured.missing(DIMENSION, FEW);
    }
    measured.put(EDGE_SHARE, bank.edgeShare(), FEW);
    measured.put(MEAN_RADIUS, bank.meanRadius(), FEW);
    double[] radii = bank.radii();
    double largest = Arrays.stream(radii).max().orElse(0);
    long[] counts = new long[BINS];
    for (double radius : radii) {
      counts[largest == 0 ? 0 : (int) Math.min(BINS - 1, radius / largest * BINS)]++;
    }
    List<Long> histogram = new ArrayList<>();
    Arrays.stream(counts).forEach(histogram::add);
    return new CurvedMetrics(measured, histogram, largest);
  }
}
