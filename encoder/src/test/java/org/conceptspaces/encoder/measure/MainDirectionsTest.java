package org.conceptspaces.encoder.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MainDirectionsTest {

  /** Independent coordinates with standard deviations 3, 2 and 1 along axes that are turned. */
  @Test
  void findsTheDirectionsOfGreatestVariance() {
    double h = Math.sqrt(0.5);
    double[][] axes = {{h, h, 0}, {0, 0, 1}, {h, -h, 0}};
    double[] deviations = {3, 2, 1};
    Random random = new Random(5);
    double[][] vectors = new double[20_000][3];
    for (double[] vector : vectors) {
      for (int a = 0; a < 3; a++) {
        double along = deviations[a] * random.nextGaussian();
        for (int i = 0; i < 3; i++) {
          vector[i] += 7 + along * axes[a][i];
        }
      }
    }
    MainDirections directions = MainDirections.of(vectors);
    assertEquals(13.0 / 14, directions.share(), 5e-3);
    assertEquals(1, Math.abs(directions.project(axes[0])[0]), 1e-3);
    assertEquals(1, Math.abs(directions.project(axes[1])[1]), 1e-3);
    assertArrayEquals(new double[] {0, 0}, directions.project(axes[2]), 0.03);
    assertArrayEquals(new double[2], directions.project(new double[3]), "the origin stays");
  }

  @Test
  void twoDimensionsStayAsTheyAre() {
    MainDirections directions = MainDirections.of(new double[][] {{1, 9}, {2, -3}});
    assertEquals(1, directions.share());
    assertArrayEquals(new double[] {0.25, -4}, directions.project(new double[] {0.25, -4}));
    assertArrayEquals(
        new double[] {5, 0}, MainDirections.of(new double[][] {{5}}).project(new double[] {5}));
  }

  @Test
  void vectorsThatCoincideHaveAnyDirections() {
    MainDirections directions = MainDirections.of(new double[][] {{1, 2, 3}, {1, 2, 3}});
    assertEquals(1, directions.share());
    assertEquals(1, MainDirections.of(new double[][] {{1, 2, 3}}).share());
  }
}
