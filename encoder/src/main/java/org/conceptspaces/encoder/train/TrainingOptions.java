package org.conceptspaces.encoder.train;

import java.util.List;
import java.util.stream.Stream;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Values;
import org.conceptspaces.encoder.regularize.RegularizerSpec;
import org.conceptspaces.taxonomy.sampling.PartnerShares;

/**
 * How to train, the {@code training} section of a config.
 *
 * @param steps the number of optimiser steps
 * @param pairs pairs of related nodes in each step; a step reads twice as many texts
 * @param learningRate the peak learning rate of flat parameters, curvature among them
 * @param manifoldLearningRate the peak learning rate of points
 * @param warmUp the share of steps over which learning rates rise; then they fall as a cosine
 * @param weightDecay decoupled weight decay of flat weights
 * @param clip the greatest global norm of the gradient
 * @param maskShare the share of each text's tokens that is hidden in training
 * @param shares how often a node is paired with a parent, any ancestor or a sibling
 * @param maskedTokens the weight of the masked-token loss
 * @param reconstruction the weight of the reconstruction loss
 * @param hierarchy the weight of the hierarchy loss
 * @param further what else the hierarchy loss is made of
 * @param measurements at how many moments metrics are measured on the way
 * @param regularizers what keeps concepts from falling together; a config has them beside the
 *     section
 */
public record TrainingOptions(
    int steps,
    int pairs,
    double learningRate,
    double manifoldLearningRate,
    double warmUp,
    double weightDecay,
    double clip,
    double maskShare,
    PartnerShares shares,
    double maskedTokens,
    double reconstruction,
    double hierarchy,
    FurtherObjectives further,
    int measurements,
    List<RegularizerSpec> regularizers) {

  private static final Option<Integer> STEPS =
      Option.integer("steps", 300, Range.between(1, 10_000_000), "optimiser steps");
  private static final Option<Integer> PAIRS =
      Option.integer(
          "pairs", 64, Range.between(2, 65536), "pairs of related nodes in a step; two texts each");

  /** Rates are kept in float32 on the way; beyond these they would be 0 or infinite. */
  private static final Range LEARNING_RATES = Range.between(1e-30, 1e30);

  private static final Option<Double> LEARNING_RATE =
      Option.number(
          "learningRate",
          3e-3,
          LEARNING_RATES,
          "peak learning rate of flat parameters, curvature among them");
  private static final Option<Double> MANIFOLD_LEARNING_RATE =
      Option.number(
          "manifoldLearningRate",
          1e-2,
          LEARNING_RATES,
          "peak learning rate of points on a manifold");
  private static final Option<Double> WARM_UP =
      Option.number(
          "warmUp", 0.1, Range.between(0, 1), "share of steps over which learning rates rise");
  private static final Option<Double> WEIGHT_DECAY =
      Option.number("weightDecay", 0.01, Range.atLeast(0), "decoupled weight decay");
  private static final Option<Double> CLIP =
      Option.number("clip", 1.0, Range.above(0), "greatest global norm of the gradient");
  private static final Option<Double> MASK_SHARE =
      Option.number(
          "maskShare",
          0.15,
          Range.between(0, 0.9),
          "share of tokens hidden in training; 0 only without the masked-token loss");
  private static final Option<Double> PARENT_SHARE =
      Option.number(
          "parentShare",
          0.5,
          Range.between(0, 1),
          "how often an ancestor that a node is paired with is a parent, not just any");
  private static final Option<Double> SIBLING_SHARE =
      Option.number(
          "siblingShare",
          0.0,
          Range.between(0, 1),
          "how often a node is paired with a sibling instead of an ancestor");
  private static final Option<Double> MASKED_TOKENS =
      Option.number(
          "maskedTokens", 1.0, Range.atLeast(0), "weight of the masked-token loss in nats");
  private static final Option<Double> RECONSTRUCTION =
      Option.number(
          "reconstruction",
          0.0,
          Range.atLeast(0),
          "weight of the reconstruction loss in nats: of telling the tokens that were read, each token"
              + " counting alike");
  private static final Option<Double> HIERARCHY =
      Option.number("hierarchy", 1.0, Range.atLeast(0), "weight of the hierarchy loss in nats");

  private static final Option<Integer> MEASUREMENTS =
      Option.integer(
          "measurements",
          3,
          Range.between(0, 1000),
          "moments before the end at which metrics are measured, for curves; 0 for none");

  /** The options of the {@code training} section. */
  public static final List<Option<?>> OPTIONS =
      Stream.concat(
              Stream.of(
                  STEPS,
                  PAIRS,
                  LEARNING_RATE,
                  MANIFOLD_LEARNING_RATE,
                  WARM_UP,
                  WEIGHT_DECAY,
                  CLIP,
                  MASK_SHARE,
                  PARENT_SHARE,
                  SIBLING_SHARE,
                  MASKED_TOKENS,
                  RECONSTRUCTION,
                  HIERARCHY,
                  MEASUREMENTS),
              FurtherObjectives.OPTIONS.stream())
          .toList();

  /** Refuses a training without objective, and masked tokens of which none is masked. */
  public TrainingOptions {
    regularizers = List.copyOf(regularizers);
    if (maskedTokens == 0 && reconstruction == 0 && hierarchy == 0 && !further.hasLoss()) {
      throw new IllegalArgumentException(
          "training.maskedTokens, training.reconstruction, training.hierarchy, training.order,"
              + " training.cones and training.contrast are all 0: give at least one a weight");
    }
    if (maskedTokens > 0 && maskShare == 0) {
      throw new IllegalArgumentException(
          "training.maskShare = 0.0: the masked-token loss wants some tokens hidden; raise it, or"
              + " set training.maskedTokens to 0");
    }
  }

  /**
   * Reads the section.
   *
   * @param values its checked values
   * @return the options, without regularisers
   * @throws IllegalArgumentException if no objective has a weight
   */
  public static TrainingOptions of(Values values) {
    return new TrainingOptions(
        values.get(STEPS),
        values.get(PAIRS),
        values.get(LEARNING_RATE),
        values.get(MANIFOLD_LEARNING_RATE),
        values.get(WARM_UP),
        values.get(WEIGHT_DECAY),
        values.get(CLIP),
        values.get(MASK_SHARE),
        new PartnerShares(values.get(PARENT_SHARE), values.get(SIBLING_SHARE)),
        values.get(MASKED_TOKENS),
        values.get(RECONSTRUCTION),
        values.get(HIERARCHY),
        FurtherObjectives.of(values),
        values.get(MEASUREMENTS),
        List.of());
  }

  /**
   * The same options with regularisers.
   *
   * @param others the regularisers
   * @return the changed options
   */
  public TrainingOptions withRegularizers(List<RegularizerSpec> others) {
    return new TrainingOptions(
        steps,
        pairs,
        learningRate,
        manifoldLearningRate,
        warmUp,
        weightDecay,
        clip,
        maskShare,
        shares,
        maskedTokens,
        reconstruction,
        hierarchy,
        further,
        measurements,
        others);
  }
}
