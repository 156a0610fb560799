package org.conceptspaces.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.conceptspaces.encoder.experiment.Metrics;

/**
 * A metric that spaces are compared by.
 *
 * @param metric its name
 * @param ofBaselines the metric of baselines that it is compared with, often the same
 * @param words what it is about
 * @param higherIsBetter which way is better
 * @param inBrief whether it is told of in one sentence about all
 */
record Question(
    String metric, String ofBaselines, String words, boolean higherIsBetter, boolean inBrief) {

  private static final String PLACING = "Placing unseen texts";

  private static final List<Question> OTHERS =
      List.of(
          new Question(Metrics.RECONSTRUCTION_MAP, "Recovering the hierarchy", true),
          new Question(Metrics.MLM_LOSS, "Telling hidden tokens", false));

  private Question(String metric, String words, boolean higherIsBetter) {
    this(metric, metric, words, higherIsBetter, true);
  }

  /**
   * What is asked.
   *
   * @param placed whether texts were placed by all channels; then this is what is asked of placing,
   *     and what concepts alone vote is told beside
   */
  static List<Question> all(boolean placed) {
    List<Question> placing =
        placed
            ? List.of(
                new Question(PlacementMeasures.MRR, Metrics.PARENT_MRR, PLACING, true, true),
                new Question(
                    Metrics.PARENT_MRR,
                    Metrics.PARENT_MRR,
                    PLACING + " by a vote of concepts alone",
                    true,
                    false))
            : List.of(new Question(Metrics.PARENT_MRR, PLACING, true));
    return Stream.concat(placing.stream(), OTHERS.stream()).toList();
  }

  /** What it is about, within a sentence. */
  String activity() {
    return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }

  /** What sentences about it begin with. */
  String heading() {
    return words + " (" + metric + "): ";
  }
}
