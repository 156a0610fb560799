package org.conceptspaces.cli.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** What metrics of concepts mean, for readers who have not read the code. */
final class ConceptMeanings {

  private static final Map<String, String> METRICS = new LinkedHashMap<>();

  /** Which vectors a name is of, by its suffix; those of all come last. */
  private static final Map<String, String> VARIANTS = new LinkedHashMap<>();

  static {
    VARIANTS.put("_batch_mean_centred", "each concept’s mean over texts, around their mean");
    VARIANTS.put("_batch_mean", "each concept’s mean over texts");
    VARIANTS.put("_per_sample_centred", "a text’s own concepts, around their mean");
    VARIANTS.put("_per_sample", "a text’s own concepts");
    VARIANTS.put("_geodesic", "points, by geodesic distance");
    VARIANTS.put("_centred", "all concepts, around their mean");
    VARIANTS.put("", "all concepts");
    METRICS.put(
        "effective_rank", "how many directions are really used: exp of the entropy of σ/Σσ");
    METRICS.put("effective_rank_share", "effective rank over the largest possible; 1 is best");
    METRICS.put("nuclear_spectral_rank", "Σσ over the largest σ");
    METRICS.put("participation_ratio", "(Σλ)² / Σλ²");
    METRICS.put("stable_rank", "Σσ² over the largest σ²");
    METRICS.put("rankme", "effective rank with 1e-7 added to each share");
    METRICS.put("iso_score", "how evenly variance spreads over dimensions; 1 is best");
    METRICS.put("anisotropy", "mean cosine of two; 0 is best");
    METRICS.put(
        "von_neumann_entropy", "entropy of the directions’ spectrum, nats; higher is better");
    METRICS.put("w2_uniformity", "distance of the directions from uniform ones; 0 is best");
    METRICS.put("dimension_variance_min", "variance of the dimension that varies least");
    METRICS.put("dimension_variance_mean", "mean variance of a dimension");
    METRICS.put("dimension_variance_min_relative", "the smallest variance over the mean one");
    METRICS.put("collapsed_dimensions", "dimensions with less than 1% of the mean variance");
    METRICS.put("intrinsic_dimension_twonn", "dimension by the two nearest neighbours (TwoNN)");
    METRICS.put("intrinsic_dimension_twonn_mle", "the same by maximum likelihood");
    METRICS.put("local_intrinsic_dimension", "dimension by distances to 16 neighbours");
    METRICS.put("duplicate_share", "share that coincides with another");
    METRICS.put("mean_concept_correlation", "mean |cosine| of two; lower is more diverse");
    METRICS.put("max_concept_correlation", "largest |cosine| of two");
    METRICS.put("uniformity", "ln of the mean of exp(−2‖x−y‖²) of directions; lower is better");
    METRICS.put("representational_capacity_epsilon", "largest |cosine|, as a capacity’s ε");
    METRICS.put("representational_capacity_epsilon_random", "that of as many random directions");
    METRICS.put("representational_capacity_epsilon_optimised", "that of the best directions");
    METRICS.put("mst_length", "length of the minimum spanning tree");
    METRICS.put("mst_mean_edge", "mean edge of the minimum spanning tree");
    METRICS.put("diffusion_spectral_entropy", "entropy of a diffusion’s spectrum, bits");
    METRICS.put(
        "across_input_variance_share",
        "share of the variance that is across texts; 0 if concepts ignore the text");
    METRICS.put("live_concepts", "live concepts of the summary level");
    METRICS.put("inputs", "texts looked at by themselves");
    METRICS.put("inputs_below_two_live", "texts among them with fewer than two live concepts");
    METRICS.put("edge_share", "share beyond 95% of the geometry's useful radius");
    METRICS.put("frechet_mean_radius", "distance of their Fréchet mean from the origin");
  }

  private ConceptMeanings() {}

  /** The meaning of a metric; of an estimate’s parts, that of the estimate and which part. */
  static String of(String name) {
    for (Map.Entry<String, String> part :
        Map.of(
                "_low",
                "its 95% interval’s low end",
                "_high",
                "its high end",
                "_n",
                "how many it rests on")
            .entrySet()) {
      String whole = name.substring(0, Math.max(0, name.length() - part.getKey().length()));
      if (name.endsWith(part.getKey()) && !ofWhole(whole).isEmpty()) {
        return whole + ": " + part.getValue();
      }
    }
    return ofWhole(name);
  }

  private static String ofWhole(String name) {
    for (Map.Entry<String, String> variant : VARIANTS.entrySet()) {
      if (name.endsWith(variant.getKey())) {
        String metric = name.substring(0, name.length() - variant.getKey().length());
        String meaning = METRICS.get(metric);
        if (meaning != null) {
          return meaning + " (" + variant.getValue() + ")";
        }
      }
    }
    return "";
  }
}
