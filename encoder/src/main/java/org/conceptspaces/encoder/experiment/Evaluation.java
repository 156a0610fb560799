package org.conceptspaces.encoder.experiment;

import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.conceptspaces.encoder.measure.LiveCount;
import org.conceptspaces.encoder.measure.Part;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.measure.SummaryConcepts;
import org.conceptspaces.encoder.measure.TokenLoss;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.encoder.train.TrainingOptions;
import org.conceptspaces.taxonomy.ranking.ParentMetrics;
import org.conceptspaces.taxonomy.ranking.PlacementRanking;
import org.conceptspaces.taxonomy.ranking.ReconstructionMetrics;
import org.conceptspaces.taxonomy.sampling.Split;
import org.jspecify.annotations.Nullable;

/** Measures a trained model on its corpus. */
final class Evaluation {

  /** What models are measured at, whatever share training hides. */
  private static final double MASK_SHARE = 0.15;

  /** Masked tokens are chosen the same way in every run, whatever its seed. */
  private static final long MASK_SEED = 20_261;

  /** Of larger taxonomies, the ancestors of so many nodes are looked for. */
  private static final int RECONSTRUCTED = 10_000;

  private final NDManager manager;
  private final ConceptModel model;
  private final Corpus corpus;
  private final Map<String, Double> metrics = new LinkedHashMap<>();
  private ConceptFindings concepts = ConceptFindings.NONE;
  private @Nullable TaxonomyMap map;

  private Evaluation(NDManager manager, ConceptModel model, Corpus corpus) {
    this.manager = manager;
    this.model = model;
    this.corpus = corpus;
  }

  /**
   * Measures everything.
   *
   * @param manager on the model's device
   * @param options how the model was trained: what it was not trained for is left out
   * @return the measurements
   */
  static Measured of(
      NDManager manager, ConceptModel model, Corpus corpus, TrainingOptions options) {
    Evaluation evaluation = new Evaluation(manager, model, corpus);
    evaluation.tokens(options);
    evaluation.points();
    return new Measured(
        evaluation.metrics,
        evaluation.concepts,
        evaluation.map,
        AttentionSamples.of(manager, model, corpus));
  }

  /**
   * What was measured.
   *
   * @param metrics metrics by name, in snake case, in the order of tables
   * @param concepts what concepts hold, whose metrics are among those; or why that is not known
   * @param map where the nodes are, or null if a point is not finite
   * @param attention what concepts look at
   */
  record Measured(
      Map<String, Double> metrics,
      ConceptFindings concepts,
      @Nullable TaxonomyMap map,
      AttentionSamples attention) {}

  private void tokens(TrainingOptions options) {
    TokenLoss loss = new TokenLoss(manager, model, corpus.states());
    if (options.maskedTokens() > 0) {
      metrics.put(Metrics.MLM_LOSS, masked(loss, corpus.training()));
      if (corpus.heldOut().length > 0) {
        metrics.put(Metrics.MLM_LOSS_HELD_OUT, masked(loss, corpus.heldOut()));
      }
    }
    metrics.put(Metrics.UNIGRAM_ENTROPY, corpus.unigramEntropy());
    if (options.reconstruction() > 0) {
      metrics.put(Metrics.RECONSTRUCTION_LOSS, loss.reconstruction(corpus.training()));
      if (corpus.heldOut().length > 0) {
        metrics.put(Metrics.RECONSTRUCTION_LOSS_HELD_OUT, loss.reconstruction(corpus.heldOut()));
      }
    }
    for (Part part : Part.of(model.space())) {
      TokenLoss alone = new TokenLoss(manager, model, corpus.states(), part);
      if (options.maskedTokens() > 0) {
        metrics.put(Metrics.of(Metrics.MLM_LOSS, part), masked(alone, corpus.training()));
      }
      if (options.reconstruction() > 0) {
        metrics.put(
            Metrics.of(Metrics.RECONSTRUCTION_LOSS, part), alone.reconstruction(corpus.training()));
      }
    }
  }

  /** The masked-token loss on some texts, in nats per token. */
  static double masked(TokenLoss loss, int[][] texts) {
    return loss.masked(texts, MASK_SHARE, MASK_SEED);
  }

  private void points() {
    LiveCount live = new LiveCount();
    SummaryConcepts gathered = TrainingConcepts.gathering(corpus, model.space());
    try (PointBank training =
        PointBank.of(manager, model, corpus.training(), corpus.states(), live.and(gathered))) {
      placement(training);
      reconstruction(training);
      metrics.put(Metrics.MEAN_CONCEPTS, live.mean());
      concepts = TrainingConcepts.analyse(gathered, training, manager);
      metrics.putAll(concepts.metrics());
      metrics.putAll(training.geometry().parameters());
    }
  }

  private void reconstruction(PointBank training) {
    ReconstructionMetrics reconstruction = Reconstruction.of(corpus, training, RECONSTRUCTED);
    if (reconstruction != null) {
      metrics.put(Metrics.RECONSTRUCTION_MAP, reconstruction.meanAveragePrecision());
      metrics.put(Metrics.RECONSTRUCTION_MEAN_RANK, reconstruction.meanRank());
    }
  }

  private void placement(PointBank training) {
    Split split = corpus.split();
    if (corpus.heldOut().length == 0) {
      map = TaxonomyMap.of(split, training, new double[0][], new int[0]);
      return;
    }
    int[] nodes = split.heldOut();
    PlacementRanking placement = new PlacementRanking(split);
    FiniteRows rows = new FiniteRows((row, d) -> placement.accept(nodes[row], d));
    try (PointBank heldOut =
        PointBank.of(manager, model, corpus.heldOut(), corpus.states(), concepts -> {})) {
      heldOut.distancesTo(training, rows);
      if (!rows.all()) {
        return;
      }
      map = TaxonomyMap.of(split, training, heldOut.tangents(), placement.predictions());
    }
    ParentMetrics voted = placement.voted().result();
    ParentMetrics nearest = placement.nearest().result();
    metrics.put(Metrics.PARENT_MRR, voted.mrr());
    metrics.put(Metrics.PARENT_MRR_NEAREST, nearest.mrr());
    metrics.put(Metrics.PARENT_HITS_AT_1, voted.hitsAt1());
    metrics.put(Metrics.PARENT_HITS_AT_10, voted.hitsAt10());
    metrics.put(Metrics.PARENT_WU_PALMER, voted.wuPalmer());
  }
}
