package org.conceptspaces.encoder.experiment;

import ai.djl.ndarray.NDManager;
import java.util.BitSet;
import java.util.Random;
import org.conceptspaces.analysis.AnalysisOptions;
import org.conceptspaces.analysis.Related;
import org.conceptspaces.analysis.metric.Workers;
import org.conceptspaces.analysis.source.LiveVectors;
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

  /** So many coordinates they have, at most: of wide concepts there are fewer texts. */
  private static final long NUMBERS = 1L << 22;

  /** So many of their concepts are compared in pairs; fewer give no intrinsic dimension. */
  private static final int VECTORS = 1024;

  /**
   * So many differences of coordinates are looked at in pairs, at most: those of 1,024 concepts of
   * 256 dimensions, of 512 of 1,024 dimensions.
   */
  private static final long DIFFERENCES = 1L << 28;

  /** Decompositions take time by the cube: ranks of wider concepts are those of the sample. */
  private static final int WIDEST = 512;

  /** Of so many texts, the concepts are looked at one text at a time. */
  private static final int INPUTS = 64;

  /** Texts are chosen the same way in every run, whatever its seed. */
  private static final long SEED = 20_262;

  private TrainingConcepts() {}

  /** What gathers the concepts while all training texts are encoded. */
  static SummaryConcepts gathering(Corpus corpus, ConceptSpace space) {
    LevelSpec summary = space.levels().get(space.summaryLevel());
    int most = mostTexts(summary.count(), summary.coordinates());
    return new SummaryConcepts("training texts", chosen(corpus.training().length, most)::get);
  }

  /** Of how many texts the concepts are gathered; 0 if a text alone has too many. */
  static int mostTexts(int concepts, int coordinates) {
    long ofText = (long) concepts * coordinates;
    return ofText > LiveVectors.MOST_NUMBERS
        ? 0
        : (int) Math.max(1, Math.min(TEXTS, NUMBERS / ofText));
  }

  /** How concepts of so many dimensions are analysed, by one thread: runs have a core each. */
  static AnalysisOptions options(int dimension) {
    int compared = (int) Math.min(VECTORS, Math.sqrt((double) DIFFERENCES / dimension));
    return new AnalysisOptions(Math.max(2, compared), WIDEST, INPUTS, SEED, new Workers(1));
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
    LevelSpec level = bank.level();
    if (mostTexts(level.count(), level.coordinates()) == 0) {
      return new ConceptFindings(
          null,
          "a text's %d concepts have %d coordinates each, more than the %d in all that are analysed"
              .formatted(level.count(), level.coordinates(), LiveVectors.MOST_NUMBERS));
    }
    AnalysisOptions options = options(level.dimension());
    try {
      return new ConceptFindings(
          ConceptAnalysis.of(gathered, bank.geometry(), Related.NONE, options, manager), "");
    } catch (InputException e) {
      return new ConceptFindings(null, String.valueOf(e.getMessage()));
    }
  }
}
