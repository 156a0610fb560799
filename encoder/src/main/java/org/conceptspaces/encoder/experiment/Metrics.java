package org.conceptspaces.encoder.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.conceptspaces.analysis.MetricNames;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.encoder.measure.Part;
import org.conceptspaces.encoder.train.TrainingOptions;

/** The names of measurements, as results and tables have them. */
public final class Metrics {

  /** How many numbers of a model are trained. */
  public static final String PARAMETERS = "parameters";

  /** Seconds of training alone, by the wall clock. */
  public static final String SECONDS = "seconds";

  /** Masked-token loss on training texts, masked anew, nats per token. */
  public static final String MLM_LOSS = "mlm_loss";

  private static final String HELD_OUT = "_held_out";

  /** Masked-token loss on held-out texts, nats per token; unseen words weigh heavily. */
  public static final String MLM_LOSS_HELD_OUT = MLM_LOSS + HELD_OUT;

  /** Entropy of the training texts' unigram distribution, nats per token. */
  public static final String UNIGRAM_ENTROPY = "unigram_entropy";

  /** Loss of telling the tokens of training texts that were read, nats per token. */
  public static final String RECONSTRUCTION_LOSS = "reconstruction_loss";

  /** The same on held-out texts. */
  public static final String RECONSTRUCTION_LOSS_HELD_OUT = RECONSTRUCTION_LOSS + HELD_OUT;

  /** How many live concepts a training text has, of all levels. */
  public static final String MEAN_CONCEPTS = "mean_concepts";

  /** Mean reciprocal rank of held-out leaves' parents, by the vote of the 20 nearest nodes. */
  public static final String PARENT_MRR = "parent_mrr";

  /** The same by distance alone. */
  public static final String PARENT_MRR_NEAREST = "parent_mrr_nearest";

  /** Share of held-out leaves whose parent comes first, by the vote. */
  public static final String PARENT_HITS_AT_1 = "parent_hits_at_1";

  /** Share of held-out leaves whose parent is among the first ten, by the vote. */
  public static final String PARENT_HITS_AT_10 = "parent_hits_at_10";

  /**
   * Wu–Palmer similarity of the vote's first answer to the nearest true parent, mean over leaves.
   */
  public static final String PARENT_WU_PALMER = "parent_wu_palmer";

  /** Mean average precision of the training nodes' ancestors by distance. */
  public static final String RECONSTRUCTION_MAP = "reconstruction_map";

  /** Mean rank of the training nodes' ancestors by distance; 1 is perfect. */
  public static final String RECONSTRUCTION_MEAN_RANK = "reconstruction_mean_rank";

  /** Curvature {@code c} (the sectional curvature is {@code −c}) after training. */
  public static final String CURVATURE = "curvature";

  /** Training speed; padding not counted. */
  public static final String TOKENS_PER_SECOND = "tokens_per_second";

  private Metrics() {}

  /**
   * The metrics of what concepts hold, of a sample of training texts: named as {@code
   * org.conceptspaces.analysis} names them, and measured as it measures a model and texts. Every
   * run has them, but for those that its concepts are too few for.
   *
   * @return names in the order of reports
   */
  public static Set<String> ofConcepts() {
    Set<String> names = new LinkedHashSet<>(MetricNames.ofConcepts());
    names.addAll(MetricNames.ofPoints());
    return names;
  }

  /**
   * What the runs of a space will have, if their points are finite, and enough for what is measured
   * {@linkplain #ofConcepts of concepts}: the one place that tells before training.
   *
   * @param space the space, its geometries not yet bound
   * @param options how it is trained
   * @param heldOut whether some texts are held out
   * @return names, as results have them
   */
  public static Set<String> measured(ConceptSpace space, TrainingOptions options, boolean heldOut) {
    Set<String> names = new LinkedHashSet<>(List.of(PARAMETERS, SECONDS, TOKENS_PER_SECOND));
    List<String> losses = new ArrayList<>();
    if (options.maskedTokens() > 0) {
      losses.add(MLM_LOSS);
    }
    if (options.reconstruction() > 0) {
      losses.add(RECONSTRUCTION_LOSS);
    }
    names.add(UNIGRAM_ENTROPY);
    names.addAll(losses);
    for (Part part : Part.of(space)) {
      losses.forEach(loss -> names.add(of(loss, part)));
    }
    if (heldOut) {
      losses.forEach(loss -> names.add(loss + HELD_OUT));
      names.addAll(
          List.of(
              PARENT_MRR,
              PARENT_MRR_NEAREST,
              PARENT_HITS_AT_1,
              PARENT_HITS_AT_10,
              PARENT_WU_PALMER));
    }
    names.addAll(List.of(RECONSTRUCTION_MAP, RECONSTRUCTION_MEAN_RANK));
    names.add(MEAN_CONCEPTS);
    names.addAll(ofConcepts());
    names.addAll(space.levels().get(space.summaryLevel()).geometry().parameters().keySet());
    return names;
  }

  /**
   * The name of a loss where only a part of the concepts is read.
   *
   * @param loss the name of the loss
   * @param part the part
   * @return {@code mlm_loss_levels_1} or {@code mlm_loss_dimensions_8}, say
   */
  public static String of(String loss, Part part) {
    return loss + part.suffix();
  }
}
