package org.conceptspaces.encoder.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EffectiveRankTest {

  @Test
  void ofTwoSingularValues() {
    // p = 2/3, 1/3: exp(ln 3 − (2/3) ln 2) = 3 / 2^(2/3) = 1.8899.
    double[][] gram = {{4, 0}, {0, 1}};
    assertEquals(3 / Math.cbrt(4), EffectiveRank.ofGram(gram), 1e-12);
    assertEquals(1.8899, EffectiveRank.ofGram(gram), 5e-5);
  }

  @Test
  void turningTheBasisChangesNothing() {
    double c = Math.cos(0.7);
    double s = Math.sin(0.7);
    double[][] turned = {
      {4 * c * c + s * s, 3 * c * s},
      {3 * c * s, 4 * s * s + c * c}
    };
    assertEquals(3 / Math.cbrt(4), EffectiveRank.ofGram(turned), 1e-12);
  }

  @Test
  void ofGaussianVectorsIsNearlyTheirDimension() {
    Random random = new Random(1);
    double[][] vectors = new double[1000][64];
    for (double[] vector : vectors) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] = random.nextGaussian();
      }
    }
    assertEquals(63.5, Centred.effectiveRank(vectors), 0.3);
  }

  /** Copies of three vectors, in many dimensions: what a collapsed model's concepts are. */
  @Test
  void duplicatesHaveTheRankOfWhatTheyCopy() {
    for (int size : new int[] {16, 48, 64, 128}) {
      Random random = new Random(size);
      double[][] gram = new double[size][size];
      for (int copied = 0; copied < 3; copied++) {
        double[] vector = random.doubles(size, -1, 1).toArray();
        for (int i = 0; i < size; i++) {
          for (int j = 0; j < size; j++) {
            gram[i][j] += 100 * vector[i] * vector[j];
          }
        }
      }
      double rank = EffectiveRank.ofGram(gram);
      assertTrue(rank > 2.5 && rank <= 3 + 1e-6, size + ": " + rank);
    }
  }

  @Test
  void isTakenAroundTheMean() {
    double[][] line = {{5, 1, 7}, {5, 2, 7}, {5, 3, 7}};
    assertEquals(1, Centred.effectiveRank(line), 1e-9);
    double[][] one = {{5, 1, 7}, {5, 1, 7}};
    assertEquals(0, Centred.effectiveRank(one));
    assertEquals(0, EffectiveRank.ofGram(new double[2][2]));
  }
}
