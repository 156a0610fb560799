package org.conceptspaces.analysis;

import static org.conceptspaces.analysis.Analyses.alarms;
import static org.conceptspaces.analysis.Analyses.metric;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import java.util.Set;
import org.conceptspaces.analysis.metric.Banks;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.Workers;
import org.junit.jupiter.api.Test;

/** Where slots live in some inputs alone, targets are those of the mask that is there. */
class MaskedAlarmsTest {

  private static final int INPUTS = 64;
  private static final int SLOTS = 16;

  private static final AnalysisOptions FEW_PAIRS =
      new AnalysisOptions(100, INPUTS, 1, new Workers(1));

  /** Of each input a prefix of the slots, of a uniform length up to a most. */
  private static BitSet prefixes(int most, long seed) {
    Random random = new Random(seed);
    BitSet live = new BitSet();
    for (int input = 0; input < INPUTS; input++) {
      live.set(SLOTS * input, SLOTS * input + 1 + random.nextInt(most));
    }
    return live;
  }

  private static Analysis analysed(Rows bank, BitSet live) {
    return Analysis.of(new MemorySource(bank, SLOTS, live), FEW_PAIRS);
  }

  @Test
  void healthyBanksRaiseNoAlarmOfRank() {
    for (int[] shape : new int[][] {{16, 32}, {16, 16}, {16, 8}, {8, 32}, {3, 64}}) {
      int alarmed = 0;
      int any = 0;
      for (int seed = 0; seed < 40; seed++) {
        Rows bank = Banks.gaussian(INPUTS * SLOTS, shape[1], 500 + seed);
        Set<String> alarms = alarms(analysed(bank, prefixes(shape[0], seed)));
        alarmed += alarms.contains("effective_rank_batch_mean") ? 1 : 0;
        any += alarms.isEmpty() ? 0 : 1;
      }
      String told = shape[0] + " of 16 × " + shape[1] + ": " + alarmed + ", any " + any;
      assertTrue(alarmed <= 1 && any <= 3, told);
    }
  }

  @Test
  void collapsedBanksDo() {
    for (int rank : new int[] {2, 5}) {
      for (int seed = 0; seed < 20; seed++) {
        Rows bank = Banks.ofRank(rank, INPUTS * SLOTS, 32, seed);
        Set<String> alarms = alarms(analysed(bank, prefixes(SLOTS, seed)));
        assertTrue(alarms.contains("effective_rank_batch_mean"), alarms.toString());
        assertTrue(alarms.contains("effective_rank_per_sample"), alarms.toString());
      }
    }
  }

  /** Slots that live in no input are no part of what is asked for. */
  @Test
  void whatNeverLivesIsNotAskedFor() {
    BitSet live = new BitSet();
    for (int input = 0; input < INPUTS; input++) {
      live.set(SLOTS * input + 4, SLOTS * input + 12);
    }
    Analysis half = analysed(Banks.gaussian(INPUTS * SLOTS, 32, 1), live);
    assertEquals(Set.of(), alarms(half), () -> half.verdicts().toString());
    assertTrue(metric(half, "effective_rank_batch_mean") < 8);
    String told = half.verdicts().get(0).sentence();
    assertTrue(told.contains("of 8, target above 6.400 (80%)"), told);
  }

  /** One slot in two inputs, and the others in one of 64: hardly any variance is across. */
  @Test
  void fewVectorsOfEachSlotRaiseNoAlarm() {
    BitSet live = new BitSet();
    for (int input = 0; input < INPUTS; input++) {
      live.set(SLOTS * input + input % SLOTS, input < SLOTS);
    }
    live.set(SLOTS * SLOTS); // the first slot, of one more input
    for (int seed = 0; seed < 20; seed++) {
      Analysis few = analysed(Banks.gaussian(INPUTS * SLOTS, 8, seed), live);
      assertTrue(metric(few, "across_input_variance_share") < 0.15);
      assertFalse(alarms(few).contains("across_input_variance_share"), few.verdicts().toString());
    }
  }
}
