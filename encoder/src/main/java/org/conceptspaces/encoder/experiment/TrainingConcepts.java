package org.conceptspaces.encoder.experiment;

import ai.djl.ndarray.NDManager;
import java.util.BitSet;
import java.util.Random;
import org.conceptspaces.analysis.AnalysisOptions;
import org.conceptspaces.analysis.Related;
import org.conceptspaces.analysis.metric.Workers;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.InputException;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.encoder.measure.ConceptAnalysis;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.measure.SummaryConcepts;
import org.conceptspaces.encoder.train.Corpus;

/**
 * Analyses the concepts of some training texts, the same ones at every moment of every run, so that
 * it costs little beside training.
 */
final class TrainingConcepts {

  /** So many texts, at most. */
  static final int TEXTS = 256;

  /** So many of their concepts are compared in pairs; fewer give no intrinsic dimension. */
  private static final int VECTORS = 1024;

  /** Of so many texts, the concepts are looked at one text at a time. */
  private static final int INPUTS = 64;

  /** Texts are chosen the same way in every run, whatever its seed. */
  private static final long SEED = 20_262;

  private TrainingConcepts() {}

  /** What gathers the concepts while all training texts are encoded. */
  static SummaryConcepts gathering(Corpus corpus, ConceptSpace space) {
    LevelSpec summary = space.levels().get(space.summaryLevel());
    int most = Math.min(TEXTS, SummaryConcepts.mostTexts(summary));
    return new SummaryConcepts("training texts", chosen(corpus.training().length, most)::get);
  }

  /** Which of the texts are looked at, so many at most, each choice equally likely. */
  static BitSet chosen(int texts, int most) {
    Random random = new Random(SEED);
    BitSet chosen = new BitSet();
    int wanted = Math.min(most, texts);
    for (int text = 0; text < texts; text++) {
      if (random.nextDouble() * (texts - text) < wanted) {
        chosen.set(text);
        wanted--;
      }
    }
    return chosen;
  }

  /**
   * Analyses what was gathered.
   *
   * @param bank the training texts
   * @return the analysis, or why there is none
   */
  static ConceptFindings analyse(SummaryConcepts gathered, PointBank bank, NDManager manager) {
    // runs have a core each
    AnalysisOptions options = new AnalysisOptions(VECTORS, INPUTS, SEED, new Workers(1));
    try {
      return new ConceptFindings(
          ConceptAnalysis.of(gathered, bank.geometry(), Related.NONE, options, manager), "");
    } catch (InputException e) {
      return new ConceptFindings(null, String.valueOf(e.getMessage()));
    }
  }
}
