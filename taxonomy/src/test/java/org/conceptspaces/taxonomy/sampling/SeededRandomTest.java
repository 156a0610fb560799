package org.conceptspaces.taxonomy.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeededRandomTest {

  @Test
  void bitsAreThoseOfSplitMix64() {
    // Java's SplittableRandom is SplitMix64 too; ours starts where the mixed seed stands
    for (long seed : new long[] {0, 1, -7, Long.MAX_VALUE}) {
      SplittableRandom reference = new SplittableRandom(new SplittableRandom(seed).nextLong());
      SeededRandom random = new SeededRandom(seed);
      for (int i = 0; i < 1000; i++) {
        assertEquals(reference.nextLong(), random.nextLong());
      }
    }
  }

  @Test
  void placesAreIndependentOfEachOther() {
    long here = new SeededRandom(5, 1, 2).nextLong();
    assertEquals(here, new SeededRandom(5, 1, 2).nextLong());
    assertNotEquals(here, new SeededRandom(5, 2, 1).nextLong());
    assertNotEquals(here, new SeededRandom(6, 1, 2).nextLong());
    assertNotEquals(here, new SeededRandom(5, 1).nextLong());
  }

  @Test
  void boundedNumbersAreUniform() {
    SeededRandom random = new SeededRandom(3);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[random.nextInt(7)]++;
    }
    double chiSquare = Arrays.stream(counts).mapToDouble(c -> (c - 1e4) * (c - 1e4) / 1e4).sum();
    // 6 degrees of freedom: 22.5 is passed once in a thousand seeds
    assertTrue(chiSquare < 22.5, "chi square " + chiSquare);
    assertThrows(IllegalArgumentException.class, () -> random.nextInt(0));
  }

  @Test
  void shufflesReachEveryOrderAlike() {
    Map<String, Integer> counts = new HashMap<>();
    for (int seed = 0; seed < 24_000; seed++) {
      int[] values = {1, 2, 3, 4};
      new SeededRandom(seed).shuffle(values);
      counts.merge(Arrays.toString(values), 1, Integer::sum);
    }
    assertEquals(24, counts.size());
    double chiSquare = counts.values().stream().mapToDouble(c -> (c - 1e3) * (c - 1e3) / 1e3).sum();
    // 23 degrees of freedom: 49.7 is passed once in a thousand
    assertTrue(chiSquare < 49.7, "chi square " + chiSquare);
  }

  @Test
  void fractionsFillTheUnitInterval() {
    SeededRandom random = new SeededRandom(8);
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      double value = random.nextDouble();
      assertTrue(value >= 0 && value < 1);
      sum += value;
    }
    // the mean of n uniform numbers has a standard deviation of 1/√(12 n) = .0029
    assertEquals(0.5, sum / 10_000, 0.012);
  }
}
