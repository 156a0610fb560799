package org.conceptspaces.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.conceptspaces.analysis.metric.Banks;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.Spectrum;
import org.conceptspaces.analysis.metric.Workers;
import org.conceptspaces.analysis.source.VectorSource;
import org.conceptspaces.api.InputException;
import org.junit.jupiter.api.Test;

class AnalysisTest {

  private static final AnalysisOptions USUAL = AnalysisOptions.usual(1, new Workers(2));

  private static Analysis of(Rows bank) {
    return Analysis.of(new MemorySource(bank, 0, null), USUAL);
  }

  private static double get(Analysis analysis, String name) {
    return analysis.measurements().get(name).orElseThrow(() -> new AssertionError(name));
  }

  private static Set<String> alarms(Analysis analysis) {
    return analysis.verdicts().stream()
        .filter(verdict -> !verdict.met())
        .map(Verdict::metric)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aGaussianBankRaisesNoAlarm() {
    for (int[] shape : new int[][] {{128, 512}, {1000, 64}, {128, 128}, {2000, 16}}) {
      Analysis gaussian = of(Banks.gaussian(shape[0], shape[1], 1));
      assertEquals(Set.of(), alarms(gaussian), () -> gaussian.verdicts().toString());
      assertTrue(gaussian.verdicts().size() >= 4);
    }
  }

  @Test
  void aBankOfRankFiveRaisesTheAlarmOfRank() {
    Analysis collapsed = of(Banks.ofRank(5, 128, 512, 2));
    assertTrue(get(collapsed, "effective_rank") <= 5);
    assertTrue(alarms(collapsed).contains("effective_rank"));
    assertFalse(alarms(collapsed).contains("duplicate_share"));
    String sentence = collapsed.verdicts().get(0).sentence();
    assertTrue(sentence.contains("of 128, target above 102.4 (80%)"), sentence);
    assertTrue(sentence.contains("collapsed to few directions"), sentence);
  }

  @Test
  void duplicatesRaiseTheirs() {
    Rows once = Banks.gaussian(500, 64, 3);
    double[] values = java.util.Arrays.copyOf(once.values(), 550 * 64);
    System.arraycopy(once.values(), 0, values, 500 * 64, 50 * 64);
    Analysis twice = of(new Rows(values, 550, 64));
    assertEquals(Set.of("duplicate_share"), alarms(twice));
    assertEquals(100.0 / 550, get(twice, "duplicate_share"), 1e-12);
    // nor do those whose two nearest others are one point
    assertTrue(get(twice, "intrinsic_dimension_twonn_n") <= 450);
  }

  @Test
  void twoConceptsThatAreOneAreTold() {
    Rows concepts = Banks.gaussian(64, 128, 3);
    System.arraycopy(concepts.values(), 0, concepts.values(), 5 * 128, 128);
    concepts.values()[5 * 128] += 0.01;
    assertEquals(Set.of("max_concept_correlation"), alarms(of(concepts)));
  }

  @Test
  void oneClusterIsTold() {
    Analysis cluster = of(Banks.offset(Banks.gaussian(1000, 64, 4), 10));
    assertEquals(Set.of("effective_rank", "mean_concept_correlation"), alarms(cluster));
    assertTrue(get(cluster, "anisotropy") > 0.9);
    assertEquals(63.5, get(cluster, "effective_rank_centred"), 0.2);
    assertTrue(cluster.verdicts().get(0).sentence().contains("common offset"));
  }

  @Test
  void aConstantDimensionIsTold() {
    Rows bank = Banks.gaussian(1000, 32, 5);
    for (int row = 0; row < 1000; row++) {
      bank.values()[row * 32 + 7] = 3;
    }
    Analysis dead = of(bank);
    assertTrue(alarms(dead).contains("dimension_variance_min_relative"));
    assertEquals(1, get(dead, "collapsed_dimensions"));
    assertEquals(0, get(dead, "dimension_variance_min"));
  }

  /** Concepts of inputs: prototypes plus what the input adds. */
  private static MemorySource concepts(double perInput, boolean masked) {
    int inputs = 200;
    int slots = 16;
    int width = 64;
    Rows prototypes = Banks.gaussian(slots, width, 6);
    Rows own = Banks.gaussian(inputs * slots, width, 7);
    BitSet live = new BitSet();
    for (int row = 0; row < own.count(); row++) {
      live.set(row, row % slots < 8 || row / slots % 2 == 0);
      for (int i = 0; i < width; i++) {
        int at = row * width + i;
        own.values()[at] = perInput * own.values()[at] + prototypes.get(row % slots, i);
        if (masked && !live.get(row)) {
          own.values()[at] = Double.NaN; // dead slots may hold anything
        }
      }
    }
    return new MemorySource(own, slots, masked ? live : null);
  }

  @Test
  void prototypesThatIgnoreTheInputRaiseTheirAlarm() {
    Analysis prototypes = Analysis.of(concepts(0, false), USUAL);
    assertEquals(Set.of("across_input_variance_share", "duplicate_share"), alarms(prototypes));
    assertEquals(0, get(prototypes, "across_input_variance_share"));
    // diverse as they are
    assertTrue(get(prototypes, "effective_rank_batch_mean") > 14);
    assertEquals(
        get(prototypes, "effective_rank_batch_mean"),
        get(prototypes, "effective_rank_per_sample"),
        1e-9);
    Analysis lively = Analysis.of(concepts(1, false), USUAL);
    assertEquals(Set.of(), alarms(lively), () -> lively.verdicts().toString());
    assertEquals(0.5, get(lively, "across_input_variance_share"), 0.05);
  }

  @Test
  void deadConceptsCountNothing() {
    Analysis masked = Analysis.of(concepts(1, true), USUAL);
    assertEquals(3200, masked.shape().vectors());
    assertEquals(2400, masked.shape().live());
    assertEquals(2400, get(masked, "intrinsic_dimension_twonn_n"));
    assertEquals(200, get(masked, "inputs_per_sample"));
    // half of the inputs have 8 live concepts, the others 16
    double rank = get(masked, "effective_rank_per_sample");
    assertTrue(rank > 10 && rank < 12, () -> "rank " + rank);
    assertEquals(12, get(masked, "live_concepts_per_sample"));
    assertEquals(Set.of(), alarms(masked), () -> masked.verdicts().toString());
  }

  /** More vectors than the sample: by streamed moments. */
  @Test
  void streamedMetricsAreThoseOfTheWhole() {
    Rows bank = Banks.offset(Banks.ofRank(12, 3000, 24, 8), 0.1);
    Analysis whole = of(bank);
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
      assertEquals(get(whole, known), get(streamed, known), 1e-9, known);
    }
    assertEquals(Spectrum.ofRows(bank).effectiveRank(), get(streamed, "effective_rank"), 1e-9);
    // a part of the bank has the same dimension, told with less certainty
    assertEquals(
        get(whole, "intrinsic_dimension_twonn"),
        get(streamed, "intrinsic_dimension_twonn"),
        0.25 * get(whole, "intrinsic_dimension_twonn"));
    Analysis again =
        Analysis.of(
            new MemorySource(bank, 0, null), new AnalysisOptions(500, 10, 1, new Workers(1)));
    assertEquals(streamed.measurements().values(), again.measurements().values());
    Analysis other =
        Analysis.of(
            new MemorySource(bank, 0, null), new AnalysisOptions(500, 10, 2, new Workers(1)));
    assertEquals(get(streamed, "effective_rank"), get(other, "effective_rank"));
    assertFalse(get(streamed, "mst_length") == get(other, "mst_length"));
  }

  @Test
  void whatCannotBeMeasuredSaysWhy() {
    Analysis one = of(Banks.gaussian(1, 5, 9));
    Map<String, String> missing = one.measurements().missing();
    assertEquals("wants two vectors at least", missing.get("effective_rank_centred"));
    assertEquals("wants two vectors at least", missing.get("intrinsic_dimension_twonn"));
    assertEquals("wants two vectors at least", missing.get("dimension_variance_min"));
    assertEquals(1, get(one, "effective_rank"));
    Analysis line = of(Banks.gaussian(100, 1, 9));
    assertEquals("wants two dimensions at least", line.measurements().missing().get("iso_score"));
    Analysis same = of(Banks.constant(40, 6));
    assertTrue(same.measurements().missing().containsKey("intrinsic_dimension_twonn"));
    assertEquals(0, get(same, "effective_rank_centred"));
    assertEquals(1, get(same, "duplicate_share"));
    assertTrue(alarms(same).contains("dimension_variance_min_relative"));
    Analysis nothing = of(new Rows(new double[60], 20, 3));
    assertEquals(20, nothing.shape().zeros());
    assertTrue(nothing.measurements().missing().containsKey("anisotropy"));
    assertEquals(0, get(nothing, "effective_rank"));
    for (Analysis analysis : List.of(one, line, same, nothing)) {
      assertTrue(analysis.measurements().values().values().stream().allMatch(Double::isFinite));
    }
  }

  /** What one bank has and another has not is told of the other. */
  @Test
  void allThatIsNotMeasuredIsTold() {
    Set<String> all = of(Banks.gaussian(30, 5, 9)).measurements().values().keySet();
    for (Rows bank : List.of(Banks.gaussian(1, 5, 9), new Rows(new double[60], 12, 5))) {
      Measurements few = of(bank).measurements();
      Set<String> told = new TreeSet<>(few.values().keySet());
      told.addAll(few.missing().keySet());
      Set<String> untold = new TreeSet<>(all);
      untold.removeAll(told);
      untold.removeIf(name -> name.matches(".*_(low|high|n)"));
      assertEquals(Set.of(), untold);
    }
  }

  /** One concept an input leaves nothing to compare, in it or among means. */
  @Test
  void allThatIsNotMeasuredOfInputsIsTold() {
    Rows bank = Banks.gaussian(40, 6, 1);
    Set<String> all =
        Analysis.of(new MemorySource(bank, 4, null), USUAL).measurements().values().keySet();
    Measurements one = Analysis.of(new MemorySource(bank, 1, null), USUAL).measurements();
    Set<String> untold = new TreeSet<>(all);
    untold.removeAll(one.values().keySet());
    untold.removeAll(one.missing().keySet());
    assertEquals(Set.of(), untold);
    assertEquals(40, one.get("inputs_below_two_live_per_sample").orElse(0));
    assertEquals(
        "no input that was looked at has two live concepts",
        one.missing().get("mst_length_per_sample"));
  }

  /** Too many numbers for memory, of which none is read. */
  @Test
  void wideOrLargeBanksAreRefusedBeforeTheyAreRead() {
    for (int[] shape :
        new int[][] {{4096, 1 << 20, 0}, {50_000, 50_000, 0}, {1 << 20, 64, 1 << 24}}) {
      VectorSource large = new Promise(shape[0], shape[1], shape[2]);
      AnalysisOptions options = new AnalysisOptions(50_000, 1, 1, new Workers(1));
      String message =
          assertThrows(InputException.class, () -> Analysis.of(large, options)).getMessage();
      assertTrue(message.startsWith("promise: has vectors of " + shape[1]), message);
    }
  }

  private record Promise(long rows, int width, int slots) implements VectorSource {

    @Override
    public String name() {
      return "promise";
    }

    @Override
    public void read(int rowsAtOnce, Sink sink) {
      throw new AssertionError("is read");
    }
  }

  /** Sums of squares stay numbers. */
  @Test
  void largeNumbersAreMeasured() {
    Rows bank = Banks.gaussian(3000, 20, 5);
    Rows large = new Rows(bank.values().clone(), 3000, 20);
    for (int i = 0; i < large.values().length; i++) {
      large.values()[i] *= 1e139;
    }
    assertEquals(get(of(bank), "effective_rank"), get(of(large), "effective_rank"), 1e-9);
  }

  @Test
  void aFewZeroVectorsAreLeftOutOfDirections() {
    Rows bank = Banks.gaussian(300, 8, 10);
    java.util.Arrays.fill(bank.values(), 0, 8, 0);
    Analysis analysis = of(bank);
    assertEquals(1, analysis.shape().zeros());
    assertTrue(Math.abs(get(analysis, "anisotropy")) < 0.02);
  }

  private static String refused(Rows bank, int slots, BitSet mask) {
    return assertThrows(
            InputException.class, () -> Analysis.of(new MemorySource(bank, slots, mask), USUAL))
        .getMessage();
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    BitSet all = new BitSet();
    all.set(0, 10);
    for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 1e200, 2e140}) {
      Rows bank = Banks.gaussian(10, 4, 1);
      bank.values()[4 * 6 + 2] = bad;
      String message = refused(bank, 0, all);
      assertTrue(message.startsWith("memory: coordinate 3 of vector 7 is " + bad + ", "), message);
    }
    Rows small = new Rows(new double[] {1e-200, 2e-200}, 1, 2);
    assertTrue(refused(small, 0, all).contains("whose square is 0"));
    assertTrue(refused(Banks.gaussian(4, 2, 1), 2, new BitSet()).contains("no vector is live"));
  }

  @Test
  void wideVectorsWantToBeFew() {
    AnalysisOptions few = new AnalysisOptions(3, 1, 1, new Workers(1));
    InputException refused =
        assertThrows(
            InputException.class,
            () -> Analysis.of(new MemorySource(Banks.gaussian(4, 5000, 1), 0, null), few));
    assertTrue(refused.getMessage().contains("5000 dimensions"), refused.getMessage());
    assertEquals(4, get(of(Banks.gaussian(4, 5000, 1)), "effective_rank"), 0.01);
  }

  @Test
  void relatedVectorsAreCompared() {
    Rows plane = Banks.ofRank(2, 600, 32, 11);
    Rows solid = Banks.ofRank(6, 600, 32, 12);
    MemorySource targets = new MemorySource(plane, 0, null);
    AnalysisOptions few = new AnalysisOptions(400, 1, 1, new Workers(1));
    Analysis wide =
        Analysis.of(new MemorySource(solid, 0, null), new Related(targets, targets), few);
    assertTrue(get(wide, "intrinsic_dimension_ratio") > 2);
    assertFalse(alarms(wide).contains("intrinsic_dimension_ratio"));
    assertEquals(2, get(wide, "alignment"), 0.2); // of independent directions
    Analysis same = Analysis.of(targets, new Related(targets, targets), few);
    assertEquals(1, get(same, "intrinsic_dimension_ratio"));
    assertTrue(alarms(same).contains("intrinsic_dimension_ratio"));
    assertEquals(0, get(same, "alignment"));
    MemorySource other = new MemorySource(Banks.gaussian(599, 32, 1), 0, null);
    InputException refused =
        assertThrows(
            InputException.class, () -> Analysis.of(targets, new Related(null, other), few));
    assertTrue(refused.getMessage().contains("holds 599 vectors of 32, but memory 600 of 32"));
  }

  /** What is dead in the first view is dead in the other, whatever it holds. */
  @Test
  void theMaskHoldsForBothViews() {
    MemorySource masked = concepts(1, true);
    Rows other = new Rows(masked.bank().values().clone(), masked.bank().count(), 64);
    AnalysisOptions few = new AnalysisOptions(400, 1, 1, new Workers(1));
    MemorySource view = new MemorySource(other, 0, null);
    assertEquals(0, get(Analysis.of(masked, new Related(null, view), few), "alignment"));
    for (int row = 0; row < other.count(); row++) {
      for (int i = 0; i < 64; i++) {
        other.values()[row * 64 + i] *= -1;
      }
    }
    assertEquals(4, get(Analysis.of(masked, new Related(null, view), few), "alignment"), 1e-12);
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
        Analysis same = of(new Rows(values, shape[0], shape[1]));
        String name = shape[0] + " × " + shape[1] + ", seed " + seed;
        assertEquals(0, get(same, "effective_rank_centred"), name);
        assertEquals(0, get(same, "dimension_variance_mean"), name);
        assertEquals(1, get(same, "effective_rank"), 1e-9, name);
      }
    }
  }

  /** Targets ask for no more than chance gives, however few vectors or dimensions there are. */
  @Test
  void smallGaussianBanksRaiseNoAlarm() {
    int[][] shapes = {
      {2, 2}, {5, 2}, {40, 2}, {3, 3}, {64, 4}, {30, 6}, {7, 7}, {8, 8}, {4, 8}, {50, 8}, {16, 16},
      {6, 16}, {4, 16}, {20, 16}, {32, 32}, {12, 32}, {3, 64}, {16, 1}
    };
    for (int[] shape : shapes) {
      int alarmed = 0;
      StringBuilder what = new StringBuilder();
      for (int seed = 0; seed < 40; seed++) {
        Set<String> alarms = alarms(of(Banks.gaussian(shape[0], shape[1], 1000 + seed)));
        alarmed += alarms.isEmpty() ? 0 : 1;
        what.append(alarms.isEmpty() ? "" : alarms);
      }
      assertTrue(alarmed <= 3, shape[0] + " × " + shape[1] + ": " + alarmed + " " + what);
    }
  }

  /** Yet they tell a collapse. */
  @Test
  void smallBanksThatCollapseRaiseTheirAlarms() {
    for (int seed = 0; seed < 20; seed++) {
      assertTrue(alarms(of(Banks.ofRank(2, 8, 8, seed))).contains("effective_rank"));
      assertTrue(alarms(of(Banks.ofRank(8, 16, 16, seed))).contains("effective_rank"));
      Analysis cluster = of(Banks.offset(Banks.gaussian(60, 4, seed), 4));
      assertEquals(Set.of("effective_rank", "mean_concept_correlation"), alarms(cluster));
    }
    Analysis square = of(Banks.gaussian(8, 8, 1));
    String told = square.verdicts().toString();
    assertTrue(told.contains("of 8, target above 5.440 (what random vectors have)"), told);
    String plane = of(Banks.gaussian(50, 2, 1)).verdicts().toString();
    assertTrue(plane.contains("target below 0.66 (what random vectors have)"), plane);
  }

  /** Half of the inputs have all 16 concepts in 8 dimensions, others four, some one or none. */
  @Test
  void ranksOfInputsAreHeldAgainstWhatTheyCouldBe() {
    Rows bank = Banks.gaussian(200 * 16, 8, 21);
    BitSet live = new BitSet();
    for (int input = 0; input < 200; input++) {
      int count = input % 2 == 0 ? 16 : input % 10 == 1 ? 1 : input % 10 == 3 ? 0 : 4;
      live.set(16 * input, 16 * input + count);
    }
    Analysis analysis = Analysis.of(new MemorySource(bank, 16, live), USUAL);
    assertEquals(200, get(analysis, "inputs_per_sample"));
    assertEquals(40, get(analysis, "inputs_below_two_live_per_sample"));
    assertEquals((100 * 16 + 60 * 4 + 20) / 200.0, get(analysis, "live_concepts_per_sample"));
    String told =
        analysis.verdicts().stream()
            .filter(verdict -> verdict.metric().equals("effective_rank_per_sample"))
            .findFirst()
            .orElseThrow()
            .sentence();
    // (100 · 8 + 60 · 4) / 160, where the mean count of live concepts would be above 8
    assertTrue(told.contains("of 6.5, target above 5.200 (80%)"), told);
    assertFalse(alarms(analysis).contains("effective_rank_per_sample"));
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
                InputException.class, () -> Analysis.of(source, new Related(null, narrow), USUAL))
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
    assertEquals(get(gaussian, "mean_concept_correlation_per_sample"), sum, 1e-12);
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
