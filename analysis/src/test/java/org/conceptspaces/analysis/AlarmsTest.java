package org.conceptspaces.analysis;

import static org.conceptspaces.analysis.Analyses.USUAL;
import static org.conceptspaces.analysis.Analyses.alarms;
import static org.conceptspaces.analysis.Analyses.analysed;
import static org.conceptspaces.analysis.Analyses.concepts;
import static org.conceptspaces.analysis.Analyses.metric;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.conceptspaces.analysis.metric.Banks;
import org.conceptspaces.analysis.metric.Rows;
import org.junit.jupiter.api.Test;

/** Verdicts raise an alarm where something has collapsed, and nowhere else. */
class AlarmsTest {

  @Test
  void aGaussianBankRaisesNoAlarm() {
    for (int[] shape : new int[][] {{128, 512}, {1000, 64}, {128, 128}, {2000, 16}}) {
      Analysis gaussian = analysed(Banks.gaussian(shape[0], shape[1], 1));
      assertEquals(Set.of(), alarms(gaussian), () -> gaussian.verdicts().toString());
      assertTrue(gaussian.verdicts().size() >= 4);
    }
  }

  @Test
  void aBankOfRankFiveRaisesTheAlarmOfRank() {
    Analysis collapsed = analysed(Banks.ofRank(5, 128, 512, 2));
    assertTrue(metric(collapsed, "effective_rank") <= 5);
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
    Analysis twice = analysed(new Rows(values, 550, 64));
    assertEquals(Set.of("duplicate_share"), alarms(twice));
    assertEquals(100.0 / 550, metric(twice, "duplicate_share"), 1e-12);
    // nor do those whose two nearest others are one point
    assertTrue(metric(twice, "intrinsic_dimension_twonn_n") <= 450);
  }

  @Test
  void twoConceptsThatAreOneAreTold() {
    Rows concepts = Banks.gaussian(64, 128, 3);
    System.arraycopy(concepts.values(), 0, concepts.values(), 5 * 128, 128);
    concepts.values()[5 * 128] += 0.01;
    assertEquals(Set.of("max_concept_correlation"), alarms(analysed(concepts)));
  }

  @Test
  void oneClusterIsTold() {
    Analysis cluster = analysed(Banks.offset(Banks.gaussian(1000, 64, 4), 10));
    assertEquals(Set.of("effective_rank", "mean_concept_correlation"), alarms(cluster));
    assertTrue(metric(cluster, "anisotropy") > 0.9);
    assertEquals(63.5, metric(cluster, "effective_rank_centred"), 0.2);
    assertTrue(cluster.verdicts().get(0).sentence().contains("common offset"));
  }

  @Test
  void aConstantDimensionIsTold() {
    Rows bank = Banks.gaussian(1000, 32, 5);
    for (int row = 0; row < 1000; row++) {
      bank.values()[row * 32 + 7] = 3;
    }
    Analysis dead = analysed(bank);
    assertTrue(alarms(dead).contains("dimension_variance_min_relative"));
    assertEquals(1, metric(dead, "collapsed_dimensions"));
    assertEquals(0, metric(dead, "dimension_variance_min"));
  }

  @Test
  void prototypesThatIgnoreTheInputRaiseTheirAlarm() {
    Analysis prototypes = Analysis.of(concepts(0, false), USUAL);
    assertEquals(Set.of("across_input_variance_share", "duplicate_share"), alarms(prototypes));
    assertEquals(0, metric(prototypes, "across_input_variance_share"));
    // diverse as they are
    assertTrue(metric(prototypes, "effective_rank_batch_mean") > 14);
    assertEquals(
        metric(prototypes, "effective_rank_batch_mean"),
        metric(prototypes, "effective_rank_per_sample"),
        1e-9);
    Analysis lively = Analysis.of(concepts(1, false), USUAL);
    assertEquals(Set.of(), alarms(lively), () -> lively.verdicts().toString());
    assertEquals(0.5, metric(lively, "across_input_variance_share"), 0.05);
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
        Set<String> alarms = alarms(analysed(Banks.gaussian(shape[0], shape[1], 1000 + seed)));
        alarmed += alarms.isEmpty() ? 0 : 1;
        what.append(alarms.isEmpty() ? "" : alarms);
      }
      assertTrue(alarmed <= 3, shape[0] + " × " + shape[1] + ": " + alarmed + " " + what);
    }
  }

  /** One vector, or one dimension, has a rank of 1 whatever it holds; two in a plane may have. */
  @Test
  void targetsThatNothingCanMissGiveNoVerdict() {
    for (int[] shape : new int[][] {{1, 5}, {1, 1}, {40, 1}, {2, 2}}) {
      Analysis small = analysed(Banks.gaussian(shape[0], shape[1], 1));
      assertTrue(metric(small, "effective_rank") >= 1 - 1e-12);
      String told = small.verdicts().toString();
      assertFalse(told.contains("effective_rank"), told);
      assertFalse(told.contains("target above -"), told);
      assertEquals(shape[1] > 1 && shape[0] > 1, told.contains("variance_min_relative"), told);
    }
    assertEquals(List.of(), analysed(Banks.gaussian(1, 5, 1)).verdicts());
    Analysis line = Analysis.of(new MemorySource(Banks.gaussian(64, 1, 1), 4, null), USUAL);
    assertFalse(line.verdicts().toString().contains("effective_rank"));
    Analysis single = Analysis.of(new MemorySource(Banks.gaussian(64, 8, 1), 1, null), USUAL);
    assertFalse(single.verdicts().toString().contains("effective_rank"));
    assertTrue(analysed(Banks.gaussian(3, 3, 1)).verdicts().toString().contains("effective_rank"));
  }

  /** Yet they tell a collapse. */
  @Test
  void smallBanksThatCollapseRaiseTheirAlarms() {
    for (int seed = 0; seed < 20; seed++) {
      assertTrue(alarms(analysed(Banks.ofRank(2, 8, 8, seed))).contains("effective_rank"));
      assertTrue(alarms(analysed(Banks.ofRank(8, 16, 16, seed))).contains("effective_rank"));
      Analysis cluster = analysed(Banks.offset(Banks.gaussian(60, 4, seed), 4));
      assertEquals(Set.of("effective_rank", "mean_concept_correlation"), alarms(cluster));
    }
    Analysis square = analysed(Banks.gaussian(8, 8, 1));
    String told = square.verdicts().toString();
    assertTrue(told.contains("of 8, target above 5.440 (what random vectors have)"), told);
    String plane = analysed(Banks.gaussian(50, 2, 1)).verdicts().toString();
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
    assertEquals(200, metric(analysis, "inputs_per_sample"));
    assertEquals(40, metric(analysis, "inputs_below_two_live_per_sample"));
    assertEquals((100 * 16 + 60 * 4 + 20) / 200.0, metric(analysis, "live_concepts_per_sample"));
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
}
