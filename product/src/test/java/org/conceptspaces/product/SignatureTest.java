package org.conceptspaces.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How dimensions are dealt out. */
class SignatureTest {

  private static Signature of(Share... parts) {
    return new Signature(List.of(parts));
  }

  @Test
  void sharesAreOfWhatFixedPartsLeave() {
    Signature signature = of(Share.fixed(5), Share.of(1), Share.of(3));
    assertArrayEquals(new int[] {5, 4, 12}, signature.dimensions(21));
    assertArrayEquals(new int[] {5, 1, 1}, signature.dimensions(7));
    assertArrayEquals(new int[] {8, 8}, of(Share.of(1), Share.of(1)).dimensions(16));
    assertArrayEquals(new int[] {9, 8}, of(Share.of(2), Share.of(2)).dimensions(17));
    assertArrayEquals(new int[] {5, 2}, of(Share.fixed(5), Share.fixed(2)).dimensions(7));
  }

  /** One dimension more goes to one part, and no part is a whole dimension off its share. */
  @Test
  void partsGrowWithTheDimension() {
    double[] shares = {0.3, 1, 2.5, 1};
    Signature signature =
        of(Share.of(shares[0]), Share.of(shares[1]), Share.of(shares[2]), Share.of(shares[3]));
    int[] before = signature.dimensions(4);
    for (int d = 5; d <= 300; d++) {
      int[] now = signature.dimensions(d);
      assertEquals(d, IntStream.of(now).sum());
      for (int i = 0; i < 4; i++) {
        assertTrue(now[i] >= before[i], "part " + i + " of " + d);
        double quota = d * shares[i] / 4.8;
        assertTrue(d < 16 || Math.abs(now[i] - quota) < 1, now[i] + " for " + quota);
      }
      before = now;
    }
  }

  @Test
  void whatCannotBeDealtIsTold() {
    Signature fixed = of(Share.fixed(5), Share.fixed(2));
    assertEquals(Optional.empty(), fixed.problem(7));
    assertEquals(
        Optional.of(
            "have 7 dimensions in all, not 8: make the product's dimension 7, or give a part a"
                + " share instead of its dimension"),
        fixed.problem(8));
    Signature shared = of(Share.fixed(5), Share.of(1), Share.of(2));
    assertEquals(
        Optional.of(
            "want at least 7 dimensions in all, not 6: make the product's dimension 7 or more"),
        shared.problem(6));
    assertEquals(
        "the parts of (5, share 1.0, share 2.0) " + shared.problem(6).orElseThrow(),
        assertThrows(IllegalArgumentException.class, () -> shared.dimensions(6)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Signature(List.of()));
    assertThrows(IllegalArgumentException.class, () -> Share.fixed(0));
    for (double share : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> Share.of(share));
    }
  }
}
