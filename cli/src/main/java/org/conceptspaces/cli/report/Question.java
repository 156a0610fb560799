package org.conceptspaces.cli.report;

import java.util.List;
import java.util.Locale;
import org.conceptspaces.encoder.experiment.Metrics;

/**
 * A metric that spaces are compared by.
 *
 * @param metric its name
 * @param words what it is about
 * @param higherIsBetter which way is better
 */
record Question(String metric, String words, boolean higherIsBetter) {

  static final List<Question> ALL =
      List.of(
          new Question(Metrics.PARENT_MRR, "Placing unseen texts", true),
          new Question(Metrics.RECONSTRUCTION_MAP, "Recovering the hierarchy", true),
          new Question(Metrics.MLM_LOSS, "Telling hidden tokens", false));

  /** What it is about, within a sentence. */
  String activity() {
    return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }

  /** What sentences about it begin with. */
  String heading() {
    return words + " (" + metric + "): ";
  }
}
