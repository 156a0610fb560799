package org.conceptspaces.encoder.experiment;

import java.util.stream.IntStream;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.taxonomy.ranking.ReconstructionMetrics;
import org.conceptspaces.taxonomy.ranking.ReconstructionRanking;
import org.jspecify.annotations.Nullable;

/** How well the points of a taxonomy's nodes tell who is above whom. */
final class Reconstruction {

  private Reconstruction() {}

  /**
   * Measures.
   *
   * @param training the points of all training nodes
   * @param most of how many nodes the ancestors are looked for, evenly spread if there are more;
   *     all nodes are candidates
   * @return the metrics; null if a distance is not finite
   */
  static @Nullable ReconstructionMetrics of(Corpus corpus, PointBank training, int most) {
    ReconstructionRanking ranking =
        new ReconstructionRanking(corpus.split().training().hierarchy());
    FiniteRows rows = new FiniteRows(ranking::accept);
    training.distances(spread(training.size(), most), rows);
    return rows.all() ? ranking.result() : null;
  }

  /** The indexes of all, or of as many as wanted, evenly. */
  static int[] spread(int all, int most) {
    int wanted = Math.min(all, most);
    return IntStream.range(0, wanted).map(i -> (int) ((long) i * all / wanted)).toArray();
  }
}
