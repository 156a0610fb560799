package org.conceptspaces.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.conceptspaces.analysis.metric.Correlations;
import org.conceptspaces.analysis.metric.DiffusionSpectralEntropy;
import org.conceptspaces.analysis.metric.Distances;
import org.conceptspaces.analysis.metric.FlatDistances;
import org.conceptspaces.analysis.metric.LocalIntrinsicDimension;
import org.conceptspaces.analysis.metric.Neighbours;
import org.conceptspaces.analysis.metric.RepresentationalCapacity;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.SpanningTree;
import org.conceptspaces.analysis.metric.TwoNearestNeighbours;
import org.conceptspaces.analysis.metric.Uniformity;

/** The metrics that compare vectors in pairs, of a bank in memory. */
final class PairMetrics {

  static final String INTRINSIC_DIMENSION = "intrinsic_dimension_twonn";
  static final String MEAN_CORRELATION = "mean_concept_correlation";
  static final String MAX_CORRELATION = "max_concept_correlation";
  static final String DUPLICATES = "duplicate_share";

  /** Neighbours of a point; LDReg's least. */
  private static final int NEIGHBOURS = 16;

  /** The entropy takes time by the cube. */
  static final int MOST_FOR_ENTROPY = 512;

  private static final String FEW = "wants two vectors at least";
  private static final String FEW_APART =
      "wants "
          + TwoNearestNeighbours.FEWEST
          + " vectors at least whose two nearest others are apart from them and from each other";

  private static final String ENTROPY = "diffusion_spectral_entropy";

  // what each group holds, for the case that it cannot be measured
  private static final List<String> NEAREST =
      List.of(
          INTRINSIC_DIMENSION,
          INTRINSIC_DIMENSION + "_mle",
          "local_intrinsic_dimension",
          DUPLICATES);
  private static final List<String> CORRELATIONS =
      List.of(
          MEAN_CORRELATION,
          MAX_CORRELATION,
          "uniformity",
          "representational_capacity_epsilon",
          "representational_capacity_epsilon_random",
          "representational_capacity_epsilon_optimised");
  private static final List<String> TREE = List.of("mst_length", "mst_mean_edge");

  private PairMetrics() {}

  /** Adds all of them. */
  static void add(Measurements to, Rows bank, AnalysisOptions options) {
    if (bank.count() < 2) {
      NEAREST.forEach(name -> to.missing(name, FEW));
      addFew(to, bank, options, "");
      to.missing(ENTROPY, FEW);
      return;
    }
    Distances distances = new FlatDistances(bank);
    double[][] nearest = Neighbours.nearest(distances, NEIGHBOURS, options.workers());
    TwoNearestNeighbours two = TwoNearestNeighbours.of(nearest);
    to.put(INTRINSIC_DIMENSION, two.fit(options.seed()), FEW_APART);
    to.put(INTRINSIC_DIMENSION + "_mle", two.maximumLikelihood(), FEW_APART);
    to.put("local_intrinsic_dimension", LocalIntrinsicDimension.of(nearest), FEW_APART);
    to.put(DUPLICATES, duplicates(nearest), FEW);
    cosines(to, bank.directions(), options, "");
    tree(to, distances, "");
    entropy(to, bank, options);
  }

  /** Adds those that make sense for the few concepts of an input, or their batch mean. */
  static void addFew(Measurements to, Rows bank, AnalysisOptions options, String suffix) {
    if (bank.count() < 2) {
      CORRELATIONS.forEach(name -> to.missing(name + suffix, FEW));
      TREE.forEach(name -> to.missing(name + suffix, FEW));
      return;
    }
    cosines(to, bank.directions(), options, suffix);
    tree(to, new FlatDistances(bank), suffix);
  }

  private static double duplicates(double[][] nearest) {
    return (double) Arrays.stream(nearest).filter(r -> r[0] == 0).count() / nearest.length;
  }

  private static void entropy(Measurements to, Rows bank, AnalysisOptions options) {
    Rows few = bank.sample(MOST_FOR_ENTROPY, new Random(options.seed()));
    to.put(ENTROPY, DiffusionSpectralEntropy.of(few), FEW);
    to.put(ENTROPY + "_n", few.count(), FEW);
  }

  private static void tree(Measurements to, Distances distances, String suffix) {
    double[] edges = SpanningTree.edges(distances);
    double length = Arrays.stream(edges).sum();
    to.put("mst_length" + suffix, length, FEW);
    to.put("mst_mean_edge" + suffix, length / edges.length, FEW);
  }

  private static void cosines(
      Measurements to, Rows directions, AnalysisOptions options, String suffix) {
    if (directions.count() < 2) {
      CORRELATIONS.forEach(
          name -> to.missing(name + suffix, "wants two vectors at least that are not 0"));
      return;
    }
    Correlations cosines = Correlations.of(directions, options.workers());
    int count = directions.count();
    int dimension = directions.width();
    to.put(MEAN_CORRELATION + suffix, cosines.meanAbsolute(), FEW);
    to.put(MAX_CORRELATION + suffix, cosines.maxAbsolute(), FEW);
    to.put("uniformity" + suffix, Uniformity.of(directions, options.workers()), FEW);
    to.put("representational_capacity_epsilon" + suffix, cosines.maxAbsolute(), FEW);
    to.put(
        "representational_capacity_epsilon_random" + suffix,
        RepresentationalCapacity.random(count, dimension),
        FEW);
    to.put(
        "representational_capacity_epsilon_optimised" + suffix,
        RepresentationalCapacity.optimised(count, dimension),
        FEW);
  }
}
