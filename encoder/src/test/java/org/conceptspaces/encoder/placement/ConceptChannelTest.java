package org.conceptspaces.encoder.placement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.conceptspaces.placement.channel.Neighbours;
import org.junit.jupiter.api.Test;

class ConceptChannelTest {

  @Test
  void similaritiesFallWithDistanceInUnitsOfTheUsualOne() {
    Neighbours found = ConceptChannel.neighbours(new double[] {4, 1, 3, 2, 0.5}, 4, 3);
    assertArrayEquals(new int[] {1, 3, 2}, found.nodes());
    // of three, the second is the usual one
    double[] expected = {Math.exp(-2 * 1 / 2.0), Math.exp(-2), Math.exp(-2 * 3 / 2.0)};
    assertArrayEquals(expected, found.similarities(), 1e-15);
    assertEquals(-1, found.nearness());
  }

  @Test
  void theUsualDistanceIsThatOfTheEleventhOfMany() {
    double[] distances = IntStream.rangeClosed(1, 60).mapToDouble(i -> i).toArray();
    Neighbours found = ConceptChannel.neighbours(distances, -1, 50);
    assertEquals(50, found.size());
    assertEquals(Math.exp(-2), found.similarities()[10], 1e-15);
    assertEquals(Math.exp(-2 / 11.0), found.similarities()[0], 1e-15);
  }

  @Test
  void sameAndFarPointsAndThoseThatAreNone() {
    double[] same = {0, 0, 0};
    assertArrayEquals(new double[] {1, 1}, ConceptChannel.neighbours(same, 1, 9).similarities());
    assertArrayEquals(
        new int[] {1},
        ConceptChannel.neighbours(new double[] {Double.POSITIVE_INFINITY, 7}, -1, 9).nodes());
    assertSame(Neighbours.NONE, ConceptChannel.neighbours(new double[] {3}, 0, 9));
    assertThrows(
        IllegalArgumentException.class,
        () -> ConceptChannel.neighbours(new double[] {1, Double.NaN}, -1, 2));
  }
}
