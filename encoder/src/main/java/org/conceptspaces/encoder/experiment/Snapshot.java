package org.conceptspaces.encoder.experiment;

import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.measure.SummaryConcepts;
import org.conceptspaces.encoder.measure.TokenLoss;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.encoder.train.TrainingOptions;
import org.conceptspaces.taxonomy.ranking.PlacementRanking;
import org.conceptspaces.taxonomy.ranking.ReconstructionMetrics;
import org.conceptspaces.taxonomy.sampling.Split;

/**
 * The few metrics whose course over training is shown: as {@link Evaluation} measures them, but of
 * large taxonomies only on some nodes, spread evenly. Reads the model, draws no random numbers.
 */
final class Snapshot {

  /** The metrics, beside those of what concepts hold. */
  private static final List<String> METRICS =
      List.of(Metrics.PARENT_MRR, Metrics.RECONSTRUCTION_MAP, Metrics.MLM_LOSS_HELD_OUT);

  /** So many nodes are placed, and as many reconstructed; all nodes are candidates. */
  private static final int NODES = 2000;

  private final NDManager manager;
  private final ConceptModel model;
  private final Corpus corpus;
  private final Map<String, Double> metrics = new LinkedHashMap<>();

  private Snapshot(NDManager manager, ConceptModel model, Corpus corpus) {
    this.manager = manager;
    this.model = model;
    this.corpus = corpus;
  }

  /** The names of all metrics that a snapshot may have. */
  static Set<String> names() {
    Set<String> names = new LinkedHashSet<>(METRICS);
    names.addAll(Metrics.ofConcepts());
    return names;
  }

  /**
   * Measures a model as it is.
   *
   * @param manager on the model's device
   * @param options how the model is trained: what it is not trained for is left out
   * @return metrics by name; without those that a point that is not finite leaves unknown
   */
  static Map<String, Double> of(
      NDManager manager, ConceptModel model, Corpus corpus, TrainingOptions options) {
    Snapshot snapshot = new Snapshot(manager, model, corpus);
    SummaryConcepts gathered = TrainingConcepts.gathering(corpus, model.space());
    try (PointBank training =
        PointBank.of(manager, model, corpus.training(), corpus.states(), gathered)) {
      if (corpus.heldOut().length > 0) {
        snapshot.heldOut(training, options.maskedTokens() > 0);
      }
      ReconstructionMetrics reconstruction = Reconstruction.of(corpus, training, NODES);
      if (reconstruction != null) {
        snapshot.metrics.put(Metrics.RECONSTRUCTION_MAP, reconstruction.meanAveragePrecision());
      }
      snapshot.metrics.putAll(TrainingConcepts.analyse(gathered, training, manager).metrics());
    }
    return snapshot.metrics;
  }

  private void heldOut(PointBank training, boolean tokens) {
    Split split = corpus.split();
    int[] chosen = Reconstruction.spread(corpus.heldOut().length, NODES);
    int[][] texts = texts(corpus.heldOut(), chosen);
    PlacementRanking placement = new PlacementRanking(split);
    FiniteRows rows = new FiniteRows((row, d) -> placement.accept(split.heldOut()[chosen[row]], d));
    try (PointBank bank = PointBank.of(manager, model, texts, corpus.states(), concepts -> {})) {
      bank.distancesTo(training, rows);
    }
    if (rows.all()) {
      metrics.put(Metrics.PARENT_MRR, placement.voted().result().mrr());
    }
    if (tokens) {
      TokenLoss loss = new TokenLoss(manager, model, corpus.states());
      metrics.put(Metrics.MLM_LOSS_HELD_OUT, Evaluation.masked(loss, texts));
    }
  }

  private static int[][] texts(int[][] all, int[] chosen) {
    return IntStream.of(chosen).mapToObj(i -> all[i]).toArray(int[][]::new);
  }
}
