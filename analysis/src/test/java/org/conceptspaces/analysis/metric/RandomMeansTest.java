package org.conceptspaces.analysis.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RandomMeansTest {

  /** Prefixes of uniform lengths among 64 inputs, as they are expected. */
  private static long[] prefixes(int slots, int inputs) {
    long[] counts = new long[slots];
    Arrays.setAll(
        counts, slot -> Math.max(1, Math.round((double) inputs * (slots - slot) / slots)));
    return counts;
  }

  /** The mean of n standard normal vectors is a normal one of the length 1/√n. */
  private static Rows means(long[] counts, int width, long seed) {
    Rows means = Banks.gaussian(counts.length, width, seed);
    for (int i = 0; i < means.values().length; i++) {
      means.values()[i] /= Math.sqrt((double) counts[i / width]);
    }
    return means;
  }

  /** Of 400 banks few miss the bound, and some would miss one a little tighter. */
  @Test
  void boundsAreNearWhatMeansHave() {
    long[][] all = {prefixes(16, 64), prefixes(16, 64), {1, 100}, {9, 9, 1, 4}, prefixes(40, 64)};
    int[] widths = {32, 8, 6, 64, 16};
    for (int k = 0; k < widths.length; k++) {
      double bound = RandomMeans.rankBound(all[k], widths[k]);
      int misses = 0;
      int near = 0;
      for (int seed = 0; seed < 400; seed++) {
        double rank = Spectrum.ofRows(means(all[k], widths[k], seed)).effectiveRank();
        misses += rank < bound ? 1 : 0;
        near += rank < bound + 0.35 ? 1 : 0;
      }
      assertTrue(misses <= 12 && near > 8, k + ": " + misses + " " + near);
    }
  }

  /** At a quarter of their size draws differ more, so that the bound is lower, but not by much. */
  @Test
  void manyMeansAreDrawnSmaller() {
    long[] counts = prefixes(256, 500);
    double rank = Spectrum.ofRows(means(counts, 300, 1)).effectiveRank();
    double bound = RandomMeans.rankBound(counts, 300);
    assertTrue(bound < rank && bound > 0.88 * rank, bound + " " + rank);
  }

  @Test
  void meansOverAsManyInputsAreAsAnyVectors() {
    long[] counts = new long[12];
    Arrays.fill(counts, 7);
    assertEquals(RandomDirections.rankBound(12, 30), RandomMeans.rankBound(counts, 30));
    assertEquals(RandomDirections.rankBound(1, 3), RandomMeans.rankBound(new long[] {5}, 3));
  }
}
