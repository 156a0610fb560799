package org.conceptspaces.encoder.placement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.conceptspaces.placement.channel.Neighbours;
import org.junit.jupiter.api.Test;

class NearestPointsTest {

  @Test
  void similaritiesFallWithDistanceInUnitsOfTheUsualOne() {
    Neighbours found = NearestPoints.of(new double[] {4, 1, 3, 2, 0.5}, 4, 3);
    assertArrayEquals(new int[] {1, 3, 2}, found.nodes());
    // of three, the second is the usual one
    double[] expected = {Math.exp(-2 * 1 / 2.0), Math.exp(-2), Math.exp(-2 * 3 / 2.0)};
    assertArrayEquals(expected, found.similarities(), 1e-15);
    assertEquals(-1, found.nearness());
  }

  @Test
  void theUsualDistanceIsThatOfTheEleventhOfMany() {
    double[] distances = IntStream.rangeClosed(1, 60).mapToDouble(i -> i).toArray();
    Neighbours found = NearestPoints.of(distances, -1, 50);
    assertEquals(50, found.size());
    assertEquals(Math.exp(-2), found.similarities()[10], 1e-15);
    assertEquals(Math.exp(-2 / 11.0), found.similarities()[0], 1e-15);
  }

  @Test
  void sameAndFarPointsAndThoseThatAreNone() {
    double[] same = {0, 0, 0};
    assertArrayEquals(new double[] {1, 1}, NearestPoints.of(same, 1, 9).similarities());
    assertArrayEquals(
        new int[] {1}, NearestPoints.of(new double[] {Double.POSITIVE_INFINITY, 7}, -1, 9).nodes());
    assertSame(Neighbours.NONE, NearestPoints.of(new double[] {3}, 0, 9));
    assertThrows(
        IllegalArgumentException.class,
        () -> NearestPoints.of(new double[] {1, Double.NaN}, -1, 2));
  }
}
