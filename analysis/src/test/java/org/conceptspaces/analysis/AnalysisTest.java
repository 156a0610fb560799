package org.conceptspaces.analysis;

import static org.conceptspaces.analysis.Analyses.USUAL;
import static org.conceptspaces.analysis.Analyses.alarms;
import static org.conceptspaces.analysis.Analyses.analysed;
import static org.conceptspaces.analysis.Analyses.concepts;
import static org.conceptspaces.analysis.Analyses.metric;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conceptspaces.analysis.metric.Banks;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.Spectrum;
import org.conceptspaces.analysis.metric.Workers;
import org.conceptspaces.api.InputException;
import org.junit.jupiter.api.Test;

/** What metrics of a bank are, streamed and whole, masked and in pairs. */
class AnalysisTest {

  @Test
  void deadConceptsCountNothing() {
    Analysis masked = Analysis.of(concepts(1, true), USUAL);
    assertEquals(3200, masked.shape().vectors());
    assertEquals(2400, masked.shape().live());
    assertEquals(2400, metric(masked, "intrinsic_dimension_twonn_n"));
    assertEquals(200, metric(masked, "inputs_per_sample"));
    // half of the inputs have 8 live concepts, the others 16
    double rank = metric(masked, "effective_rank_per_sample");
    assertTrue(rank > 10 && rank < 12, () -> "rank " + rank);
    assertEquals(12, metric(masked, "live_concepts_per_sample"));
    assertEquals(Set.of(), alarms(masked), () -> masked.verdicts().toString());
  }

  /** More vectors than the sample: by streamed moments. */
  @Test
  void streamedMetricsAreThoseOfTheWhole() {
    Rows bank = Banks.offset(Banks.ofRank(12, 3000, 24, 8), 0.1);
    Analysis whole = analysed(bank);
    AnalysisOptions few = new AnalysisOptions(500, 10, 1, new Workers(2));
    Analysis streamed = Analysis.of(new MemorySource(bank, 0, null), few);
    assertEquals(500, streamed.shape().sampled());
    for (String name :
        List.of(
            "effective_rank",
            "rankme",
            "iso_score_",
            "effective_rank_centred",
            "anisotropy",
            "w2_uniformity",
            "von_neumann_entropy",
            "dimension_variance_min")) {
      String known = name.equals("iso_score_") ? "iso_score" : name;
      assertEquals(metric(whole, known), metric(streamed, known), 1e-9, known);
    }
    assertEquals(Spectrum.ofRows(bank).effectiveRank(), metric(streamed, "effective_rank"), 1e-9);
    // a part of the bank has the same dimension, told with less certainty
    assertEquals(
        metric(whole, "intrinsic_dimension_twonn"),
        metric(streamed, "intrinsic_dimension_twonn"),
        0.25 * metric(whole, "intrinsic_dimension_twonn"));
    Analysis again =
        Analysis.of(
            new MemorySource(bank, 0, null), new AnalysisOptions(500, 10, 1, new Workers(1)));
    assertEquals(streamed.measurements().values(), again.measurements().values());
    Analysis other =
        Analysis.of(
            new MemorySource(bank, 0, null), new AnalysisOptions(500, 10, 2, new Workers(1)));
    assertEquals(metric(streamed, "effective_rank"), metric(other, "effective_rank"));
    assertFalse(metric(streamed, "mst_length") == metric(other, "mst_length"));
  }

  /** Sums of squares stay numbers. */
  @Test
  void largeNumbersAreMeasured() {
    Rows bank = Banks.gaussian(3000, 20, 5);
    Rows large = new Rows(bank.values().clone(), 3000, 20);
    for (int i = 0; i < large.values().length; i++) {
      large.values()[i] *= 1e139;
    }
    assertEquals(
        metric(analysed(bank), "effective_rank"), metric(analysed(large), "effective_rank"), 1e-9);
  }

  @Test
  void aFewZeroVectorsAreLeftOutOfDirections() {
    Rows bank = Banks.gaussian(300, 8, 10);
    java.util.Arrays.fill(bank.values(), 0, 8, 0);
    Analysis analysis = analysed(bank);
    assertEquals(1, analysis.shape().zeros());
    assertTrue(Math.abs(metric(analysis, "anisotropy")) < 0.02);
  }

  @Test
  void relatedVectorsAreCompared() {
    Rows plane = Banks.ofRank(2, 600, 32, 11);
    Rows solid = Banks.ofRank(6, 600, 32, 12);
    MemorySource targets = new MemorySource(plane, 0, null);
    AnalysisOptions few = new AnalysisOptions(400, 1, 1, new Workers(1));
    Analysis wide =
        Analysis.of(new MemorySource(solid, 0, null), new Related(targets, targets, null), few);
    assertTrue(metric(wide, "intrinsic_dimension_ratio") > 2);
    assertFalse(alarms(wide).contains("intrinsic_dimension_ratio"));
    assertEquals(2, metric(wide, "alignment"), 0.2); // of independent directions
    Analysis same = Analysis.of(targets, new Related(targets, targets, null), few);
    assertEquals(1, metric(same, "intrinsic_dimension_ratio"));
    assertTrue(alarms(same).contains("intrinsic_dimension_ratio"));
    assertEquals(0, metric(same, "alignment"));
    MemorySource other = new MemorySource(Banks.gaussian(599, 32, 1), 0, null);
    InputException refused =
        assertThrows(
            InputException.class, () -> Analysis.of(targets, new Related(null, other, null), few));
    assertTrue(refused.getMessage().contains("holds 599 vectors of 32, but memory 600 of 32"));
  }

  /** What is dead in the first view is dead in the other, whatever it holds. */
  @Test
  void theMaskHoldsForBothViews() {
    MemorySource masked = concepts(1, true);
    Rows other = new Rows(masked.bank().values().clone(), masked.bank().count(), 64);
    AnalysisOptions few = new AnalysisOptions(400, 1, 1, new Workers(1));
    MemorySource view = new MemorySource(other, 0, null);
    assertEquals(0, metric(Analysis.of(masked, new Related(null, view, null), few), "alignment"));
    for (int row = 0; row < other.count(); row++) {
      for (int i = 0; i < 64; i++) {
        other.values()[row * 64 + i] *= -1;
      }
    }
    assertEquals(
        4, metric(Analysis.of(masked, new Related(null, view, null), few), "alignment"), 1e-12);
  }

  /** Whatever the numbers: a mean that rounding moves off them would leave one direction. */
  @Test
  void vectorsThatAreAllTheSameHaveNoRankAroundTheirMean() {
    for (int[] shape : new int[][] {{16, 64}, {7, 11}, {100, 10}, {3, 2}, {5000, 12}}) {
      for (int seed = 0; seed < 10; seed++) {
        Rows one = Banks.gaussian(1, shape[1], seed);
        double[] values = new double[shape[0] * shape[1]];
        for (int i = 0; i < values.length; i++) {
          values[i] = one.get(0, i % shape[1]);
        }
        Analysis same = analysed(new Rows(values, shape[0], shape[1]));
        String name = shape[0] + " × " + shape[1] + ", seed " + seed;
        assertEquals(0, metric(same, "effective_rank_centred"), name);
        assertEquals(0, metric(same, "dimension_variance_mean"), name);
        assertEquals(1, metric(same, "effective_rank"), 1e-9, name);
      }
    }
  }

  /** Their covariance would take too much time or memory; what is of slots takes all. */
  @Test
  void ranksOfWideVectorsAreThoseOfTheSample() {
    MemorySource source = concepts(1, false);
    AnalysisOptions all = new AnalysisOptions(30, 64, 256, 1, new Workers(1));
    AnalysisOptions some = new AnalysisOptions(30, 63, 256, 1, new Workers(1));
    Analysis whole = Analysis.of(source, all);
    Analysis sampled = Analysis.of(source, some);
    assertEquals(3200, whole.shape().ranked());
    assertEquals(30, sampled.shape().ranked());
    assertEquals(30, sampled.shape().sampled());
    assertTrue(metric(whole, "effective_rank") > 55);
    assertTrue(metric(sampled, "effective_rank") < 30);
    double share = metric(sampled, "effective_rank") / 30;
    assertEquals(share, metric(sampled, "effective_rank_share"), 1e-12);
    assertEquals(
        metric(whole, "across_input_variance_share"),
        metric(sampled, "across_input_variance_share"));
    assertEquals(30, sampled.pictures().raw().values().length);
    // so wide that it was refused
    AnalysisOptions few = new AnalysisOptions(3, 1, 1, new Workers(1));
    Analysis wide = Analysis.of(new MemorySource(Banks.gaussian(4, 5000, 1), 0, null), few);
    assertEquals(3, metric(wide, "effective_rank"), 0.01);
    assertEquals(3L, wide.plain().get("ranked_rows"));
  }

  /** A shape needs no reading. */
  @Test
  void viewsOfOtherShapesAreNotRead() {
    Rows bad = Banks.gaussian(10, 3, 1);
    bad.values()[0] = Double.NaN;
    MemorySource source = new MemorySource(bad, 0, null);
    MemorySource narrow = new MemorySource(Banks.gaussian(10, 2, 1), 0, null);
    String message =
        assertThrows(
                InputException.class,
                () -> Analysis.of(source, new Related(null, narrow, null), USUAL))
            .getMessage();
    assertTrue(message.contains("holds 10 vectors of 2, but memory 10 of 3"), message);
  }

  @Test
  void plainResultsHoldEverything() {
    Map<String, Object> plain = Analysis.of(concepts(1, true), USUAL).plain();
    for (String key :
        List.of(
            "effective_rank",
            "nuclear_spectral_rank",
            "participation_ratio",
            "stable_rank",
            "rankme",
            "intrinsic_dimension_twonn",
            "anisotropy",
            "iso_score",
            "uniformity",
            "w2_uniformity",
            "mst_length",
            "von_neumann_entropy",
            "diffusion_spectral_entropy",
            "mean_concept_correlation",
            "dimension_variance_min",
            "verdicts",
            "concepts")) {
      assertTrue(plain.containsKey(key), key);
    }
  }

  /** The mean over pairs of different slots is the mean over inputs of their own mean. */
  @Test
  void slotCorrelationsAreThoseOfInputs() {
    Analysis gaussian = Analysis.of(new MemorySource(Banks.gaussian(400, 5, 1), 8, null), USUAL);
    double[][] means = gaussian.pictures().slotCorrelations();
    assertEquals(8, means.length);
    double sum = 0;
    for (int i = 0; i < 8; i++) {
      assertEquals(1, means[i][i], 1e-12);
      for (int j = 0; j < i; j++) {
        assertEquals(means[i][j], means[j][i], 1e-12);
        sum += means[i][j] / 28;
      }
    }
    assertEquals(metric(gaussian, "mean_concept_correlation_per_sample"), sum, 1e-12);
    assertEquals(5, gaussian.pictures().raw().values().length);
  }

  /** The second slot is dead in one input, and dead with the third in the other. */
  @Test
  void slotsThatNeverLiveTogetherHaveNoCorrelation() {
    Rows bank = Rows.of(new double[][] {{1, 0}, {9, 9}, {1, 1}, {0, 2}, {0, -3}, {9, 9}});
    BitSet live = new BitSet();
    for (int row : new int[] {0, 2, 3, 4}) {
      live.set(row);
    }
    double[][] means =
        Analysis.of(new MemorySource(bank, 3, live), USUAL).pictures().slotCorrelations();
    assertEquals(1, means[0][1], 1e-12);
    assertEquals(Math.sqrt(0.5), means[0][2], 1e-12);
    assertTrue(Double.isNaN(means[1][2]));
  }
}
