package org.conceptspaces.placement.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursTest {

  @Test
  void theLargestComeFirstAndTiesByIndex() {
    Neighbours found = Neighbours.largest(new double[] {.2, .5, -1, .5, 0, .9, .2}, 5, 3);
    assertArrayEquals(new int[] {1, 3, 0}, found.nodes());
    assertArrayEquals(new double[] {.5, .5, .2}, found.similarities());
    assertEquals(.5, found.nearness());
    assertEquals(3, found.size());
  }

  @Test
  void fewerAreFoundWhereFewerAreNear() {
    assertArrayEquals(new int[] {1}, Neighbours.largest(new double[] {0, .1, -2}, -1, 9).nodes());
    assertSame(Neighbours.NONE, Neighbours.largest(new double[] {0, 3}, 1, 9));
    assertEquals(Double.NEGATIVE_INFINITY, Neighbours.NONE.nearness());
  }

  @Test
  void notANumberIsRefusedEvenOfTheNodeLeftOut() {
    assertEquals(
        "the similarity of node 1 is NaN",
        assertThrows(
                IllegalArgumentException.class,
                () -> Neighbours.largest(new double[] {1, Double.NaN}, 1, 1))
            .getMessage());
  }

  @Test
  void itIsWhatSortingGives() {
    Random random = new Random(1);
    for (int trial = 0; trial < 50; trial++) {
      // few values, so that many tie
      double[] similarities = random.ints(300, -20, 40).mapToDouble(i -> i / 40.0).toArray();
      int excluded = random.nextInt(300);
      int[] sorted =
          IntStream.range(0, 300)
              .filter(node -> node != excluded && similarities[node] > 0)
              .boxed()
              .sorted(Comparator.comparingDouble(node -> -similarities[node]))
              .limit(1 + trial)
              .mapToInt(Integer::intValue)
              .toArray();
      assertArrayEquals(sorted, Neighbours.largest(similarities, excluded, 1 + trial).nodes());
    }
  }
}
