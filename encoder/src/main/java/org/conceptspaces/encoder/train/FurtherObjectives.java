package org.conceptspaces.encoder.train;

import java.util.List;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Values;

/**
 * What the hierarchy loss can be made of beside the ranking of a node's kin over what else a step
 * reads: options of the {@code training} section, all of which do nothing unless they are set.
 *
 * @param hardNegatives how many texts that are easily mistaken each pair adds to its step
 * @param lexicalShare of these, the share that is alike by words; the rest is near by branch
 * @param order the weight of the order of ancestors
 * @param cones the weight of entailment cones
 * @param contrast the weight of telling a text's names by the rest of it, and the other way round
 */
public record FurtherObjectives(
    double hardNegatives, double lexicalShare, double order, double cones, double contrast) {

  private static final Option<Double> HARD_NEGATIVES =
      Option.number(
          "hardNegatives",
          0.0,
          Range.between(0, 16),
          "texts that are easily mistaken, such as uncles', that each pair adds to its step");
  private static final Option<Double> LEXICAL_SHARE =
      Option.number(
          "lexicalShare",
          0.5,
          Range.between(0, 1),
          "of hard negatives, the share that is alike by words of a to z; the rest is near by branch");
  private static final Option<Double> ORDER =
      Option.number(
          "order",
          0.0,
          Range.atLeast(0),
          "weight in nats of the order of ancestors: the nearer, the nearer by distance");
  private static final Option<Double> CONES =
      Option.number(
          "cones",
          0.0,
          Range.atLeast(0),
          "weight in radians of entailment cones: what is below a node lies in its cone");
  private static final Option<Double> CONTRAST =
      Option.number(
          "contrast",
          0.0,
          Range.atLeast(0),
          "weight in nats of telling a text's names, or half of it, by the rest of it");

  /** The options, as they stand in the {@code training} section. */
  static final List<Option<?>> OPTIONS =
      List.of(HARD_NEGATIVES, LEXICAL_SHARE, ORDER, CONES, CONTRAST);

  static FurtherObjectives of(Values values) {
    return new FurtherObjectives(
        values.get(HARD_NEGATIVES),
        values.get(LEXICAL_SHARE),
        values.get(ORDER),
        values.get(CONES),
        values.get(CONTRAST));
  }

  /** Whether one of the losses has a weight. */
  boolean hasLoss() {
    return asksForAncestry() || contrast > 0;
  }

  /** Whether a loss asks which nodes are above which. */
  boolean asksForAncestry() {
    return order > 0 || cones > 0;
  }
}
