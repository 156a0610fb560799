package org.conceptspaces.cli.report;

import java.util.List;

/** What the metrics of placing texts mean, for readers who have not read the code. */
final class PlacementMeasures {

  /** How well texts are placed by all channels. */
  static final String MRR = "place_mrr";

  static final List<Measure> ALL =
      List.of(
          measure(
              MRR,
              "held-out leaves placed by all channels: mean of 1/rank of a true parent; higher is"
                  + " better"),
          measure("place_hits_at_1", "share of them whose first answer is a true parent"),
          measure("place_hits_at_10", "share whose true parent is among the first ten answers"),
          measure(
              "place_wu_palmer",
              "how near in the hierarchy the first answer is to a true parent, by Wu and Palmer; 1 is"
                  + " the parent itself"),
          measure(
              "place_calibration_error",
              "how far first answers' probabilities are from the share that is right, on average"
                  + " over ten bins; 0 is best"),
          measure("place_belonging_share", "share of held-out leaves taken to belong here"),
          measure(
              "place_outside_auroc",
              "probability that a held-out leaf is more typical than a text from elsewhere; 1 is"
                  + " best, 0.5 is chance"));

  private PlacementMeasures() {}

  private static Measure measure(String name, String meaning) {
    return new Measure(name, 3, true, meaning);
  }
}
