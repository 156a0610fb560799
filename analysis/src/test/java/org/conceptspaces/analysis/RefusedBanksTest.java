package org.conceptspaces.analysis;

import static org.conceptspaces.analysis.Analyses.USUAL;
import static org.conceptspaces.analysis.Analyses.alarms;
import static org.conceptspaces.analysis.Analyses.analysed;
import static org.conceptspaces.analysis.Analyses.metric;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.conceptspaces.analysis.metric.Banks;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.Workers;
import org.conceptspaces.analysis.source.VectorSource;
import org.conceptspaces.api.InputException;
import org.junit.jupiter.api.Test;

/** What cannot be measured is told, and what cannot be held is refused. */
class RefusedBanksTest {

  @Test
  void whatCannotBeMeasuredSaysWhy() {
    Analysis one = analysed(Banks.gaussian(1, 5, 9));
    Map<String, String> missing = one.measurements().missing();
    assertEquals("wants two vectors at least", missing.get("effective_rank_centred"));
    assertEquals("wants two vectors at least", missing.get("intrinsic_dimension_twonn"));
    assertEquals("wants two vectors at least", missing.get("dimension_variance_min"));
    assertEquals(1, metric(one, "effective_rank"));
    Analysis line = analysed(Banks.gaussian(100, 1, 9));
    assertEquals("wants two dimensions at least", line.measurements().missing().get("iso_score"));
    Analysis same = analysed(Banks.constant(40, 6));
    assertTrue(same.measurements().missing().containsKey("intrinsic_dimension_twonn"));
    assertEquals(0, metric(same, "effective_rank_centred"));
    assertEquals(1, metric(same, "duplicate_share"));
    assertTrue(alarms(same).contains("dimension_variance_min_relative"));
    Analysis nothing = analysed(new Rows(new double[60], 20, 3));
    assertEquals(20, nothing.shape().zeros());
    assertTrue(nothing.measurements().missing().containsKey("anisotropy"));
    assertEquals(0, metric(nothing, "effective_rank"));
    for (Analysis analysis : List.of(one, line, same, nothing)) {
      assertTrue(analysis.measurements().values().values().stream().allMatch(Double::isFinite));
    }
  }

  /** What one bank has and another has not is told of the other. */
  @Test
  void allThatIsNotMeasuredIsTold() {
    Set<String> all = analysed(Banks.gaussian(30, 5, 9)).measurements().values().keySet();
    for (Rows bank : List.of(Banks.gaussian(1, 5, 9), new Rows(new double[60], 12, 5))) {
      Measurements few = analysed(bank).measurements();
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

  /** A single input may tell anything of itself, and so may two that share no live concept. */
  @Test
  void oneInputHasNoShareAcrossInputs() {
    BitSet apart = new BitSet();
    apart.set(0, 8);
    apart.set(24, 32);
    for (MemorySource source :
        List.of(
            new MemorySource(Banks.gaussian(16, 32, 1), 16, null),
            new MemorySource(Banks.gaussian(32, 32, 1), 16, apart))) {
      Analysis one = Analysis.of(source, USUAL);
      assertEquals(Set.of(), alarms(one), () -> one.verdicts().toString());
      assertEquals(
          "wants two inputs at least, with a concept that is live in both",
          one.measurements().missing().get("across_input_variance_share"));
    }
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
}
