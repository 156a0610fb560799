package org.conceptspaces.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.conceptspaces.analysis.metric.Correlations;
import org.conceptspaces.analysis.metric.Spectrum;
import org.conceptspaces.analysis.metric.W2Uniformity;

/** The metrics that need no pairs, of a bank whose totals are known. */
final class BankMetrics {

  static final String EFFECTIVE_RANK = "effective_rank";
  static final String EFFECTIVE_RANK_SHARE = "effective_rank_share";
  static final String VARIANCE_MIN = "dimension_variance_min";
  static final String RELATIVE_VARIANCE_MIN = "dimension_variance_min_relative";
  static final String COLLAPSED = "collapsed_dimensions";
  static final String CENTRED = "_centred";

  /** A dimension has collapsed if its variance is below this share of their mean. */
  static final double COLLAPSED_SHARE = 0.01;

  private static final String ONE = "wants two vectors at least";
  private static final String LINE = "wants two dimensions at least";
  private static final String POINTS = "wants two vectors at least that are not 0";

  /** In the order of reports. */
  private static final Map<String, ToDoubleFunction<Spectrum>> RANKS = new LinkedHashMap<>();

  static {
    RANKS.put(EFFECTIVE_RANK, Spectrum::effectiveRank);
    RANKS.put("nuclear_spectral_rank", Spectrum::nuclearSpectralRank);
    RANKS.put("participation_ratio", Spectrum::participationRatio);
    RANKS.put("stable_rank", Spectrum::stableRank);
  }

  private BankMetrics() {}

  /** Adds them, each name with a suffix. */
  static void add(Measurements to, Totals totals, long count, int dimension, String suffix) {
    Spectrum raw = totals.raw();
    Spectrum centred = totals.centred();
    ranks(to, raw, suffix);
    to.put(EFFECTIVE_RANK_SHARE + suffix, raw.effectiveRank() / Math.min(count, dimension), ONE);
    to.put("rankme" + suffix, raw.rankMe(), ONE);
    if (count > 1) {
      ranks(to, centred, suffix + CENTRED);
      isoScore(to, centred, dimension, suffix);
    } else {
      RANKS.keySet().forEach(name -> to.missing(name + suffix + CENTRED, ONE));
      to.missing("iso_score" + suffix, ONE);
    }
    directions(to, totals, dimension, suffix);
    variances(to, totals.variances(), suffix);
  }

  private static void ranks(Measurements to, Spectrum spectrum, String suffix) {
    RANKS.forEach((name, rank) -> to.put(name + suffix, rank.applyAsDouble(spectrum), ONE));
  }

  private static void isoScore(Measurements to, Spectrum centred, int dimension, String suffix) {
    String name = "iso_score" + suffix;
    if (dimension < 2) {
      to.missing(name, LINE);
    } else if (centred.participationRatio() == 0) {
      to.missing(name, "all vectors coincide");
    } else {
      to.put(name, centred.isoScore(dimension), LINE);
    }
  }

  private static void directions(Measurements to, Totals totals, int dimension, String suffix) {
    double n = totals.directions();
    if (n < 2) {
      to.missing("anisotropy" + suffix, POINTS);
      to.missing("von_neumann_entropy" + suffix, POINTS);
      to.missing("w2_uniformity" + suffix, POINTS);
      return;
    }
    to.put("anisotropy" + suffix, Correlations.anisotropy(totals.meanDirection(), n), POINTS);
    to.put("von_neumann_entropy" + suffix, totals.unit().vonNeumannEntropy(), POINTS);
    to.put(
        "w2_uniformity" + suffix,
        W2Uniformity.of(totals.meanDirection(), totals.unitCentred(), n, dimension),
        POINTS);
  }

  private static void variances(Measurements to, double[] variances, String suffix) {
    double mean = Arrays.stream(variances).average().orElse(Double.NaN);
    double min = Arrays.stream(variances).min().orElse(Double.NaN);
    to.put(VARIANCE_MIN + suffix, min, ONE);
    to.put("dimension_variance_mean" + suffix, mean, ONE);
    to.put(RELATIVE_VARIANCE_MIN + suffix, mean == 0 ? 0 : min / mean, ONE);
    long collapsed = Arrays.stream(variances).filter(v -> v <= COLLAPSED_SHARE * mean).count();
    to.put(COLLAPSED + suffix, Double.isNaN(mean) ? Double.NaN : collapsed, ONE);
  }
}
