package org.conceptspaces.encoder.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.network.ConceptModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PointBankTest {

  private final NDManager manager = Small.manager();
  private final ConceptModel model = Spaces.POINCARE.model(manager);

  @AfterEach
  void close() {
    manager.close();
  }

  private PointBank bank(int[][] texts) {
    return PointBank.of(manager, model, texts, concepts -> {});
  }

  @Test
  void distancesAreTheBallsClosedForm() {
    int[][] texts = Animals.corpus().training();
    try (PointBank bank = bank(texts);
        PointBank three = bank(Arrays.copyOf(texts, 3))) {
      assertEquals(texts.length, bank.size());
      assertEquals(3, bank.level().dimension());
      double[][] x = bank.coordinates();
      double[][] y = three.coordinates();
      List<double[]> rows = new ArrayList<>();
      bank.distancesTo(
          three,
          (row, distances) -> {
            assertEquals(rows.size(), row);
            rows.add(distances);
          });
      assertEquals(texts.length, rows.size());
      for (int i = 0; i < x.length; i++) {
        assertEquals(3, rows.get(i).length);
        for (int j = 0; j < 3; j++) {
          assertEquals(distance(x[i], y[j], 0.8), rows.get(i)[j], 1e-6, i + ", " + j);
        }
      }
    }
  }

  /** {@code acosh(1 + 2c‖x−y‖² / ((1−c‖x‖²)(1−c‖y‖²))) / √c}, that is {@code 2 asinh(…)}. */
  private static double distance(double[] x, double[] y, double c) {
    double between = 0;
    double ofX = 0;
    double ofY = 0;
    for (int i = 0; i < x.length; i++) {
      between += (x[i] - y[i]) * (x[i] - y[i]);
      ofX += x[i] * x[i];
      ofY += y[i] * y[i];
    }
    double s = Math.sqrt(c * between / ((1 - c * ofX) * (1 - c * ofY)));
    return 2 * Math.log(s + Math.sqrt(1 + s * s)) / Math.sqrt(c);
  }

  /** More texts than are encoded at once, and rows than are computed at once. */
  @Test
  void blocksChangeNothing() {
    int[][] few = Animals.corpus().training();
    int[][] many = new int[300][];
    for (int i = 0; i < many.length; i++) {
      many[i] = few[i % few.length];
    }
    int[] blocks = new int[1];
    try (PointBank small = bank(few);
        PointBank large = PointBank.of(manager, model, many, level -> blocks[0]++)) {
      assertEquals(2, blocks[0]);
      double[][] x = large.coordinates();
      double[][] y = small.coordinates();
      List<double[]> rows = new ArrayList<>();
      large.distancesTo(small, (row, distances) -> rows.add(distances));
      assertEquals(many.length, rows.size());
      for (int i = 0; i < many.length; i++) {
        assertTrue(Small.difference(y[i % few.length], x[i]) < 1e-6, "text " + i);
        for (int j = 0; j < few.length; j++) {
          assertEquals(distance(x[i], y[j], 0.8), rows.get(i)[j], 1e-6);
        }
      }
    }
  }

  @Test
  void pointsAreTheMidpointsOfConcepts() {
    int[][] texts = Arrays.copyOf(Animals.corpus().training(), 2);
    List<double[]> pooled = new ArrayList<>();
    try (PointBank bank =
        PointBank.of(
            manager, model, texts, set -> pooled.add(Small.numbers(set.summary().pooled())))) {
      double[][] rows = bank.coordinates();
      assertArrayEquals(Arrays.copyOfRange(pooled.get(0), 0, 3), rows[0]);
      assertArrayEquals(Arrays.copyOfRange(pooled.get(0), 3, 6), rows[1]);
    }
  }

  @Test
  void leavesNothingBehind() {
    bank(Animals.corpus().training()).close();
    int before = manager.getManagedArrays().size();
    bank(Animals.corpus().training()).close();
    assertEquals(before, manager.getManagedArrays().size());
  }

  @Test
  void refusesNoTexts() {
    assertThrows(IllegalArgumentException.class, () -> bank(new int[0][]));
  }
}
